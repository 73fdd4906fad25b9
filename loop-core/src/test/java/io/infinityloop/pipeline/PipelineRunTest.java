package io.infinityloop.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.process.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PipelineRunTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Timeout(20)
    void a_pipeline_of_thousands_of_steps_is_reported_step_by_step() {
        Pipeline pipeline = Pipeline.of("long");
        PipelineStep[] steps = new PipelineStep[3_000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = PipelineStep.of("step " + i);
        }
        PipelineRun run = pipeline.parallel(steps).start();
        for (PipelineStep step : steps) {
            run = run.report(step.name(), Outcome.PASSED, Duration.ofSeconds(1)).orThrow();
        }

        assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @Tag("GATE-01")
    void the_first_failure_stops_the_stages_after_it() {
        PipelineRun run = reported(Pipeline.TESTS.start(), Outcome.PASSED, "UNIT");
        run = reported(run, Outcome.FAILED, "INTEGRATION");

        assertThat(run.statuses())
                .containsExactly(
                        entry("UNIT", StepStatus.PASSED),
                        entry("INTEGRATION", StepStatus.FAILED),
                        entry("E2E", StepStatus.NOT_RUN),
                        entry("staging deploy", StepStatus.NOT_RUN));
        assertThat(run.isEnded()).isTrue();
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.notice()).contains(new Notice("Tests failed", List.of("INTEGRATION")));
    }

    @Test
    @Tag("GATE-01")
    void no_stage_is_run_before_the_one_in_front_of_it_passed() {
        PipelineRun started = Pipeline.TESTS.start();

        assertThat(started.due()).extracting(PipelineStep::name).containsExactly("UNIT");
        assertThat(started.report("E2E", Outcome.PASSED, MINUTE))
                .isEqualTo(Progress.refused(
                        started, "step 'E2E' of pipeline Tests cannot end: due are UNIT", List.of("UNIT")));
        PipelineRun run = reported(started, Outcome.PASSED, "UNIT", "INTEGRATION", "E2E");
        assertThat(run.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(run.notice()).isEmpty();
        run = reported(run, Outcome.PASSED, "staging deploy");
        assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run.report("UNIT", Outcome.PASSED, MINUTE).isMoved()).isFalse();
    }

    @Test
    @Tag("GATE-12")
    void ten_and_twenty_minutes_are_twenty_in_parallel_and_thirty_in_series() {
        PipelineStep ten = PipelineStep.of("ten").taking(Duration.ofMinutes(10));
        PipelineStep twenty = PipelineStep.of("twenty").taking(Duration.ofMinutes(20));
        Pipeline parallel = Pipeline.of("parallel").parallel(ten, twenty);
        Pipeline series = Pipeline.of("series").then(ten).then(twenty);

        assertThat(parallel.expected()).contains(Duration.ofMinutes(20));
        assertThat(series.expected()).contains(Duration.ofMinutes(30));
        assertThat(tenAndTwenty(parallel).duration()).isEqualTo(Duration.ofMinutes(20));
        assertThat(tenAndTwenty(series).duration()).isEqualTo(Duration.ofMinutes(30));
        assertThat(series.then(PipelineStep.of("unknown")).expected()).isEmpty();
    }

    private static PipelineRun tenAndTwenty(Pipeline pipeline) {
        return pipeline.start()
                .report("ten", Outcome.PASSED, Duration.ofMinutes(10))
                .orThrow()
                .report("twenty", Outcome.PASSED, Duration.ofMinutes(20))
                .orThrow();
    }

    @Test
    @Tag("GATE-12")
    void any_failure_fails_the_group_and_its_other_steps_still_end() {
        Pipeline pipeline = Pipeline.of("p")
                .parallel(PipelineStep.of("a"), PipelineStep.of("b"))
                .then(PipelineStep.of("c"));

        PipelineRun run = reported(pipeline.start(), Outcome.TIMED_OUT, "b");
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.due()).extracting(PipelineStep::name).containsExactly("a");
        assertThat(run.status("c")).isEqualTo(StepStatus.NOT_RUN);
        run = reported(run, Outcome.PASSED, "a");
        assertThat(run.isEnded()).isTrue();
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    @Tag("GATE-20")
    void without_passed_unit_tests_nothing_is_packed_and_people_are_told_all_the_same() {
        PipelineRun run = reported(Pipeline.BUILD.start(), Outcome.PASSED, "dependencies", "compile");
        run = reported(run, Outcome.FAILED, "unit tests");

        assertThat(run.status("image")).isEqualTo(StepStatus.NOT_RUN);
        assertThat(run.status("tag")).isEqualTo(StepStatus.NOT_RUN);
        assertThat(run.status("push")).isEqualTo(StepStatus.NOT_RUN);
        assertThat(run.due()).extracting(PipelineStep::name).containsExactly("notify");
        assertThat(run.notice().orElseThrow().title()).isEqualTo("Build failed");
        assertThat(run.notice()).hasToString("Optional[Build failed: unit tests]");

        PipelineRun ended = reported(run, Outcome.PASSED, "notify");
        assertThat(ended.isEnded()).isTrue();
        assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    @Tag("GATE-20")
    void a_build_goes_through_its_seven_steps_in_order() {
        assertThat(Pipeline.BUILD.steps())
                .extracting(PipelineStep::name)
                .containsExactly("dependencies", "compile", "unit tests", "image", "tag", "push", "notify");

        PipelineRun run = reported(
                Pipeline.BUILD.start(),
                Outcome.PASSED,
                "dependencies",
                "compile",
                "unit tests",
                "image",
                "tag",
                "push");
        assertThat(run.notice()).contains(new Notice("Build passed", List.of()));
        assertThat(run.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(reported(run, Outcome.PASSED, "notify").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_skipped_step_lets_the_next_one_be_run_one_of_which_nobody_can_tell_does_not() {
        assertThat(reported(Pipeline.TESTS.start(), Outcome.SKIPPED, "UNIT").due())
                .extracting(PipelineStep::name)
                .containsExactly("INTEGRATION");
        for (Outcome outcome : List.of(Outcome.UNKNOWN, Outcome.CANCELLED, Outcome.ERROR)) {
            PipelineRun run = reported(Pipeline.TESTS.start(), outcome, "UNIT");
            assertThat(run.due()).as(outcome.name()).isEmpty();
            assertThat(run.status("UNIT")).isEqualTo(StepStatus.FAILED);
        }
    }

    @Test
    void a_run_that_checked_nothing_has_not_passed() {
        Pipeline pipeline = Pipeline.of("p")
                .parallel(PipelineStep.of("a"), PipelineStep.of("b"))
                .then(PipelineStep.of("tell").always());
        PipelineRun skipped = reported(pipeline.start(), Outcome.SKIPPED, "a", "b");

        assertThat(skipped.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(reported(skipped, Outcome.PASSED, "tell").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(reported(skipped, Outcome.PASSED, "tell").notice()).isEmpty();

        PipelineRun half = reported(reported(pipeline.start(), Outcome.SKIPPED, "a"), Outcome.PASSED, "b", "tell");
        assertThat(half.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_run_is_recorded_as_a_build_that_ends_after_the_time_of_its_steps() {
        PipelineRun run = reported(Pipeline.TESTS.start(), Outcome.PASSED, "UNIT");
        ArtifactMetadata metadata = ArtifactMetadata.of("b1", NOON);

        assertThat(run.build(metadata)).isEqualTo(new Build(metadata, "Tests", Outcome.RUNNING, null));
        assertThat(reported(run, Outcome.FAILED, "INTEGRATION").build(metadata))
                .isEqualTo(new Build(metadata, "Tests", Outcome.FAILED, NOON.plusSeconds(120)));
        assertThat(Pipeline.of("empty").start().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Pipeline.of("empty").start().notice()).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused_with_what_would_be_accepted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.TESTS.then(PipelineStep.of("E2E")))
                .withMessage("pipeline Tests has two steps called 'E2E': expected one of each name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.TESTS.start().status("lint"))
                .withMessage("pipeline Tests has no step 'lint': expected one of UNIT, INTEGRATION, E2E,"
                        + " staging deploy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.TESTS.start().report("lint", Outcome.PASSED, MINUTE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepResult("UNIT", Outcome.RUNNING, MINUTE))
                .withMessage("step 'UNIT' is RUNNING: a result is expected when it has ended");
        assertThatIllegalArgumentException().isThrownBy(() -> new StepResult("UNIT", Outcome.PASSED, MINUTE.negated()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PipelineRun(Pipeline.TESTS, List.of(new StepResult("E2E", Outcome.PASSED, Duration.ZERO))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.of("p").parallel())
                .withMessage("a group of steps has at least one");
    }

    @Test
    void a_pipeline_draws_itself_group_by_group() {
        Pipeline pipeline = Pipeline.of("p")
                .parallel(PipelineStep.of("a"), PipelineStep.of("b"))
                .then(PipelineStep.of("tell").always());

        assertThat(pipeline.graph().nodes()).hasSize(3);
        assertThat(pipeline.graph().edges())
                .extracting(edge -> edge.from() + ">" + edge.to() + ":" + edge.label())
                .containsExactly("a>tell:always", "b>tell:always");
    }

    private static PipelineRun reported(PipelineRun run, Outcome outcome, String... steps) {
        PipelineRun next = run;
        for (String step : steps) {
            next = next.report(step, outcome, MINUTE).orThrow();
        }
        return next;
    }
}
