package io.infinityloop.testkit;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.testkit.Edge.Kind.ADVANCE;
import static io.infinityloop.testkit.Edge.Kind.RETURN;
import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Verdict;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransitionCoverageTest {
    private static final LoopDefinition RING = LoopDefinition.ring();

    private final TransitionCoverage coverage = TransitionCoverage.of(RING);

    @Test
    void at_first_nothing_was_tried() {
        assertThat(coverage.untried()).hasSize(36);
        assertThat(coverage.neverRefused("NO_TRANSITION")).isEqualTo(Stage.all());
        assertThat(coverage.report())
                .startsWith("ring: 0 of 36 ways were gone\nnever gone: PLAN→CODE, ")
                .endsWith("\nrefused: nothing");
        assertFails(() -> coverage.assertEvery(ADVANCE), "MONITOR→PLAN");
        assertFails(() -> coverage.assertEvery(RETURN), "MONITOR⇢PLAN");
        assertFails(() -> coverage.assertRefused("NO_TRANSITION"), "NO_TRANSITION");
    }

    @Test
    void an_engine_tells_it_what_it_did() {
        Loop loop = LoopEngine.builder(SettableClock.start())
                .definition(RING)
                .listener(coverage)
                .build()
                .start(LoopId.of("a"));
        IntStream.range(0, 9).forEach(i -> loop.advance(loop.stage().next()).orThrow());
        coverage.assertEvery(ADVANCE);
        assertFails(() -> coverage.assertEvery(RETURN), "CODE⇢PLAN");
        loop.advance(DEPLOY);
        loop.advance(DEPLOY);
        loop.advance(BUILD).orThrow();
        loop.returnTo(CODE, "not right").orThrow();
        loop.returnTo(CODE, "again");

        assertThat(coverage.gone())
                .hasSize(9)
                .containsEntry(Edge.advance(Transition.from(PLAN)), 2L)
                .containsEntry(new Edge(RETURN, BUILD, CODE), 1L);
        assertThat(coverage.untried()).hasSize(27).doesNotContain(new Edge(RETURN, BUILD, CODE));
        assertThat(coverage.refused()).hasToString("{NO_RETURN in CODE=1, NO_TRANSITION in CODE=2}");
        assertThat(coverage.neverRefused("NO_TRANSITION")).hasSize(7).doesNotContain(CODE);
        assertThat(coverage.report())
                .contains("ring: 9 of 36 ways were gone")
                .endsWith("refused: NO_RETURN in CODE (1), NO_TRANSITION in CODE (2)");
        coverage.assertRefused("NO_TRANSITION", "NO_RETURN");
        assertFails(() -> coverage.assertRefused("NO_TRANSITION", "RETIRED"), "RETIRED");
    }

    @Test
    void a_path_along_every_edge_leaves_nothing() {
        GivenLoop loop = given(RING).heardBy(coverage);
        for (Edge edge : StagePaths.of(RING).everyEdge()) {
            loop = loop.whenMoved(edge).and();
        }
        assertThat(coverage.assertEvery(ADVANCE).assertEvery(RETURN).untried()).isEmpty();
        assertThat(coverage.report()).contains("ring: 36 of 36 ways were gone", "never gone: nothing");
    }

    @Test
    void a_contract_or_a_gate_that_never_refused_was_not_tried() {
        LoopDefinition rules = LoopDefinition.builder("team")
                .require(PLAN, new Contract.Present(PlanItem.KIND))
                .gate(PLAN, "budget")
                .gate(CODE, "review", "budget")
                .build();
        TransitionCoverage tried = TransitionCoverage.of(rules);
        GivenLoop loop = given(rules).heardBy(tried);
        assertThat(tried.untriedRules())
                .hasToString("[CONTRACT present(plan-item) in PLAN, GATE budget in PLAN, GATE review in CODE,"
                        + " GATE budget in CODE]");
        loop.gatesPass().whenAdvanced(CODE).thenRefused("CONTRACT");
        loop.inStage(CODE)
                .gate("review", Verdict.waiting("of somebody"))
                .gatesPass()
                .whenAdvanced(BUILD);
        loop.inStage(CODE).gate("budget", Verdict.pass()).whenAdvanced(BUILD).thenRefused("GATE_FAILED");
        assertThat(tried.untriedRules()).hasToString("[GATE budget in PLAN, GATE budget in CODE]");
        assertThat(tried.report()).contains("never refused: GATE budget in PLAN, GATE budget in CODE\n");
        assertFails(tried::assertEveryRule, "GATE budget in PLAN");
        assertThat(tried.neverRefused("WAITING")).hasSize(7).doesNotContain(CODE);
        GivenLoop poor = loop.gate("budget", Verdict.refuse("nothing is left"));
        poor.whenAdvanced(CODE).thenRefused("CONTRACT", "GATE");
        poor.inStage(CODE).whenAdvanced(BUILD).thenRefused("GATE", "GATE_FAILED");
        tried.assertEveryRule();
    }

    private static void assertFails(Runnable expectation, String saying) {
        assertThatThrownBy(expectation::run).isInstanceOf(AssertionError.class).hasMessageContaining(saying);
    }
}
