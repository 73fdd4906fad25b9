package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Commit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules of the embedding tool that may hold a loop. */
class GateTest {
    private static final LoopDefinition GATED = LoopDefinition.builder("gated")
            .gate(CODE, "review", "freeze")
            .gate(BUILD, "freeze")
            .build();

    private final List<String> asked = new ArrayList<>();
    private Verdict review = Verdict.pass();
    private Verdict freeze = Verdict.pass();

    @Test
    @Tag("SPI-10")
    void a_gate_of_ones_own_can_hold_a_loop() {
        Loop loop = inCode();
        review = Verdict.refuse("two more reviewers");
        assertThat(refused(loop.advance(BUILD)).reasons())
                .containsExactly(new Reason.GateRefused("review", "two more reviewers"));
        assertThat(loop.stage()).isEqualTo(CODE);
        assertThat(loop.permitted()).isEmpty();
        review = Verdict.pass();
        assertThat(loop.permitted()).containsExactly(BUILD);
        assertThat(loop.advance(BUILD).isAccepted()).isTrue();
    }

    @Test
    void each_gate_is_asked_once_for_an_attempt_to_go_on_and_for_nothing_else() {
        Loop loop = inCode();
        assertThat(asked).isEmpty();
        loop.advance(TEST);
        loop.record(Samples.build("b1", Outcome.PASSED));
        loop.returnTo(PLAN, "once more");
        loop.advance(CODE);
        assertThat(asked).isEmpty();
        loop.advance(BUILD);
        assertThat(asked).containsExactly("review in CODE", "freeze in CODE");
    }

    @Test
    void every_gate_that_holds_the_loop_is_named() {
        Loop loop = inCode();
        review = Verdict.awaitingApproval("the approval of the security role");
        freeze = Verdict.refuse("no release before Monday");
        Decision.Refused refused = refused(loop.advance(BUILD));
        assertThat(refused.reasons()).extracting(Reason::code).containsExactly("WAITING_APPROVAL", "GATE");
        assertThat(refused.message())
                .isEqualTo("gate 'review' is waiting: the approval of the security role; ask again when it is there; "
                        + "gate 'freeze' refuses: no release before Monday");
    }

    @Test
    void what_waits_for_no_approval_does_not_say_that_it_does() {
        Loop loop = inCode();
        review = Verdict.waiting("the scan runs");
        assertThat(refused(loop.advance(BUILD)).reasons())
                .extracting(Reason::code, Reason::message)
                .containsExactly(
                        tuple("WAITING", "gate 'review' is waiting: the scan runs; ask again when it is there"));
    }

    @Test
    void a_gate_that_throws_or_says_nothing_refuses() {
        List<Gate> broken = List.of(
                (state, command) -> {
                    throw new IllegalStateException("no connection");
                },
                (state, command) -> {
                    throw new Exception("no connection");
                },
                (state, command) -> {
                    throw new AssertionError("no connection");
                },
                GateTest::endless);
        for (Gate gate : broken) {
            Loop loop = engine(gate).start(LOOP);
            loop.advance(CODE).orThrow();
            LoopState before = loop.state();
            Decision.Refused refused = refused(loop.advance(BUILD));
            assertThat(refused.reasons()).extracting(Reason::code).containsExactly("GATE_FAILED");
            assertThat(loop.state()).isEqualTo(before);
            assertThat(loop.history()).hasSize(1);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Verdict endless(LoopState state, Command command) {
        return endless(state, command);
    }

    @Test
    void a_gate_that_asks_the_engine_to_move_the_loop_refuses_and_nothing_is_moved() {
        List<Loop> inside = new ArrayList<>();
        Loop loop = engine((state, command) -> {
                    inside.get(0).advance(BUILD).orThrow();
                    return Verdict.pass();
                })
                .start(LOOP);
        inside.add(loop);
        loop.advance(CODE).orThrow();
        assertThat(refused(loop.advance(BUILD)).message())
                .contains("gate 'review' could not judge", "a gate must not make requests of the engine");
        assertThat(loop.stage()).isEqualTo(CODE);
        assertThat(loop.returnTo(PLAN, "after a gate was asked, requests are taken again")
                        .isAccepted())
                .isTrue();
    }

    @Test
    void an_engine_without_the_gates_that_its_definition_asks_for_is_not_built() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        LoopEngine.builder(Samples.clock()).definition(GATED).build())
                .withMessageContaining("[review, freeze]");
    }

    @Test
    void without_verdicts_the_pure_function_refuses() {
        LoopState state = inCode().state();
        Decision decision = GATED.decide(
                state,
                new Command.Advance(Samples.metadata("x", 10), BUILD, List.of()),
                Verdicts.of("freeze", Verdict.pass()));
        assertThat(refused(decision).reasons()).containsExactly(new Reason.GateFailed("review", "it was not asked"));
    }

    @Test
    void checking_asks_the_gates_and_does_nothing() {
        Loop loop = inCode();
        LoopState before = loop.state();
        assertThat(loop.check(BUILD).isAccepted()).isTrue();
        assertThat(asked).hasSize(2);
        freeze = Verdict.refuse("frozen");
        assertThat(loop.check(BUILD).isAccepted()).isFalse();
        assertThat(loop.check(TEST).isAccepted()).isFalse();
        assertThat(loop.state()).isEqualTo(before);
        assertThat(loop.history()).hasSize(1);
    }

    @Test
    void an_automatic_stage_asks_its_gates_when_something_is_recorded() {
        LoopDefinition automatic = LoopDefinition.builder("by-itself")
                .require(CODE, new Contract.Present(Commit.KIND))
                .gate(CODE, "review")
                .automatic(CODE)
                .build();
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(automatic)
                .gate("review", (state, command) -> review)
                .build()
                .start(LOOP);
        loop.advance(CODE).orThrow();
        review = Verdict.refuse("no");
        loop.record(Shop.leaving(CODE).get(0)).orThrow();
        assertThat(loop.stage()).as("what was recorded is kept, the move waits").isEqualTo(CODE);
        assertThat(loop.state().artifacts()).hasSize(1);
        review = Verdict.pass();
        loop.record(Shop.item()).orThrow();
        assertThat(loop.stage()).isEqualTo(BUILD);
    }

    @Test
    void the_exception_of_a_refusal_holds_it() {
        Loop loop = inCode();
        review = Verdict.refuse("no");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> loop.advance(BUILD).orThrow())
                .withMessageContaining("gate 'review' refuses: no");
    }

    private Loop inCode() {
        Loop loop = engine((state, command) -> {
                    asked.add("review in " + state.stage());
                    return review;
                })
                .start(LOOP);
        loop.advance(CODE).orThrow();
        return loop;
    }

    private LoopEngine engine(Gate first) {
        return LoopEngine.builder(Samples.clock())
                .definition(GATED)
                .gate("review", first)
                .gate("freeze", (state, command) -> {
                    asked.add("freeze in " + state.stage());
                    return freeze;
                })
                .build();
    }

    private static Decision.Refused refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return (Decision.Refused) decision;
    }
}
