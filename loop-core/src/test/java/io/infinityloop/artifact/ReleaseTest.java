package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final ArtifactMetadata SOME = ArtifactMetadata.of("x", T0);
    private static final Preparation NOTED = Preparation.NONE.withNotes("Fix: cards are charged once");

    @Test
    @Tag("ART-18")
    void without_notes_or_tag_a_release_cannot_be_ready_and_what_is_missing_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Release(SOME, "1.4.2", "").ready())
                .withMessage("release 1.4.2 cannot be READY_FOR_DEPLOYMENT, missing: tag, notes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Release(SOME, "1.4.2", "v1.4.2").ready())
                .withMessage("release 1.4.2 cannot be READY_FOR_DEPLOYMENT, missing: notes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Release(SOME, "1.4.2", "").with(NOTED).ready())
                .withMessage("release 1.4.2 cannot be READY_FOR_DEPLOYMENT, missing: tag");
        assertThat(new Release(SOME, "1.4.2", "").with(NOTED).missing()).containsExactly("tag");

        Release release = new Release(SOME, "1.4.2", "v1.4.2").with(NOTED);
        assertThat(release.status()).isEqualTo(ReleaseStatus.IN_PREPARATION);
        assertThat(release.ready().status()).isEqualTo(ReleaseStatus.READY_FOR_DEPLOYMENT);
        assertThat(new Release(SOME, "1.4.2", "v1.4.2").status()).isEqualTo(ReleaseStatus.UNKNOWN);
    }

    @Test
    @Tag("ART-18")
    void a_release_has_artifacts_approvals_digests_and_a_configuration() {
        ArtifactRef built = new ArtifactRef("build-artifact", "shop@17");
        ArtifactRef approval = new ArtifactRef("approval", "go-7");
        Release release = Release.of("x", T0, "1.4.2", List.of(new ArtifactRef("commit", "4f2a91c"), built, approval))
                .with(NOTED.withDigests(List.of("sha256:aa")).withConfiguration("shop-config@12"));

        assertThat(release.artifacts()).containsExactly(built);
        assertThat(release.approvals()).containsExactly(approval);
        assertThat(release.digests()).containsExactly("sha256:aa");
        assertThat(release.preparation().configuration()).isEqualTo("shop-config@12");
    }

    @Test
    @Tag("ART-19")
    void a_release_names_its_recovery_path_and_which_role_accepted_which_risk() {
        Release none = new Release(SOME, "1.4.2", "v1.4.2");
        assertThat(none.recovery()).isEmpty();
        assertThat(none.gaps()).extracting(Gap::field).contains("recovery");

        Release back = none.with(NOTED.withRecovery(Recovery.rollbackTo("1.4.1"))
                .withRisks(List.of(new RiskAcceptance("release-manager", "Old cards are not tried out"))));
        assertThat(back.recovery()).contains(new Recovery(Recovery.Path.ROLLBACK, "1.4.1"));
        assertThat(back.recovery()).hasToString("Optional[ROLLBACK to 1.4.1]");
        assertThat(back.preparation().risks())
                .containsExactly(new RiskAcceptance("release-manager", "Old cards are not tried out"));
        assertThat(back.gaps()).extracting(Gap::field).doesNotContain("recovery");
        assertThat(none.with(NOTED.withRecovery(Recovery.fixForward())).recovery())
                .contains(new Recovery(Recovery.Path.FIX_FORWARD, ""))
                .hasToString("Optional[FIX_FORWARD]");
    }

    @Test
    void a_recovery_path_names_a_version_to_go_back_to_and_no_other() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recovery(Recovery.Path.ROLLBACK, ""))
                .withMessage("ROLLBACK names no version: expected the one to go back to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recovery(Recovery.Path.FIX_FORWARD, "1.5.0"))
                .withMessage("FIX_FORWARD goes to a version that is not there yet, not to 1.5.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskAcceptance(" ", "risk"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskAcceptance("role", " "));
    }

    @Test
    @Tag("ART-27")
    void documents_are_listed_by_kind_and_a_missing_kind_is_shown() {
        assertThat(DocumentKind.values())
                .extracting(DocumentKind::name)
                .containsExactly("RELEASE_NOTES", "RELEASE_DOC", "OPERATION_DOC", "RUNBOOK", "CODE_DOC");
        List<Document> all = Stream.of(DocumentKind.values())
                .map(kind -> new Document(kind, "docs/" + kind))
                .toList();
        Release whole = new Release(SOME, "1.4.2", "v1.4.2").with(Preparation.NONE.withDocuments(all));
        assertThat(documentGaps(whole)).isEmpty();
        assertThat(whole.documents(DocumentKind.RUNBOOK))
                .containsExactly(new Document(DocumentKind.RUNBOOK, "docs/RUNBOOK"));

        Release without = whole.with(Preparation.NONE.withDocuments(all.stream()
                .filter(document -> document.kind() != DocumentKind.RUNBOOK)
                .toList()));
        assertThat(without.documents(DocumentKind.RUNBOOK)).isEmpty();
        assertThat(documentGaps(without)).containsExactly("no document of the kind RUNBOOK");
    }

    @Test
    void notes_in_the_release_are_release_notes() {
        assertThat(documentGaps(new Release(SOME, "1", "v1").with(NOTED)))
                .containsExactly(
                        "no document of the kind RELEASE_DOC",
                        "no document of the kind OPERATION_DOC",
                        "no document of the kind RUNBOOK",
                        "no document of the kind CODE_DOC");
    }

    @Test
    @Tag("OPS-22")
    void a_release_with_an_untested_migration_is_incomplete() {
        Release release = new Release(SOME, "1.4.2", "v1.4.2")
                .with(NOTED.withMigrations(List.of(
                        new Migration("add column card", true, true), new Migration("drop table", true, false))));
        assertThat(release.missing()).containsExactly("migrations (drop table is not tested)");
        assertThat(release.gaps())
                .contains(new Gap(
                        "migrations", "missing for READY_FOR_DEPLOYMENT: migrations (drop table is not tested)"));
        assertThatIllegalArgumentException().isThrownBy(release::ready);
        assertThat(release.with(NOTED.withMigrations(List.of(new Migration("drop table", false, true))))
                        .ready()
                        .missing())
                .isEmpty();
    }

    private static List<String> documentGaps(Release release) {
        return release.gaps().stream()
                .filter(gap -> gap.field().equals("documents"))
                .map(Gap::message)
                .toList();
    }
}
