package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Share;
import io.infinityloop.process.RolloutPlan.Subject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final Evidence GOOD = Evidence.of("error rate 0.3 %");

    private final Rollout prepared = Rollout.prepare(RolloutPlan.CANARY, TEN);

    @Test
    @Tag("DEP-07")
    void the_default_plan_of_a_canary_is_5_25_50_and_100_percent_of_the_servers() {
        assertThat(RolloutPlan.CANARY).isEqualTo(RolloutPlan.of(Subject.SERVERS, 5, 25, 50, 100));
        assertThat(RolloutPlan.CANARY.steps()).hasToString("[5 %, 25 %, 50 %, 100 %]");
    }

    @Test
    @Tag("DEP-07")
    @Tag("REL-07")
    void steps_can_be_chosen_and_rise_strictly_to_100() {
        assertThat(RolloutPlan.of(Subject.USERS, 1, 100).steps()).hasSize(2);
        assertThat(RolloutPlan.of(Subject.SERVERS, 100).steps()).hasSize(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RolloutPlan.of(Subject.SERVERS, 5, 25, 25, 100))
                .withMessage("steps [5 %, 25 %, 25 %, 100 %] do not rise at 25 %: expected each above the one before,"
                        + " and the first above 0 %");
        assertThatIllegalArgumentException().isThrownBy(() -> RolloutPlan.of(Subject.SERVERS, 25, 5, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> RolloutPlan.of(Subject.SERVERS, 0, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RolloutPlan.of(Subject.SERVERS, 5, 50))
                .withMessage("steps [5 %, 50 %] end at 50 %: expected 100 %");
        assertThatIllegalArgumentException().isThrownBy(() -> RolloutPlan.of(Subject.SERVERS));
    }

    @Test
    void it_begins_once_and_before_any_decision() {
        Rollout begun = prepared.begin(TEN).orThrow();

        assertThat(reason(prepared.expand(TEN, GOOD)))
                .isEqualTo("cannot go from PREPARED to EXPOSED: there is nothing to go on from, begin first");
        assertThat(reason(begun.begin(TEN)))
                .isEqualTo("cannot go from EXPOSED to EXPOSED: it began before, decide on the next step");
        assertThat(prepared.pause(TEN, GOOD).isMoved()).isFalse();
        assertThat(prepared.rollBack(TEN, GOOD).orThrow().exposure()).isEqualTo(Share.NONE);
    }

    @Test
    @Tag("DEP-09")
    void a_decision_without_evidence_is_refused() {
        Rollout begun = prepared.begin(TEN).orThrow();

        assertThat(reason(begun.expand(TEN, Evidence.NONE)))
                .isEqualTo("cannot go from EXPOSED to EXPOSED: a decision rests on something: expected a note, an"
                        + " artifact or a reading");
        assertThat(begun.pause(TEN, Evidence.NONE).isMoved()).isFalse();
        assertThat(begun.rollBack(TEN, Evidence.NONE).isMoved()).isFalse();
    }

    @Test
    void it_is_complete_at_100_percent_only_and_goes_no_further() {
        Rollout begun = prepared.begin(TEN).orThrow();
        Rollout all = begun.expand(TEN, GOOD)
                .orThrow()
                .expand(TEN, GOOD)
                .orThrow()
                .expand(TEN, GOOD)
                .orThrow();

        assertThat(reason(begun.complete(TEN, GOOD)))
                .isEqualTo("cannot go from EXPOSED to COMPLETED: 5 % have the new version: expected 100 %, the next"
                        + " step is 25 %");
        assertThat(all.exposure()).isEqualTo(Share.ALL);
        assertThat(all.next()).isEmpty();
        assertThat(reason(all.expand(TEN, GOOD)))
                .isEqualTo("cannot go from EXPOSED to EXPOSED: 100 % is the last step of the plan, complete it");
        Rollout complete = all.complete(TEN, GOOD).orThrow();
        assertThat(complete.exposure()).isEqualTo(Share.ALL);
        assertThat(complete.rollBack(TEN, GOOD).isMoved()).isFalse();
    }

    @Test
    void the_exposure_lasts_over_pauses() {
        Rollout paused = prepared.begin(TEN.plusSeconds(10))
                .orThrow()
                .pause(TEN.plusSeconds(20), GOOD)
                .orThrow()
                .pause(TEN.plusSeconds(30), GOOD)
                .orThrow();

        assertThat(paused.exposure()).isEqualTo(Share.ofPercent(5));
        assertThat(paused.exposedSince()).isEqualTo(TEN.plusSeconds(10));
        assertThat(paused.expandTo(Share.ofPercent(25), TEN.plusSeconds(40), GOOD)
                        .orThrow()
                        .exposedSince())
                .isEqualTo(TEN.plusSeconds(40));
        assertThat(paused.rollBack(TEN.plusSeconds(50), GOOD).orThrow().exposedSince())
                .isEqualTo(TEN.plusSeconds(50));
    }

    @Test
    void a_course_that_does_not_fit_the_plan_is_no_rollout() {
        Rollout begun = prepared.begin(TEN).orThrow().expand(TEN, GOOD).orThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rollout(RolloutPlan.of(Subject.SERVERS, 100), begun.course()))
                .withMessage("the rollout took 2 steps and is EXPOSED, though its plan has 1: [100 %]");
        Course<RolloutState> early = Rollout.LIFECYCLE
                .move(begun.course(), RolloutState.COMPLETED, TEN, GOOD)
                .orThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> new Rollout(RolloutPlan.CANARY, early));
        assertThat(List.of(begun.next().orElseThrow())).containsExactly(Share.ofPercent(50));
    }

    static String reason(Progress<?> progress) {
        return ((Progress.Refused<?>) progress).reason();
    }
}
