package io.infinityloop.testkit;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopListener;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GivenLoopTest {
    private static final LoopDefinition RING = LoopDefinition.ring();
    private static final Build RED = Build.of("b-1", SettableClock.START, Outcome.FAILED);
    private static final Build GREEN = Build.of("b-2", SettableClock.START, Outcome.PASSED);

    @Test
    void what_is_as_expected_passes() {
        given(RING).whenAdvanced(CODE).thenAccepted().thenStage(CODE).thenEvents(Advanced.class);
        given(RING)
                .inStage(BUILD)
                .whenAdvanced(DEPLOY)
                .thenRefused("NO_TRANSITION")
                .thenRefusedSaying("cannot go from BUILD to DEPLOY", "TEST")
                .thenPermitted(TEST)
                .thenStage(BUILD)
                .thenEvents();
        given(RING)
                .inStage(BUILD)
                .recorded(RED)
                .whenAdvanced(TEST)
                .thenRefused("OUTCOME_FAILED")
                .thenPermitted();
        given(RING)
                .inStage(BUILD)
                .recorded(RED)
                .whenAdvanced(TEST, GREEN)
                .thenAccepted()
                .thenEvents(Recorded.class, Advanced.class)
                .and()
                .whenReturned(CODE, "not what was meant")
                .thenRound(1, 2)
                .and()
                .whenRetired("nobody wants it")
                .thenAccepted()
                .and()
                .whenRecorded(GREEN)
                .thenRefused("RETIRED");
        given(RING).inStage(MONITOR).whenAdvanced(PLAN).thenRound(2, 1);
    }

    @Test
    void what_is_not_as_expected_fails_and_says_what_was_answered() {
        DecidedLoop refused = given(RING).inStage(BUILD).whenAdvanced(DEPLOY);
        DecidedLoop granted = given(RING).inStage(BUILD).whenAdvanced(TEST, GREEN);

        assertFails(refused::thenAccepted, "a loop of 'ring' in BUILD, cycle 1, attempt 1, asked to advance to DEPLOY");
        assertFails(refused::thenAccepted, "refused: cannot go from BUILD to DEPLOY");
        assertFails(() -> refused.thenRefused("OUTCOME_FAILED"), "NO_TRANSITION");
        assertFails(() -> refused.thenRefused("NO_TRANSITION", "RETIRED"), "RETIRED");
        assertFails(() -> refused.thenRefusedSaying("to BUILD", "to DEPLOY", "to PLAN"), "to PLAN");
        assertFails(refused::thenPermitted, "TEST");
        assertFails(() -> refused.thenPermitted(TEST, CODE), "CODE");
        assertFails(() -> refused.thenStage(DEPLOY), "BUILD");
        assertFails(() -> refused.thenRound(2, 1), "cycle and attempt");
        assertFails(() -> refused.thenRound(1, 2), "cycle and attempt");
        assertFails(() -> refused.thenEvents(Advanced.class), "Advanced");

        assertFails(() -> granted.thenRefused("NO_TRANSITION"), "granted it");
        assertFails(() -> granted.thenRefusedSaying(""), "granted it");
        assertFails(granted::thenPermitted, "granted it");
        assertFails(() -> granted.thenStage(BUILD), "granted it");
        assertFails(granted::thenEvents, "granted it");
        assertFails(() -> granted.thenEvents(Advanced.class, Recorded.class), "Recorded");
    }

    @Test
    void an_unexpected_reason_beside_the_expected_one_fails() {
        DecidedLoop both = given(RING).inStage(BUILD).recorded(RED).whenAdvanced(DEPLOY);
        both.thenRefused("OUTCOME_FAILED", "NO_TRANSITION");
        assertFails(() -> both.thenRefused("NO_TRANSITION"), "OUTCOME_FAILED");
    }

    @Test
    void a_return_is_given_without_being_judged_and_a_request_may_be_late() {
        GivenLoop again = given(RING).inStage(TEST).recorded(RED).returned(BUILD, "the build was red");
        assertThat(again.state().attempt()).isEqualTo(2);
        again.whenAdvanced(TEST).thenAccepted().thenRound(1, 2);
        again.later(Duration.ofMinutes(-1)).whenAdvanced(TEST).thenAccepted();
        again.later(Duration.ofMinutes(-2)).whenAdvanced(TEST).thenRefused("OUT_OF_ORDER");
    }

    @Test
    void an_edge_begins_where_the_loop_stands() {
        Edge back = new Edge(Edge.Kind.RETURN, TEST, BUILD);
        given(RING).inStage(TEST).whenMoved(back).thenAccepted().thenRound(1, 2);
        given(RING)
                .inStage(BUILD)
                .whenMoved(new Edge(Edge.Kind.ADVANCE, BUILD, TEST), GREEN)
                .thenEvents(Recorded.class, Advanced.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(RING).whenMoved(back))
                .withMessageContaining("an edge from PLAN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(RING).inStage(TEST).whenMoved(back, GREEN));
    }

    @Test
    void a_history_may_be_that_of_any_loop() {
        LoopId own = LoopId.of("SHOP-1");
        Started started = RING.start(EventMetadata.of("1", "portal", SettableClock.START), own);
        Recorded recorded = new Recorded(EventMetadata.of("2", "portal", SettableClock.START), own, GREEN);
        DecidedLoop decided = given(RING).history(List.of(started, recorded)).whenAdvanced(CODE);
        assertThat(decided.thenAccepted().events())
                .singleElement()
                .satisfies(event -> assertThat(event.loop()).isEqualTo(own));
        assertThat(decided.state().revision()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> given(RING).history(List.of(recorded)));
        assertThatIllegalArgumentException().isThrownBy(() -> given(RING).history(List.of()));
    }

    @Test
    void a_gate_says_what_it_is_told_to_say() {
        LoopDefinition rules = LoopDefinition.builder("team")
                .require(CODE, new Contract.Present(Commit.KIND))
                .gate(CODE, "review", "budget")
                .build();
        GivenLoop coded = given(rules).inStage(CODE).recorded(Commit.of("c-1", SettableClock.START, "pay by card"));
        coded.whenAdvanced(BUILD).thenRefused("GATE_FAILED").thenRefusedSaying("review", "budget", "not asked");
        coded.gatesPass().whenAdvanced(BUILD).thenAccepted();
        coded.gate("review", Verdict.pass()).whenAdvanced(BUILD).thenRefused("GATE_FAILED");
        coded.gatesPass()
                .gate("review", Verdict.refuse("no tests"))
                .whenAdvanced(BUILD)
                .thenRefused("GATE")
                .thenRefusedSaying("no tests")
                .and()
                .gate("review", Verdict.pass())
                .whenAdvanced(BUILD)
                .thenAccepted();
        coded.gatesPass()
                .returned(PLAN, "again")
                .inStage(CODE)
                .whenAdvanced(BUILD)
                .thenRefused("CONTRACT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coded.gate("reviews", Verdict.pass()))
                .withMessage("the definition 'team' asks for no gate 'reviews': it asks for review, budget");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(RING).gate("any", Verdict.pass()))
                .withMessageContaining("it asks for none");
    }

    @Test
    void listeners_hear_each_answer() {
        List<String> heard = new ArrayList<>();
        GivenLoop given = given(RING).heardBy(new LoopListener() {
            @Override
            public void onAccepted(Decision.Accepted decision, LoopState after) {
                heard.add("now in " + after.stage());
            }

            @Override
            public void onRefused(Command command, Decision.Refused decision, LoopState unchanged) {
                heard.add("still in " + unchanged.stage());
            }
        });
        given.whenAdvanced(TEST).and().whenAdvanced(CODE).and().whenAdvanced(BUILD);
        assertThat(heard).containsExactly("still in PLAN", "now in CODE", "now in BUILD");
    }

    private static void assertFails(ThrowingCallable expectation, String saying) {
        assertThatThrownBy(expectation).isInstanceOf(AssertionError.class).hasMessageContaining(saying);
    }
}
