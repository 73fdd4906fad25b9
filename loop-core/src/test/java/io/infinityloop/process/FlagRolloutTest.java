package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Share;
import io.infinityloop.json.ValueReader;
import io.infinityloop.json.ValueWriter;
import io.infinityloop.rule.Check;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.StepDecision;
import io.infinityloop.rule.StepVerdict;
import io.infinityloop.rule.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlagRolloutTest {
    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final Evidence GOOD = Evidence.of("conversion is up");

    private final FlagRollout prepared = FlagRollout.start("new-checkout", TEN);
    private final FlagRollout at50 =
            prepared.begin(TEN).orThrow().expand(TEN.plusSeconds(60), GOOD).orThrow();

    @Test
    @Tag("REL-07")
    void the_default_plan_is_5_50_and_100_percent_of_the_users() {
        assertThat(prepared.rollout().plan()).isEqualTo(RolloutPlan.of(RolloutPlan.Subject.USERS, 5, 50, 100));

        List<Share> shares = new ArrayList<>(List.of(prepared.exposure()));
        FlagRollout flag = prepared.begin(TEN).orThrow();
        shares.add(flag.exposure());
        while (flag.rollout().next().isPresent()) {
            flag = flag.expand(TEN, GOOD).orThrow();
            shares.add(flag.exposure());
        }
        assertThat(shares).containsExactly(Share.NONE, Share.ofPercent(5), Share.ofPercent(50), Share.ofPercent(100));
        assertThat(flag.complete(TEN, GOOD).orThrow().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    @Tag("REL-07")
    void a_step_to_a_lower_value_is_refused_except_back_to_0() {
        assertThat(RolloutTest.reason(at50.expandTo(Share.ofPercent(5), TEN.plusSeconds(90), GOOD)))
                .isEqualTo("cannot go from EXPOSED to EXPOSED: 5 % is no rise from 50 %; the only way down is to roll"
                        + " back to 0 %");
        assertThat(at50.expandTo(Share.ofPercent(50), TEN.plusSeconds(90), GOOD).isMoved())
                .isFalse();
        assertThat(RolloutTest.reason(prepared.begin(TEN).orThrow().expandTo(Share.ALL, TEN.plusSeconds(90), GOOD)))
                .endsWith("100 % is not the next step of the plan, which is 50 %");
        assertThat(at50.kill(TEN.plusSeconds(90), "errors").orThrow().exposure())
                .isEqualTo(Share.NONE);
    }

    @Test
    @Tag("REL-17")
    void from_50_percent_the_kill_switch_hides_it_from_all_and_keeps_the_reason_and_deploys_nothing() {
        FlagRollout killed =
                at50.kill(TEN.plusSeconds(90), "orders are charged twice").orThrow();
        Artifact toRecord = killed.exposure("e3", List.of(ArtifactRef.parse("deployment:d1")));

        assertThat(killed.exposure()).isEqualTo(Share.NONE);
        assertThat(killed.rollout().course().last().evidence().note()).isEqualTo("orders are charged twice");
        assertThat(toRecord.kind()).isEqualTo(Exposure.KIND);
        assertThat(toRecord)
                .isEqualTo(new Exposure(
                        ArtifactMetadata.of("e3", TEN.plusSeconds(90))
                                .derivedFrom(List.of(ArtifactRef.parse("deployment:d1"))),
                        "new-checkout",
                        Share.NONE));
        assertThat(killed.highestExposure()).isEqualTo(Share.ofPercent(50));
    }

    @Test
    @Tag("REL-17")
    void it_can_be_killed_at_any_step() {
        FlagRollout at100 = at50.expand(TEN.plusSeconds(90), GOOD).orThrow();

        for (FlagRollout step : List.of(
                prepared,
                prepared.begin(TEN).orThrow(),
                at50,
                at50.pause(TEN.plusSeconds(70), GOOD).orThrow(),
                at100)) {
            assertThat(step.kill(TEN.plusSeconds(120), "why not").orThrow().exposure())
                    .isEqualTo(Share.NONE);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at50.kill(TEN.plusSeconds(90), " "))
                .withMessageContaining("reason");
    }

    @Test
    @Tag("REL-14")
    void named_test_users_see_it_and_others_do_not() {
        FlagRollout flag = prepared.withTesters(
                Audience.NOBODY.withTestUsers(Set.of("u-7", "u-3")).withExperiment("one page"));

        assertThat(flag.isOn("u-3")).isTrue();
        assertThat(flag.isOn("u-7")).isTrue();
        assertThat(flag.isOn("u-4")).isFalse();
        assertThat(flag.exposure()).isEqualTo(Share.NONE);
        FlagRollout killed = flag.kill(TEN, "broken").orThrow();
        assertThat(killed.isOn("u-3")).isFalse();
    }

    @Test
    @Tag("REL-14")
    void the_targets_are_test_users_a_share_or_all() {
        assertThat(Audience.ALL.includes("new-checkout", "anybody")).isTrue();
        assertThat(Audience.NOBODY.includes("new-checkout", "anybody")).isFalse();
        assertThat(Audience.NOBODY.withShare(Share.ofPercent(60)).includes("new-checkout", "user-1"))
                .isTrue();
        assertThat(Audience.NOBODY.withShare(Share.ofPercent(59)).includes("new-checkout", "user-1"))
                .isFalse();
    }

    @Test
    @Tag("REL-14")
    void targets_and_flag_survive_json() {
        Audience audience = Audience.NOBODY
                .withTestUsers(List.of("u-7", "u-3", "u-3"))
                .withShare(Share.ofPercent(5))
                .withExperiment("one page");
        FlagRollout flag = at50.withTesters(audience.withShare(Share.NONE));

        assertThat(audience.testUsers()).containsExactly("u-3", "u-7");
        assertThat(ValueReader.read(ValueWriter.toJson(audience), Audience.class))
                .isEqualTo(audience);
        assertThat(ValueReader.read(ValueWriter.toJson(flag), FlagRollout.class))
                .isEqualTo(flag);
    }

    @Test
    @Tag("REL-14")
    void no_user_is_named_in_what_is_recorded_or_logged() {
        FlagRollout flag = at50.withTesters(
                Audience.NOBODY.withTestUsers(List.of("ada@example.org")).withExperiment("one page"));

        assertThat(ValueWriter.toJson(flag.exposure("e2", List.of())))
                .contains("\"experiment\":\"one page\"")
                .doesNotContain("ada");
        assertThat(flag.toString()).contains("1 test users").doesNotContain("ada");
    }

    @Test
    void a_verdict_widens_it_keeps_it_or_hides_it() {
        List<Check> seen = List.of(new Check(Condition.parse("errors <= 1"), null, Truth.UNKNOWN));

        assertThat(at50.decide(new StepVerdict(StepDecision.EXPAND, seen), TEN.plusSeconds(90))
                        .orThrow()
                        .exposure())
                .isEqualTo(Share.ALL);
        FlagRollout paused = at50.decide(new StepVerdict(StepDecision.PAUSE, seen), TEN.plusSeconds(90))
                .orThrow();
        assertThat(paused.exposure()).isEqualTo(Share.ofPercent(50));
        assertThat(paused.rollout().course().last().evidence())
                .isEqualTo(Evidence.of("errors <= 1: UNKNOWN, it is not known"));
        assertThat(at50.decide(new StepVerdict(StepDecision.ROLL_BACK, seen), TEN.plusSeconds(90))
                        .orThrow()
                        .exposure())
                .isEqualTo(Share.NONE);
    }

    @Test
    void servers_and_users_are_not_mixed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlagRollout.start("new-checkout", RolloutPlan.CANARY, TEN))
                .withMessage("flag new-checkout is rolled out to SERVERS: expected USERS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prepared.withTesters(Audience.ALL))
                .withMessageContaining("expected 0 %");
    }
}
