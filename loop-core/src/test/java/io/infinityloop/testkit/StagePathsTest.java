package io.infinityloop.testkit;

import static io.infinityloop.testkit.Edge.Kind.ADVANCE;
import static io.infinityloop.testkit.Edge.Kind.RETURN;
import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.machine.LoopDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagePathsTest {
    private static final StagePaths RING = StagePaths.of(LoopDefinition.ring());

    @Test
    void the_ring_has_8_advances_and_28_returns() {
        assertThat(RING.edges().stream().filter(edge -> edge.kind() == ADVANCE))
                .containsExactlyElementsOf(
                        Transition.ring().stream().map(Edge::advance).toList());
        assertThat(RING.edges().stream().filter(edge -> edge.kind() == RETURN))
                .hasSize(28)
                .allMatch(edge -> edge.to().isBefore(edge.from()));
        assertThat(RING.edges()).hasSize(36).isSorted();
    }

    @Test
    void one_path_goes_along_every_edge() {
        // To come back 84 stages by 28 returns, 84 advances are needed.
        List<Edge> path = RING.everyEdge();
        assertThat(path).containsAll(RING.edges()).hasSizeBetween(112, 130);
        assertHangsTogether(path);
    }

    @Test
    void one_path_goes_along_every_pair_of_edges() {
        List<Edge> path = RING.everyPair();
        assertHangsTogether(path);
        Set<List<Edge>> pairs = new HashSet<>();
        for (int i = 1; i < path.size(); i++) {
            pairs.add(List.of(path.get(i - 1), path.get(i)));
        }
        // Into stage n lead 1 advance and 8 - n returns, out of it 1 advance and n - 1 returns.
        int expected = 0;
        for (int n = 1; n <= 8; n++) {
            expected += (1 + 8 - n) * (1 + n - 1);
        }
        assertThat(pairs).hasSize(expected).hasSize(120);
        assertThat(path).hasSizeLessThan(500);
        assertThat(RING.everyPair()).isEqualTo(path);
    }

    @Test
    void the_machine_grants_what_the_paths_ask() {
        GivenLoop loop = given(LoopDefinition.ring());
        for (Edge edge : RING.everyPair()) {
            loop = loop.whenMoved(edge).thenAccepted().thenStage(edge.to()).and();
        }
    }

    @Test
    void the_shortest_way_goes_on_or_back_as_it_is_told() {
        assertThat(RING.shortest(Stage.PLAN, Stage.PLAN, ADVANCE)).isEmpty();
        assertThat(RING.shortest(Stage.TEST, Stage.DEPLOY, ADVANCE, RETURN))
                .extracting(Edge::to)
                .containsExactly(Stage.RELEASE, Stage.DEPLOY);
        assertThat(RING.shortest(Stage.DEPLOY, Stage.CODE, ADVANCE))
                .extracting(Edge::to)
                .containsExactly(Stage.OPERATE, Stage.MONITOR, Stage.PLAN, Stage.CODE);
        assertThat(RING.shortest(Stage.DEPLOY, Stage.CODE, ADVANCE, RETURN)).hasToString("[DEPLOY⇢CODE]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RING.shortest(Stage.CODE, Stage.DEPLOY, RETURN))
                .withMessage("no way leads from CODE to DEPLOY by [RETURN]");
    }

    private static void assertHangsTogether(List<Edge> path) {
        Stage at = Stage.PLAN;
        for (Edge edge : path) {
            assertThat(edge.from()).isEqualTo(at);
            at = edge.to();
        }
    }
}
