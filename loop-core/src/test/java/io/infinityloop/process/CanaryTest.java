package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.Verification;
import io.infinityloop.rule.StepDecision;
import io.infinityloop.rule.StepPolicy;
import io.infinityloop.rule.StepVerdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CanaryTest {
    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");

    private final Canary prepared = Canary.start(ProcessValues.started(ArtifactMetadata.of("d1", TEN)));

    @Test
    @Tag("DEP-07")
    void all_good_goes_5_25_50_100_in_order_and_completes() {
        List<Share> exposures = new ArrayList<>();
        Canary canary = prepared.begin(TEN).orThrow();
        while (canary.state() != RolloutState.COMPLETED) {
            exposures.add(canary.exposure());
            canary = canary.expand(canary.rollout().course().since().plusSeconds(600), errors("0.3"))
                    .orThrow();
        }

        assertThat(exposures)
                .containsExactly(Share.ofPercent(5), Share.ofPercent(25), Share.ofPercent(50), Share.ofPercent(100));
        assertThat(canary.liveVersion()).isEqualTo("1.2.3");
        assertThat(canary.deployment().status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(canary.deployment().finishedAt()).isEqualTo(TEN.plusSeconds(2_400));
        assertThat(canary.deployment().verifications())
                .containsExactly(
                        Verification.passed("canary at 5 %"),
                        Verification.passed("canary at 25 %"),
                        Verification.passed("canary at 50 %"),
                        Verification.passed("canary at 100 %"));
    }

    @Test
    @Tag("DEP-08")
    void bad_metrics_at_25_percent_roll_back_to_0_and_end_it() {
        Canary at25 = prepared.begin(TEN).orThrow().expand(TEN, errors("0.3")).orThrow();
        Canary back = at25.rollBack(TEN.plusSeconds(60), errors("1.5")).orThrow();

        assertThat(at25.exposure()).isEqualTo(Share.ofPercent(25));
        assertThat(back.exposure()).isEqualTo(Share.NONE);
        assertThat(back.state()).isEqualTo(RolloutState.ROLLED_BACK);
        assertThat(back.liveVersion()).isEqualTo("1.2.2");
        assertThat(back.expand(TEN.plusSeconds(90), errors("0.3")).isMoved()).isFalse();
        assertThat(back.pause(TEN.plusSeconds(90), errors("0.3")).isMoved()).isFalse();
        assertThat(back.begin(TEN.plusSeconds(90)).isMoved()).isFalse();
        assertThat(back.rollBack(TEN.plusSeconds(90), errors("0.3")).isMoved()).isFalse();
        assertThat(back.deployment().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(back.deployment().verifications())
                .containsExactly(Verification.passed("canary at 5 %"), Verification.failed("canary at 25 %"));
    }

    @Test
    @Tag("DEP-09")
    void each_of_the_three_decisions_is_kept_with_its_evidence() {
        Canary begun = prepared.begin(TEN).orThrow();
        Canary paused = begun.pause(TEN, Evidence.of("12 requests of 1,000")).orThrow();
        Canary good = paused.expand(TEN, errors("0.3")).orThrow();
        Canary bad = good.rollBack(TEN, errors("1.5")).orThrow();

        assertThat(paused.state()).isEqualTo(RolloutState.PAUSED);
        assertThat(paused.exposure()).isEqualTo(Share.ofPercent(5));
        assertThat(bad.rollout().course().moves())
                .containsExactly(
                        new Move<>(RolloutState.PREPARED, TEN, Evidence.NONE),
                        new Move<>(RolloutState.EXPOSED, TEN, Evidence.NONE),
                        new Move<>(RolloutState.PAUSED, TEN, Evidence.of("12 requests of 1,000")),
                        new Move<>(RolloutState.EXPOSED, TEN, errors("0.3")),
                        new Move<>(RolloutState.ROLLED_BACK, TEN, errors("1.5")));
    }

    @Test
    @Tag("DEP-09")
    void a_policy_decides_by_what_was_measured_and_its_verdict_is_kept() {
        StepPolicy policy = StepPolicy.of("requests >= 1000", "error.rate <= 1");
        Canary begun = prepared.begin(TEN).orThrow();

        Canary paused = begun.decide(judged(policy, "12", "0.3"), TEN).orThrow();
        Canary good = paused.decide(judged(policy, "1000", "0.3"), TEN).orThrow();
        Canary bad = good.decide(judged(policy, "5000", "1.5"), TEN).orThrow();

        assertThat(bad.rollout().course().moves())
                .extracting(Move::to)
                .containsExactly(
                        RolloutState.PREPARED,
                        RolloutState.EXPOSED,
                        RolloutState.PAUSED,
                        RolloutState.EXPOSED,
                        RolloutState.ROLLED_BACK);
        assertThat(bad.rollout().course().last().evidence())
                .isEqualTo(Evidence.of("requests >= 1000: TRUE, it is 5000; error.rate <= 1: FALSE, it is 1.5")
                        .withReadings(List.of(
                                new Reading.Metric("requests", new BigDecimal("5000"), ""),
                                new Reading.Metric("error.rate", new BigDecimal("1.5"), ""))));
        assertThat(RolloutTest.reason(good.decide(new StepVerdict(StepDecision.EXPAND, List.of()), TEN)))
                .contains("a decision rests on something");
    }

    @Test
    @Tag("DEP-14")
    void the_highest_exposure_before_a_roll_back_is_known() {
        Canary back = prepared.begin(TEN)
                .orThrow()
                .expand(TEN, errors("0.3"))
                .orThrow()
                .rollBack(TEN, errors("1.5"))
                .orThrow();

        assertThat(back.highestExposure()).isEqualTo(Share.ofPercent(25));
        assertThat(prepared.highestExposure()).isEqualTo(Share.NONE);
    }

    @Test
    @Tag("DEP-14")
    void the_highest_exposure_is_read_from_what_was_recorded_of_a_roll_back() {
        Canary at5 = prepared.begin(TEN).orThrow();
        Canary at25 = at5.expand(TEN.plusSeconds(60), errors("0.3")).orThrow();
        Canary back = at25.rollBack(TEN.plusSeconds(120), errors("1.5")).orThrow();
        List<Exposure> recorded = List.of(at5.exposure("e1"), at25.exposure("e2"), back.exposure("e3"));

        assertThat(back.deployment().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(recorded)
                .extracting(Exposure::share)
                .containsExactly(Share.ofPercent(5), Share.ofPercent(25), Share.NONE);
        assertThat(recorded)
                .allSatisfy(exposure -> assertThat(exposure.derivedFrom())
                        .containsExactly(back.deployment().ref()));
        assertThat(recorded.stream().map(Exposure::share).max(Share::compareTo)).contains(Share.ofPercent(25));
    }

    @Test
    void each_change_of_the_exposure_can_be_recorded() {
        Canary begun = prepared.begin(TEN.plusSeconds(5)).orThrow();
        Exposure first = begun.exposure("e1");
        Exposure last =
                begun.rollBack(TEN.plusSeconds(65), errors("1.5")).orThrow().exposure("e2");

        assertThat(first.at()).isEqualTo(TEN.plusSeconds(5));
        assertThat(first.share()).isEqualTo(Share.ofPercent(5));
        assertThat(first.flag()).isEqualTo("d1");
        assertThat(first.derivedFrom()).containsExactly(begun.deployment().ref());
        assertThat(last.at()).isEqualTo(TEN.plusSeconds(65));
        assertThat(last.isExposed()).isFalse();
    }

    @Test
    void what_contradicts_itself_is_no_canary() {
        Deployment started = ProcessValues.started(ArtifactMetadata.of("d1", TEN));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Canary(started, prepared.rollout()))
                .withMessage("deployment d1 has the strategy null, expected CANARY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Canary.start(started.failed(TEN)))
                .withMessageContaining("expected IN_PROGRESS");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Canary(prepared.deployment(), Rollout.prepare(RolloutPlan.CANARY, TEN.minusSeconds(1))))
                .withMessageContaining("after its process");
    }

    private static StepVerdict judged(StepPolicy policy, String requests, String errorRate) {
        return policy.judge(Map.of("requests", new BigDecimal(requests), "error.rate", new BigDecimal(errorRate)));
    }

    private static Evidence errors(String percent) {
        return Evidence.NONE.withReadings(List.of(new Reading.Metric("error rate", new BigDecimal(percent), "%")));
    }
}
