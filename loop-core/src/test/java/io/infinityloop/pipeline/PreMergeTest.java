package io.infinityloop.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.MergeDecision;
import io.infinityloop.artifact.MergeObstacle;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PreMergeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ArtifactMetadata CHECKS = ArtifactMetadata.of("checks-17", NOON);
    private static final PullRequest APPROVED = PullRequest.opened("17", NOON, "Add caching layer")
            .with(Review.byOther(NOON, Review.Verdict.APPROVED, "reviewer"));
    private static final PipelineRun STARTED = Pipeline.of("Pre-merge")
            .parallel(PipelineStep.of("lint"), PipelineStep.of("unit tests"), PipelineStep.of("licences"))
            .then(PipelineStep.of("build"))
            .start();

    @Test
    @Tag("GATE-02")
    void one_failing_check_of_three_halts_the_build_rejects_the_merge_and_is_named() {
        PipelineRun run = reported(STARTED, Outcome.PASSED, "lint", "licences");
        run = reported(run, Outcome.FAILED, "unit tests");

        PreMerge merge = decided(APPROVED, run);

        assertThat(run.status("build")).isEqualTo(StepStatus.NOT_RUN);
        assertThat(merge.state()).isEqualTo(PreMerge.State.REJECTED);
        assertThat(merge.decision())
                .isInstanceOfSatisfying(
                        MergeDecision.Refused.class,
                        refused -> assertThat(refused.obstacles()).containsExactly(MergeObstacle.BUILD_NOT_PASSED));
        assertThat(merge.notice()).contains(new Notice("Pre-merge failed", List.of("unit tests")));
    }

    @Test
    @Tag("GATE-02")
    void with_all_checks_passed_it_is_merged() {
        PipelineRun run = reported(STARTED, Outcome.PASSED, "lint", "licences", "unit tests");

        assertThat(decided(APPROVED, run).state()).isEqualTo(PreMerge.State.WAITING);
        assertThat(decided(APPROVED, run).notice()).isEmpty();

        PreMerge merge = decided(APPROVED, reported(run, Outcome.PASSED, "build"));
        assertThat(merge.state()).isEqualTo(PreMerge.State.MERGED);
        assertThat(merge.decision().orThrow().status()).isEqualTo(PullRequest.Status.MERGED);
    }

    @Test
    void with_all_checks_skipped_it_is_not_merged() {
        PipelineRun run = reported(STARTED, Outcome.SKIPPED, "lint", "licences", "unit tests", "build");

        assertThat(run.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decided(APPROVED, run).state()).isEqualTo(PreMerge.State.REJECTED);
        assertThat(decided(APPROVED, run).notice()).isEmpty();
    }

    @Test
    void passed_checks_replace_no_approval() {
        PipelineRun run = reported(STARTED, Outcome.PASSED, "lint", "licences", "unit tests", "build");

        assertThat(decided(PullRequest.opened("18", NOON, "Alone"), run).state())
                .isEqualTo(PreMerge.State.REJECTED);
    }

    @Test
    void the_record_of_another_run_is_refused() {
        PipelineRun failed = reported(STARTED, Outcome.FAILED, "lint");
        Build passed = new Build(CHECKS, "Pre-merge", Outcome.PASSED, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreMerge.decide(APPROVED, failed, passed, NOON))
                .withMessage("build checks-17 of Pre-merge, PASSED, is no record of the run of Pre-merge, FAILED");
    }

    private static PreMerge decided(PullRequest request, PipelineRun run) {
        return PreMerge.decide(request, run, run.build(CHECKS), NOON.plusSeconds(600));
    }

    private static PipelineRun reported(PipelineRun run, Outcome outcome, String... steps) {
        PipelineRun next = run;
        for (String step : steps) {
            next = next.report(step, outcome, MINUTE).orThrow();
        }
        return next;
    }
}
