package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.build;
import static io.infinityloop.machine.Samples.metadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopDefinitionTest {
    private final LoopDefinition ring = LoopDefinition.ring();

    @Test
    void it_has_a_name_and_starts_in_plan() {
        assertThat(ring.id()).isEqualTo("ring");
        assertThat(ring.start(metadata("1", 0), LOOP).stage()).isEqualTo(PLAN);
    }

    @Test
    void a_granted_advance_records_what_is_given_and_then_moves() {
        Decision decision =
                ring.decide(in(BUILD), advance("7", TEST, build("b1", Outcome.FAILED), build("b2", Outcome.PASSED)));
        List<LoopEvent> events = decision.orThrow().events();
        assertThat(events)
                .extracting(LoopEvent::key)
                .containsExactly(
                        new EventKey("portal", "7/1"), new EventKey("portal", "7/2"), new EventKey("portal", "7"));
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        Advanced.class,
                        advanced -> assertThat(advanced.artifacts())
                                .containsExactly(new ArtifactRef("build", "b1"), new ArtifactRef("build", "b2")));
    }

    @Test
    void a_move_that_brings_its_own_failure_is_refused_and_the_next_stage_stays_permitted() {
        Decision.Refused refused = refused(in(BUILD), advance("7", TEST, build("b1", Outcome.FAILED)));
        assertThat(refused.reasons())
                .containsExactly(new Reason.OutcomeFailed(BUILD, "build", new ArtifactRef("build", "b1")));
        assertThat(refused.permitted()).containsExactly(TEST);
    }

    @Test
    void a_refusal_names_every_reason_and_only_what_is_permitted_now() {
        LoopState held = ring
                .decide(in(BUILD), new Command.Attach(metadata("5", 50), build("b1", Outcome.FAILED)))
                .orThrow()
                .events()
                .stream()
                .reduce(in(BUILD), LoopState::evolve, (one, other) -> other);
        Decision.Refused refused = refused(held, advance("7", DEPLOY));
        assertThat(refused.reasons())
                .extracting(Reason::code)
                .containsExactly("NO_TRANSITION", "OUT_OF_ORDER", "OUTCOME_FAILED");
        assertThat(refused.from()).isEqualTo(BUILD);
        assertThat(refused.permitted()).isEmpty();
        assertThat(ring.permitted(held)).isEmpty();
        assertThat(refused.message())
                .isEqualTo("cannot go from BUILD to DEPLOY: the only stage after BUILD is TEST; "
                        + "2026-01-05T09:20:00Z is before the loop's last event at 2026-01-05T09:50:00Z; "
                        + "time does not go back within a loop, so date the request then or later; "
                        + "cannot leave BUILD: 'build' failed (build:b1); record a passed build of it, or return to an "
                        + "earlier stage");
    }

    @Test
    void a_plain_refusal_is_made_once() {
        assertThat(ring.decide(in(PLAN), advance("7", DEPLOY))).isSameAs(ring.decide(in(PLAN), advance("8", DEPLOY)));
    }

    @Test
    void only_an_earlier_stage_of_the_cycle_can_be_returned_to() {
        Decision.Refused late = refused(in(CODE), new Command.ReturnTo(metadata("7", 20), BUILD, "why not"));
        assertThat(late.reasons()).containsExactly(new Reason.NoReturn(CODE, BUILD, List.of(PLAN)));
        assertThat(late.message()).isEqualTo("cannot return from CODE to BUILD: the only earlier stage is PLAN");
        Decision.Refused first = refused(in(PLAN), new Command.ReturnTo(metadata("7", 20), PLAN, "why not"));
        assertThat(first.message()).isEqualTo("cannot return from PLAN to PLAN: PLAN is the first stage of the cycle");
    }

    @Test
    void the_refusal_as_an_exception_holds_the_refusal() {
        Decision decision = ring.decide(in(PLAN), advance("7", BUILD));
        assertThat(decision.isAccepted()).isFalse();
        assertThatThrownBy(decision::orThrow)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.refused()).isSameAs(decision))
                .hasMessage("cannot go from PLAN to BUILD: the only stage after PLAN is CODE");
    }

    @Test
    void a_request_says_why_and_leaves_room_for_the_ids_of_its_artifacts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.ReturnTo(metadata("1", 0), PLAN, " "))
                .withMessage("cause must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.Retire(metadata("1", 0), ""))
                .withMessage("reason must not be blank");
        String longest = "x".repeat(500);
        assertThat(ring.decide(in(PLAN), advance(longest, CODE)).isAccepted()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advance(longest, CODE, build("b1", Outcome.PASSED)))
                .withMessageContaining("502 characters");
    }

    @Test
    void decisions_hold_something_and_cannot_be_changed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision.Accepted(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision.Refused(PLAN, List.of(), List.of()));
        List<LoopEvent> events =
                ring.decide(in(PLAN), advance("1", CODE)).orThrow().events();
        assertThatThrownBy(events::clear).isInstanceOf(UnsupportedOperationException.class);
        Decision.Refused refused = refused(in(PLAN), advance("1", PLAN));
        assertThatThrownBy(() -> refused.reasons().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> refused.permitted().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private LoopState in(Stage stage) {
        return Samples.loopIn(stage).state();
    }

    private Decision.Refused refused(LoopState state, Command command) {
        return (Decision.Refused) ring.decide(state, command);
    }

    private static Command advance(String id, Stage to, Artifact... artifacts) {
        return new Command.Advance(metadata(id, 20), to, List.of(artifacts));
    }
}
