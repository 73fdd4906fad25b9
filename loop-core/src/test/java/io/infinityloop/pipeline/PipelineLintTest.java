package io.infinityloop.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.pipeline.PipelineFinding.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PipelineLintTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final PipelineStep UNIT = PipelineStep.of(TestLevel.UNIT);
    private static final PipelineStep E2E = PipelineStep.of(TestLevel.E2E);

    @Test
    @Tag("GATE-11")
    void end_to_end_tests_before_unit_tests_are_found_with_both_places() {
        Pipeline pipeline =
                Pipeline.of("p").then(PipelineStep.of("compile")).then(E2E).then(UNIT);

        assertThat(PipelineLint.of(pipeline))
                .containsExactly(new PipelineFinding(Code.SLOWER_FIRST, "E2E", 2, "UNIT", 3));
        assertThat(PipelineLint.of(pipeline).get(0).message())
                .isEqualTo("'E2E' (place 2) comes before 'UNIT' (place 3), which is faster: expected the faster one"
                        + " first");
        assertThat(PipelineLint.of(Pipeline.TESTS)).isEmpty();
        assertThat(PipelineLint.of(Pipeline.BUILD)).isEmpty();
        assertThat(PipelineLint.of(Pipeline.of("p").parallel(E2E, UNIT))).isEmpty();
    }

    @Test
    @Tag("GATE-11")
    void times_count_more_than_levels() {
        PipelineStep quick = E2E.taking(MINUTE);
        PipelineStep slow = UNIT.taking(Duration.ofMinutes(20));

        assertThat(PipelineLint.of(Pipeline.of("p").then(quick).then(slow))).isEmpty();
        assertThat(PipelineLint.of(Pipeline.of("p").then(slow).then(quick)))
                .containsExactly(new PipelineFinding(Code.SLOWER_FIRST, "UNIT", 1, "E2E", 2));
    }

    @Test
    @Tag("GATE-11")
    void a_late_stage_that_fails_more_often_than_an_early_one_is_found() {
        Pipeline pipeline = Pipeline.of("p").then(UNIT).then(E2E);
        PipelineRun passed = run(pipeline, Outcome.PASSED, Outcome.PASSED);
        PipelineRun late = run(pipeline, Outcome.PASSED, Outcome.FAILED);
        PipelineRun early =
                pipeline.start().report("UNIT", Outcome.FAILED, MINUTE).orThrow();

        assertThat(PipelineLint.of(pipeline, List.of(passed, late, late, early)))
                .as("one of four against two of three")
                .containsExactly(new PipelineFinding(Code.SAFER_FIRST, "UNIT", 1, "E2E", 2));
        assertThat(PipelineLint.of(pipeline, List.of(passed, late, early)))
                .as("one of three against one of two")
                .hasSize(1);
        assertThat(PipelineLint.of(pipeline, List.of(passed, passed, late, early, early)))
                .as("two of five against one of three")
                .isEmpty();
        assertThat(PipelineLint.of(pipeline, List.of())).isEmpty();
        assertThat(PipelineLint.of(Pipeline.TESTS, List.of(late)))
                .as("runs of another pipeline")
                .isEmpty();
    }

    private static PipelineRun run(Pipeline pipeline, Outcome unit, Outcome endToEnd) {
        return pipeline.start()
                .report("UNIT", unit, MINUTE)
                .orThrow()
                .report("E2E", endToEnd, MINUTE)
                .orThrow();
    }

    @Test
    @Tag("GATE-25")
    void of_two_suites_of_five_minutes_the_one_with_the_costlier_failure_is_first() {
        PipelineStep search = suite("search", 5, 1_000);
        PipelineStep checkout = suite("checkout", 5, 50_000);
        OrderPolicy policy = OrderPolicy.riskFirst();

        assertThat(policy.order(List.of(search, checkout))).containsExactly(checkout, search);
        assertThat(policy.findings(Pipeline.of("p").then(search).then(checkout)))
                .containsExactly(new PipelineFinding(Code.CHEAPER_FIRST, "search", 1, "checkout", 2));
        assertThat(policy.findings(Pipeline.of("p").then(checkout).then(search)))
                .isEmpty();
    }

    @Test
    @Tag("GATE-25")
    void a_faster_class_comes_first_whatever_the_risk() {
        PipelineStep slow = suite("slow", 11, 50_000);
        PipelineStep atTheLimit = suite("at the limit", 10, 10);
        PipelineStep fast = suite("fast", 2, 20);
        PipelineStep noRisk = PipelineStep.of("no risk").taking(MINUTE);
        PipelineStep noTime = PipelineStep.of("no time").guarding(BigDecimal.valueOf(99));
        OrderPolicy policy = OrderPolicy.riskFirst(Duration.ofMinutes(10));

        assertThat(policy.order(List.of(noTime, slow, noRisk, atTheLimit, fast)))
                .containsExactly(fast, atTheLimit, noRisk, slow, noTime);
        assertThat(policy.findings(Pipeline.of("p").then(fast).then(slow))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> OrderPolicy.riskFirst(MINUTE, MINUTE));
    }

    private static PipelineStep suite(String name, long minutes, long cost) {
        return PipelineStep.of(name)
                .testing(TestLevel.INTEGRATION)
                .taking(Duration.ofMinutes(minutes))
                .guarding(BigDecimal.valueOf(cost));
    }
}
