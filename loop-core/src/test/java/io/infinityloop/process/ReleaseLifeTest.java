package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Migration;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseLifeTest {
    private static final Instant T0 = Instant.parse("2026-01-06T09:00:00Z");
    private static final BuildArtifact BUILT = BuildArtifact.of("shop", "417", T0, "sha256:1", "4f2a91c");

    private final ReleaseLife merged = ReleaseLife.merged(Release.of("r1", T0, "1.2.3", List.of()), T0);

    private static Instant minute(int n) {
        return T0.plusSeconds(60L * n);
    }

    private ReleaseLife tested() {
        return merged.test(Outcome.PASSED, minute(1), Evidence.of("312 tests")).orThrow();
    }

    private ReleaseLife packaged() {
        return tested().tag("v1.2.3", minute(2))
                .orThrow()
                .note("Feature: Optimized checkout (30% faster)", minute(3))
                .orThrow()
                .pack(BUILT, minute(4))
                .orThrow();
    }

    @Test
    @Tag("REL-04")
    void without_passed_tests_there_is_no_tag() {
        assertThat(merged.tag("v1.2.3", minute(1)))
                .isEqualTo(Progress.refused(
                        merged, "cannot go from MERGED to TAGGED: after MERGED comes TESTED", List.of("TESTED")));
        assertThat(merged.test(Outcome.FAILED, minute(1), Evidence.NONE))
                .isEqualTo(Progress.refused(
                        merged,
                        "cannot go from MERGED to TESTED: the tests are FAILED, and only PASSED leads on",
                        List.of("TESTED")));
        assertThat(merged.test(Outcome.UNKNOWN, minute(1), Evidence.NONE).isMoved())
                .isFalse();
    }

    @Test
    @Tag("REL-04")
    void after_all_six_steps_it_is_ready_for_deployment() {
        ReleaseLife ready = packaged().ready(minute(5)).orThrow();

        assertThat(ready.course().moves()).extracting(Move::to).containsExactly(ReleaseState.values());
        assertThat(ReleaseState.values()).hasSize(6);
        assertThat(ready.release().status()).isEqualTo(ReleaseStatus.READY_FOR_DEPLOYMENT);
        assertThat(ready.release().tag()).isEqualTo("v1.2.3");
        assertThat(ready.release().preparation().notes()).isEqualTo("Feature: Optimized checkout (30% faster)");
        assertThat(ready.release().digests()).containsExactly("sha256:1");
        assertThat(ready.release().artifacts()).containsExactly(BUILT.ref());
        assertThat(merged.release().status()).isEqualTo(ReleaseStatus.IN_PREPARATION);
    }

    @Test
    @Tag("REL-04")
    void no_step_is_left_out() {
        assertThat(tested().note("new", minute(2)).isMoved()).isFalse();
        assertThat(tested().pack(BUILT, minute(2)).isMoved()).isFalse();
        assertThat(tested().ready(minute(2)))
                .isEqualTo(Progress.refused(
                        tested(),
                        "cannot go from TESTED to READY_FOR_DEPLOYMENT: after TESTED comes TAGGED",
                        List.of("TAGGED")));
    }

    @Test
    void what_is_packaged_is_what_the_release_holds() {
        Release ofAnother = Release.of("r1", T0, "1.2.3", List.of())
                .with(merged.release().preparation().withDigests(List.of("sha256:2")));
        ReleaseLife noted = ReleaseLife.merged(ofAnother, T0)
                .test(Outcome.PASSED, T0, Evidence.NONE)
                .orThrow()
                .tag("v1.2.3", T0)
                .orThrow()
                .note("new", T0)
                .orThrow();

        assertThat(noted.pack(BUILT, T0))
                .isEqualTo(Progress.refused(
                        noted,
                        "cannot go from NOTED to PACKAGED: the release holds sha256:2, not sha256:1",
                        List.of("PACKAGED")));
    }

    @Test
    void a_migration_that_is_not_tested_keeps_it_from_being_ready() {
        ReleaseLife packaged = packaged();
        Release migrating = packaged.release()
                .with(packaged.release().preparation().withMigrations(List.of(new Migration("V7", true, false))));

        assertThat(new ReleaseLife(migrating, packaged.course()).ready(minute(5)))
                .isInstanceOfSatisfying(
                        Progress.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("cannot go from PACKAGED to READY_FOR_DEPLOYMENT: missing: migrations (V7"
                                        + " is not tested)"));
    }

    @Test
    void a_tag_is_not_blank() {
        assertThatIllegalArgumentException().isThrownBy(() -> tested().tag(" ", minute(2)));
    }

    @Test
    void notes_that_say_nothing_or_too_much_are_refused() {
        ReleaseLife tagged = tested().tag("v1", minute(2)).orThrow();

        assertThat(tagged.note(" ", minute(3)))
                .isEqualTo(Progress.refused(
                        tagged,
                        "cannot go from TAGGED to NOTED: the notes are blank, and expected is at least one line",
                        List.of("NOTED")));
        assertThat(tagged.note("x".repeat(100_001), minute(3)))
                .isEqualTo(Progress.refused(
                        tagged,
                        "cannot go from TAGGED to NOTED: the notes have 100001 characters, and at most 100000 are"
                                + " accepted",
                        List.of("NOTED")));
        assertThat(tagged.note("x".repeat(100_000), minute(3)).isMoved()).isTrue();
        assertThat(tested().note("", minute(3)))
                .isEqualTo(Progress.refused(
                        tested(), "cannot go from TESTED to NOTED: after TESTED comes TAGGED", List.of("TAGGED")));
    }
}
