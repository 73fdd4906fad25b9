package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ChangeDetails.Lines;
import io.infinityloop.artifact.ChangeDetails.Reversibility;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChangeDetailsTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final ChangeDetails COMPLETE = ChangeDetails.UNKNOWN
            .withLines(40, 2)
            .withBranch("feature/optimize-checkout")
            .withIntent("Checkout in 2 s")
            .withReversibility(Reversibility.REVERSIBLE)
            .withChange(ChangeKind.FEATURE, false)
            .withAssets(List.of(AssetKind.CONFIGURATION, AssetKind.CODE, AssetKind.CODE));

    @Test
    @Tag("ART-10")
    void two_commits_say_what_they_change_where_for_what_and_whether_it_can_be_undone() {
        ArtifactRef item = new ArtifactRef("plan-item", "SHOP-7");
        ArtifactMetadata metadata =
                ArtifactMetadata.of("4f2a91c", T0).derivedFrom(List.of(item, new ArtifactRef("commit", "9d1e00a")));
        Commit first = new Commit(metadata, T0, "Add caching layer", List.of()).with(COMPLETE);
        Commit second = Commit.of("77aa310", T0.plusSeconds(60), "Measure the cache");

        assertThat(first.id()).isEqualTo("4f2a91c");
        assertThat(first.at()).isEqualTo(T0);
        assertThat(first.subject()).isEqualTo("Add caching layer");
        assertThat(first.planItems()).containsExactly(item);
        assertThat(first.details())
                .isEqualTo(new ChangeDetails(
                        new Lines(40, 2),
                        "feature/optimize-checkout",
                        "Checkout in 2 s",
                        Reversibility.REVERSIBLE,
                        ChangeKind.FEATURE,
                        false,
                        List.of(AssetKind.CODE, AssetKind.CONFIGURATION)));
        assertThat(new Lines(40, 2).changed()).isEqualTo(42);
        assertThat(second.details()).isSameAs(ChangeDetails.UNKNOWN);
        assertThat(second.planItems()).isEmpty();
    }

    @Test
    @Tag("ART-31")
    void a_change_with_an_empty_intent_or_that_cannot_be_undone_is_reported() {
        Commit commit = Commit.of("4f2a91c", T0, "Add caching layer").with(COMPLETE);

        assertThat(commit.gaps()).isEmpty();
        assertThat(commit.with(COMPLETE.withIntent("")).gaps())
                .containsExactly(new Gap("intent", "nothing says what the change is for"));
        assertThat(commit.with(COMPLETE.withReversibility(Reversibility.IRREVERSIBLE))
                        .gaps())
                .containsExactly(new Gap("reversibility", "the change cannot be undone"));
        assertThat(Commit.of("a", T0, "").gaps())
                .extracting(Gap::field)
                .containsExactly("lines", "intent", "reversibility");
    }

    @Test
    @Tag("ART-29")
    void the_sort_of_a_change_heads_its_note_and_raises_its_part_of_the_version() {
        assertThat(List.of(ChangeKind.values()).stream()
                        .map(kind -> kind + " " + kind.heading() + " "
                                + kind.bump().map(Enum::name).orElse("?")))
                .containsExactly(
                        "FEATURE Feature MINOR",
                        "FIX Fix PATCH",
                        "CONFIGURATION Configuration PATCH",
                        "EXPERIMENT Experiment MINOR",
                        "CHORE Chore NONE",
                        "UNKNOWN Other ?");
        for (ChangeKind kind : ChangeKind.values()) {
            assertThat(ChangeDetails.UNKNOWN.withChange(kind, true).bump()).contains(VersionBump.MAJOR);
            assertThat(ChangeDetails.UNKNOWN.withChange(kind, false).bump()).isEqualTo(kind.bump());
        }
    }

    @Test
    @Tag("ART-29")
    void a_release_raises_the_most_that_one_of_its_changes_asks_for() {
        ChangeDetails fix = COMPLETE.withChange(ChangeKind.FIX, false);
        ChangeDetails chore = COMPLETE.withChange(ChangeKind.CHORE, false);

        assertThat(VersionBump.of(List.of())).contains(VersionBump.NONE);
        assertThat(VersionBump.of(List.of(chore, fix, chore))).contains(VersionBump.PATCH);
        assertThat(VersionBump.of(List.of(COMPLETE, fix))).contains(VersionBump.MINOR);
        assertThat(VersionBump.of(List.of(fix, ChangeDetails.UNKNOWN))).isEmpty();
        assertThat(VersionBump.of(List.of(ChangeDetails.UNKNOWN, fix.withChange(ChangeKind.FIX, true))))
                .contains(VersionBump.MAJOR);
    }

    @Test
    void a_size_is_not_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPLETE.withLines(-1, 0))
                .withMessage("lines must not be negative: added -1, deleted 0");
        assertThatIllegalArgumentException().isThrownBy(() -> COMPLETE.withLines(0, -1));
    }
}
