package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Colour;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BlueGreenTest {
    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant SWITCHED = TEN.plusSeconds(600);

    private final BlueGreen prepared = BlueGreen.start(started());

    @Test
    void nobody_keeps_the_old_side_for_ever() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlueGreen.start(started(), Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageContaining("at most PT240000H");
    }

    @Test
    @Tag("DEP-02")
    void the_happy_path_ends_with_green_live() {
        assertThat(prepared.live()).isEqualTo(Colour.BLUE);
        assertThat(prepared.liveVersion()).isEqualTo("1.2.2");

        BlueGreen done =
                switched().decommission(SWITCHED.plus(Duration.ofHours(24))).orThrow();

        assertThat(done.course().moves())
                .extracting(Move::to)
                .containsExactly(
                        BlueGreenState.PREPARED,
                        BlueGreenState.DEPLOYED,
                        BlueGreenState.TESTED,
                        BlueGreenState.SWITCHED,
                        BlueGreenState.DECOMMISSIONED);
        assertThat(done.live()).isEqualTo(Colour.GREEN);
        assertThat(done.liveVersion()).isEqualTo("1.2.3");
        assertThat(done.sides()).isEqualTo(Map.of(Colour.BLUE, BlueGreen.Side.GONE, Colour.GREEN, BlueGreen.Side.LIVE));
        assertThat(done.deployment().status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(done.deployment().finishedAt()).isEqualTo(SWITCHED);
        assertThat(done.deployment().verifications()).containsExactly(Verification.passed("tests on green"));
        assertThat(done.deployment().plan().strategy()).isEqualTo(DeploymentStrategy.BLUE_GREEN);
        assertThat(done.deployment().plan().colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    @Tag("DEP-02")
    void a_switch_before_green_has_passed_its_tests_is_refused() {
        BlueGreen deployed = prepared.deploy(TEN.plusSeconds(60)).orThrow();
        BlueGreen rejected = deployed.test(TEN.plusSeconds(120), Evidence.NONE, Verification.failed("tests on green"))
                .orThrow();

        assertThat(deployed.switchOver(SWITCHED))
                .isEqualTo(Progress.refused(
                        deployed,
                        "cannot go from DEPLOYED to SWITCHED: after DEPLOYED comes TESTED or REJECTED",
                        List.of("TESTED", "REJECTED")));
        assertThat(prepared.switchOver(SWITCHED).isMoved()).isFalse();
        assertThat(rejected.switchOver(SWITCHED).isMoved()).isFalse();
        assertThat(rejected.live()).isEqualTo(Colour.BLUE);
        assertThat(rejected.deployment().status()).isEqualTo(DeploymentStatus.FAILED);
    }

    @Test
    void what_does_not_come_to_run_is_rejected_and_the_old_side_serves_on() {
        BlueGreen failed = prepared.failed(TEN.plusSeconds(60), Evidence.of("no space left"))
                .orThrow();

        assertThat(failed.state()).isEqualTo(BlueGreenState.REJECTED);
        assertThat(failed.sides())
                .isEqualTo(Map.of(Colour.BLUE, BlueGreen.Side.LIVE, Colour.GREEN, BlueGreen.Side.EMPTY));
        assertThat(failed.deployment().status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(failed.deployment().finishedAt()).isEqualTo(TEN.plusSeconds(60));
        assertThat(failed.deploy(SWITCHED).isMoved()).isFalse();
        assertThat(RolloutTest.reason(prepared.test(SWITCHED, Evidence.NONE, Verification.failed("smoke"))))
                .isEqualTo("cannot go from PREPARED to TESTED: nothing runs on the new side, deploy first");
        assertThat(RolloutTest.reason(prepared.deploy(TEN).orThrow().failed(SWITCHED, Evidence.NONE)))
                .endsWith("say how its tests ended");
    }

    @Test
    void what_nobody_knows_of_a_test_is_not_a_pass() {
        BlueGreen deployed = prepared.deploy(TEN).orThrow();

        assertThat(deployed.test(
                                TEN,
                                Evidence.NONE,
                                Verification.passed("smoke"),
                                new Verification("load", Outcome.UNKNOWN))
                        .orThrow()
                        .state())
                .isEqualTo(BlueGreenState.REJECTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deployed.test(TEN, Evidence.NONE))
                .withMessageContaining("expected at least one");
    }

    @Test
    @Tag("DEP-03")
    void after_the_switch_a_roll_back_makes_blue_live() {
        BlueGreen back = switched()
                .switchBack(SWITCHED.plusSeconds(30), Evidence.of("errors above 1 %"))
                .orThrow();

        assertThat(back.live()).isEqualTo(Colour.BLUE);
        assertThat(back.liveVersion()).isEqualTo("1.2.2");
        assertThat(back.deployment().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(back.deployment().finishedAt()).isEqualTo(SWITCHED.plusSeconds(30));
        assertThat(back.course().last().evidence().note()).isEqualTo("errors above 1 %");
    }

    @Test
    @Tag("DEP-03")
    void after_the_decommission_there_is_no_way_back() {
        BlueGreen done =
                switched().decommission(SWITCHED.plus(Duration.ofHours(24))).orThrow();

        assertThat(done.switchBack(SWITCHED.plus(Duration.ofHours(25)), Evidence.NONE))
                .isEqualTo(Progress.refused(
                        done,
                        "cannot go from DECOMMISSIONED to SWITCHED_BACK: DECOMMISSIONED is where it ends",
                        List.of()));
    }

    @Test
    @Tag("DEP-04")
    void blue_is_kept_for_24_hours_after_the_switch() {
        Instant tooEarly = SWITCHED.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(59));

        assertThat(switched().decommission(tooEarly))
                .isEqualTo(Progress.refused(
                        switched(),
                        "cannot go from SWITCHED to DECOMMISSIONED: BLUE is kept for PT24H after the switch, until"
                                + " 2026-03-04T10:10:00Z, and it is 2026-03-04T10:09:00Z",
                        List.of("SWITCHED_BACK", "DECOMMISSIONED")));
        assertThat(switched().decommission(SWITCHED.plus(Duration.ofHours(24))).isMoved())
                .isTrue();
    }

    @Test
    @Tag("DEP-04")
    void how_long_blue_is_kept_can_be_chosen() {
        BlueGreen brief = switched(BlueGreen.start(started(), Duration.ofMinutes(5)));

        assertThat(brief.decommission(SWITCHED.plusSeconds(299)).isMoved()).isFalse();
        assertThat(brief.decommission(SWITCHED.plusSeconds(300)).isMoved()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlueGreen.start(started(), Duration.ofSeconds(-1)))
                .withMessageContaining("expected zero or more");
    }

    @Test
    void the_next_version_goes_to_the_side_that_the_plan_names() {
        Deployment toBlue = started();
        BlueGreen second = BlueGreen.start(toBlue.with(toBlue.plan().blueGreen(Colour.BLUE)));

        assertThat(second.live()).isEqualTo(Colour.GREEN);
        assertThat(switched(second).live()).isEqualTo(Colour.BLUE);
    }

    @Test
    void what_contradicts_itself_is_no_blue_green_deployment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlueGreen.start(started().failed(TEN)))
                .withMessage("deployment d1 is FAILED, expected IN_PROGRESS: its process is PREPARED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlueGreen(started(), Duration.ZERO, prepared.course()))
                .withMessage("deployment d1 has the strategy null, expected BLUE_GREEN");
        Deployment noSide = started().with(started().plan().withStrategy(DeploymentStrategy.BLUE_GREEN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlueGreen(noSide, Duration.ZERO, prepared.course()))
                .withMessage("deployment d1 names no side: expected a colour");
        BlueGreen done =
                switched().decommission(SWITCHED.plus(Duration.ofHours(24))).orThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlueGreen(done.deployment(), Duration.ofDays(3), done.course()))
                .withMessageContaining("before it was kept for PT72H");
    }

    private BlueGreen switched() {
        return switched(prepared);
    }

    private static BlueGreen switched(BlueGreen start) {
        return start.deploy(TEN.plusSeconds(60))
                .orThrow()
                .test(TEN.plusSeconds(300), Evidence.NONE, Verification.passed("tests on green"))
                .orThrow()
                .switchOver(SWITCHED)
                .orThrow();
    }

    private static Deployment started() {
        return ProcessValues.started(ArtifactMetadata.of("d1", TEN));
    }
}
