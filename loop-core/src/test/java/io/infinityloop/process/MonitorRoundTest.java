package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Insight;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorRoundTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final ArtifactRef LATENCY = ArtifactRef.parse("measurement:p95");
    private static final ArtifactRef ERRORS = ArtifactRef.parse("measurement:errors");

    private final MonitorRound empty = MonitorRound.start(NOON);

    @Test
    @Tag("FBK-05")
    void an_action_without_collected_data_is_refused() {
        assertThat(empty.act(NOON, Evidence.of("add a server")))
                .isEqualTo(Progress.refused(
                        empty,
                        "cannot go from COLLECT to ACT: nobody collected data yet",
                        List.of("COLLECT", "UNDERSTAND")));
        assertThat(empty.understand(NOON, Evidence.of("it looks slow")).isMoved())
                .isFalse();
        assertThat(empty.collect(NOON, List.of())
                        .orThrow()
                        .understand(NOON, Evidence.NONE)
                        .isMoved())
                .isFalse();
    }

    @Test
    @Tag("FBK-05")
    void the_four_steps_lead_from_data_to_an_insight() {
        MonitorRound acted = empty.collect(NOON, List.of(LATENCY))
                .orThrow()
                .collect(NOON.plusSeconds(1), List.of(ERRORS))
                .orThrow()
                .understand(NOON.plusSeconds(2), Evidence.of("the cache misses"))
                .orThrow()
                .identifyTrends(NOON.plusSeconds(3), Evidence.of("more each week"))
                .orThrow()
                .act(NOON.plusSeconds(4), Evidence.of("a larger cache"))
                .orThrow();
        Insight insight = acted.insight("i1", "the cache is too small");

        assertThat(acted.state()).isEqualTo(MonitorStep.ACT);
        assertThat(acted.course().moves()).extracting(Move::to).containsSubsequence(MonitorStep.values());
        assertThat(insight.derivedFrom()).containsExactlyInAnyOrder(LATENCY, ERRORS);
        assertThat(insight.at()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    @Tag("FBK-05")
    void no_step_is_skipped() {
        MonitorRound collected = empty.collect(NOON, List.of(LATENCY)).orThrow();

        assertThat(collected.act(NOON, Evidence.of("add a server")).isMoved()).isFalse();
        assertThat(collected.identifyTrends(NOON, Evidence.of("more each week")).isMoved())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MonitorRound(MonitorRound.LIFECYCLE
                        .move(empty.course(), MonitorStep.UNDERSTAND, NOON, Evidence.NONE)
                        .orThrow()))
                .withMessageContaining("nobody collected data");
    }
}
