package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildResult;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.MergeDecision;
import io.infinityloop.artifact.MergeObstacle;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MainlineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Build RED = Build.of("b1", NOON, Outcome.FAILED);
    private static final Build GREEN = Build.of("b2", NOON, Outcome.PASSED);

    private final Mainline green = Mainline.green(NOON);
    private final Mainline broken = green.built(RED, NOON.plusSeconds(60)).orThrow();
    private final PullRequest unrelated = request("17", ArtifactMetadata.of("17", NOON));
    private final PullRequest fix =
            request("18", ArtifactMetadata.of("18", NOON).derivedFrom(List.of(RED.ref())));

    @Test
    @Tag("GATE-08")
    void a_red_build_breaks_it_and_only_the_fix_is_merged_until_a_build_is_green() {
        assertThat(broken.state()).isEqualTo(MainlineState.BROKEN);
        assertThat(broken.course().last().evidence().artifacts()).containsExactly(RED.ref());

        assertThat(broken.merge(unrelated, NOON.plusSeconds(90)))
                .isEqualTo(new MergeDecision.Refused(unrelated, List.of(MergeObstacle.MAINLINE_BROKEN)));
        assertThat(broken.merge(fix, NOON.plusSeconds(90)).isMerged()).isTrue();

        Mainline mended = broken.built(GREEN, NOON.plusSeconds(120)).orThrow();
        assertThat(mended.state()).isEqualTo(MainlineState.GREEN);
        assertThat(mended.merge(unrelated, NOON.plusSeconds(130)).isMerged()).isTrue();
    }

    @Test
    @Tag("GATE-08")
    void the_fix_comes_before_everything_else() {
        PullRequest other = request("19", ArtifactMetadata.of("19", NOON));

        assertThat(broken.queue(List.of(unrelated, other, fix))).containsExactly(fix, unrelated, other);
        assertThat(green.queue(List.of(unrelated, fix, other))).containsExactly(unrelated, fix, other);
    }

    @Test
    void it_is_green_again_when_every_subject_is() {
        Build nightly = new Build(ArtifactMetadata.of("n1", NOON), "nightly", Outcome.TIMED_OUT, null);
        Mainline twice = broken.built(nightly, NOON.plusSeconds(70)).orThrow();

        assertThat(twice.red()).containsOnlyKeys("build", "nightly");
        Mainline once = twice.built(GREEN, NOON.plusSeconds(80)).orThrow();
        assertThat(once.state()).isEqualTo(MainlineState.BROKEN);
        assertThat(once.isFix(fix)).isFalse();
        assertThat(once.course()).isEqualTo(broken.course());
    }

    @Test
    @Tag("GATE-08")
    void a_second_red_build_leaves_the_fix_of_the_first_a_fix_until_the_subject_is_green() {
        Build again = Build.of("b9", NOON, Outcome.ERROR);
        Mainline twice = broken.built(again, NOON.plusSeconds(70)).orThrow();
        PullRequest other = request("21", ArtifactMetadata.of("21", NOON).derivedFrom(List.of(again.ref())));

        assertThat(twice.red()).containsExactly(entry("build", List.of(RED.ref(), again.ref())));
        assertThat(twice.built(again, NOON.plusSeconds(71)).orThrow().red()).isEqualTo(twice.red());
        assertThat(twice.merge(fix, NOON.plusSeconds(90)).isMerged()).isTrue();
        assertThat(twice.merge(other, NOON.plusSeconds(90)).isMerged()).isTrue();
        assertThat(twice.isFix(unrelated)).isFalse();

        Mainline mended = twice.built(GREEN, NOON.plusSeconds(120)).orThrow();
        assertThat(mended.red()).isEmpty();
        assertThat(mended.isFix(fix)).isFalse();
    }

    @Test
    @Tag("GATE-08")
    void a_result_older_than_the_last_of_its_subject_changes_nothing() {
        Mainline passed = green.built(GREEN, NOON.plusSeconds(20)).orThrow();
        Progress<Mainline> late = passed.built(RED, NOON.plusSeconds(10));

        assertThat(late)
                .isEqualTo(Progress.refused(
                        passed,
                        "build b1 ended at 2026-03-02T12:00:10Z, and the last result of build is of"
                                + " 2026-03-02T12:00:20Z: time does not go back",
                        List.of()));
        assertThat(late.process().state()).isEqualTo(MainlineState.GREEN);

        Mainline again = broken.built(RED, NOON.plusSeconds(90)).orThrow();
        assertThat(again.course()).isEqualTo(broken.course());
        assertThat(again.built(GREEN, NOON.plusSeconds(80)))
                .isInstanceOf(Progress.Refused.class)
                .returns(again, Progress::process);
        assertThat(again.built(GREEN, NOON.plusSeconds(90)).orThrow().state()).isEqualTo(MainlineState.GREEN);
    }

    @Test
    void what_another_subject_did_later_and_what_neither_passed_nor_failed_makes_no_result_stale() {
        Build nightly = new Build(ArtifactMetadata.of("n1", NOON), "nightly", Outcome.FAILED, null);
        Build running = Build.of("b3", NOON, Outcome.RUNNING);
        Mainline passed = green.built(GREEN, NOON.plusSeconds(20))
                .orThrow()
                .built(running, NOON.plusSeconds(40))
                .orThrow();

        assertThat(passed.last()).containsExactly(entry("build", NOON.plusSeconds(20)));
        assertThat(passed.built(nightly, NOON.plusSeconds(10)).orThrow().state())
                .isEqualTo(MainlineState.BROKEN);
        assertThat(passed.built(RED, NOON.plusSeconds(30)).orThrow().state()).isEqualTo(MainlineState.BROKEN);
    }

    @Test
    @Tag("GATE-08")
    void a_first_failure_that_is_known_late_counts() {
        Build nightly = new Build(ArtifactMetadata.of("n1", NOON), "nightly", Outcome.FAILED, null);
        Mainline twice = broken.built(nightly, NOON.plusSeconds(30)).orThrow();

        assertThat(twice.red()).containsOnlyKeys("build", "nightly");
        assertThat(twice.course()).isEqualTo(broken.course());
        Mainline once = twice.built(GREEN, NOON.plusSeconds(120)).orThrow();
        assertThat(once.state()).isEqualTo(MainlineState.BROKEN);

        Mainline mended = broken.built(GREEN, NOON.plusSeconds(120)).orThrow();
        Mainline again = mended.built(nightly, NOON.plusSeconds(30)).orThrow();
        assertThat(again.state()).isEqualTo(MainlineState.BROKEN);
        assertThat(again.course().since()).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void a_failed_build_has_an_instant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mainline(broken.course(), broken.red(), new TreeMap<>()))
                .withMessage("failed are builds of [build], and the last results are of []:"
                        + " expected one of each that failed");
    }

    @Test
    void a_subject_without_failed_builds_is_not_red() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Mainline(broken.course(), new TreeMap<>(Map.of("build", List.of())), broken.last()))
                .withMessage("subject 'build' has no failed build: expected at least one");
    }

    @Test
    void what_is_against_the_merge_anyway_is_said_too() {
        PullRequest bare = PullRequest.opened("20", NOON, "Alone");

        assertThat(broken.merge(bare, NOON.plusSeconds(90)))
                .isEqualTo(new MergeDecision.Refused(
                        bare,
                        List.of(
                                MergeObstacle.BUILD_NOT_PASSED,
                                MergeObstacle.NO_APPROVAL_OF_ANOTHER,
                                MergeObstacle.MAINLINE_BROKEN)));
    }

    @Test
    void a_build_that_neither_passed_nor_failed_changes_nothing_and_time_does_not_go_back() {
        Build running = Build.of("b3", NOON, Outcome.RUNNING);

        assertThat(broken.built(running, NOON.plusSeconds(61)).orThrow()).isEqualTo(broken);
        assertThat(broken.built(RED, NOON).isMoved()).isFalse();
        assertThat(broken.built(GREEN, NOON).isMoved()).isFalse();
        assertThat(broken.built(GREEN, NOON).process()).isEqualTo(broken);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mainline(broken.course(), new TreeMap<>(), broken.last()))
                .withMessage("a main line that is BROKEN has no failed build: expected at least one if it is BROKEN,"
                        + " none if it is GREEN");
    }

    private static PullRequest request(String title, ArtifactMetadata metadata) {
        return new PullRequest(metadata, title, PullRequest.Status.OPEN, null, List.of(), null, ChangeDetails.UNKNOWN)
                .with(Review.byOther(NOON, Review.Verdict.APPROVED, "reviewer"))
                .with(BuildResult.of(Build.of("of-" + title, NOON, Outcome.PASSED)));
    }
}
