package io.infinityloop.gate;

import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.gate.Gated.NOON;
import static io.infinityloop.gate.Gated.in;
import static io.infinityloop.gate.Gated.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.machine.Gate;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.Reason;
import io.infinityloop.rule.QualityGate;
import io.infinityloop.rule.StepPolicy;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gates made of conditions, at the machine. */
class MeasuredGatesTest {
    private static Artifact metric(String name, String value) {
        return Measurement.of(name, NOON, "shop", new Reading.Metric(name, new BigDecimal(value), ""));
    }

    private static Artifact tests(long failed) {
        return new TestRun(
                ArtifactMetadata.of("t" + failed, NOON),
                TEST,
                "e2e",
                Outcome.PASSED,
                new TestRun.Counts(7, failed, 0),
                null);
    }

    @Test
    void a_run_that_counted_no_tests_says_nothing_of_how_many_failed() {
        Loop loop = in(TEST, Gates.quality(QualityGate.of("release", "tests.failed = 0")));
        assertThat(reasons(loop.advance(RELEASE, TestRun.of("t", NOON, Outcome.PASSED))))
                .containsExactly(
                        new Reason.GateWaiting("asked", "release: FAILED: tests.failed = 0: UNKNOWN, it is not known"));
    }

    @Test
    void what_single_values_can_never_fulfil_is_refused_when_the_gate_is_made() {
        QualityGate held = QualityGate.of("release", "coverage >= 80", "not (cpu > 50 for 5m)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gates.quality(held))
                .withMessageContaining("asks how long or until when, which a single value does not say");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepPolicy.of("n >= 10", "errors < 1 for 5m").judge(Map.of()));
    }

    @Test
    @Tag("GATE-04")
    void a_loop_leaves_a_stage_when_all_conditions_hold_and_else_hears_what_was_required_and_found() {
        Loop loop = in(
                TEST,
                Gates.quality(QualityGate.of("release", "e2e.failed = 0", "coverage >= 80", "latency.p95 < 500")));
        loop.record(tests(0));
        loop.record(metric("coverage", "81"));
        assertThat(reasons(loop.advance(RELEASE)))
                .containsExactly(new Reason.GateWaiting(
                        "asked", "release: FAILED: latency.p95 < 500: UNKNOWN, it is not known"));
        assertThat(reasons(loop.advance(RELEASE, metric("latency.p95", "510"))))
                .containsExactly(
                        new Reason.GateRefused("asked", "release: FAILED: latency.p95 < 500: FALSE, it is 510"));
        assertThat(loop.advance(RELEASE, metric("latency.p95", "499")).isAccepted())
                .isTrue();
    }

    @Test
    void an_unrelated_measurement_of_many_digits_does_not_make_the_gate_fail() {
        Loop loop = in(TEST, Gates.quality(QualityGate.of("release", "coverage >= 80")));
        loop.record(metric("ratio", "0.3333333333333333333333333333333333"));
        assertThat(loop.advance(RELEASE, metric("coverage", "81")).isAccepted()).isTrue();
    }

    @Test
    @Tag("OBS-07")
    void with_no_error_budget_left_a_feature_is_held_back_and_a_fix_passes() {
        BigDecimal[] left = {BigDecimal.ZERO};
        Gate gate = Gates.errorBudget(() -> left[0]);

        Loop feature = in(RELEASE, gate);
        feature.record(release("1.5.0", "feature"));
        assertThat(reasons(feature.advance(Stage.DEPLOY)))
                .containsExactly(new Reason.GateRefused(
                        "asked",
                        "the error budget is spent, 0 is left:"
                                + " a release labelled intent fix may pass, others when there is some"));
        assertThat(in(RELEASE, gate)
                        .advance(Stage.DEPLOY, release("1.4.3", "fix"))
                        .isAccepted())
                .isTrue();
        left[0] = BigDecimal.ONE;
        assertThat(feature.advance(Stage.DEPLOY).isAccepted()).isTrue();
    }

    private static Artifact release(String version, String intent) {
        return new Release(
                ArtifactMetadata.of(version, NOON).with(Labels.of(Labels.INTENT, intent)), version, "v" + version);
    }
}
