package io.infinityloop.metrics.flow;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Ways.all;
import static io.infinityloop.metrics.Ways.staying;
import static io.infinityloop.metrics.flow.Flows.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Ways;
import io.infinityloop.metrics.link.InsightCase;
import io.infinityloop.metrics.link.InsightCase.Status;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InsightFollowThroughTest {
    private static final Insight INSIGHT = Insight.of("slow", at(7.5), "the page is slow");

    /** A loop that finds the insight in cycle 1, plans a p95 below 500 ms in cycle 2, and goes round three times. */
    private static Ways loop() {
        return staying("L", 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .with(Log.recorded(INSIGHT), plan());
    }

    private static Recorded plan() {
        OutcomeGoal goal = new OutcomeGoal("p95", BigDecimal.valueOf(700), BigDecimal.valueOf(500), "ms");
        PlanBrief brief = new PlanBrief("", "", List.of(goal), List.of(), "", List.of(), List.of(), List.of());
        return Log.recorded(new PlanItem(
                ArtifactMetadata.of("p1", at(8.5)).derivedFrom(List.of(INSIGHT.ref())),
                "faster",
                List.of(),
                List.of(),
                PlanPlace.UNKNOWN,
                brief));
    }

    private static Recorded measured(String id, double hours, long value) {
        return Log.recorded(
                Measurement.of(id, at(hours), "shop", new Reading.Metric("p95", BigDecimal.valueOf(value), "ms")));
    }

    private static List<Status> statuses(Recorded... measured) {
        return Log.derive(all(loop().with(measured))).subjects(InsightCase.class).stream()
                .map(InsightCase::status)
                .toList();
    }

    @Test
    @Tag("FBK-03")
    void is_closed_by_a_measurement_of_its_goal_in_a_later_cycle() {
        assertThat(statuses(measured("m", 15.5, 480))).containsExactly(Status.CLOSED_IMPROVED);
        assertThat(statuses(measured("m", 15.5, 520))).containsExactly(Status.CLOSED_NOT_IMPROVED);
        assertThat(statuses()).containsExactly(Status.OPEN);
        assertThat(statuses(measured("m", 7.8, 480))).containsExactly(Status.OPEN);
    }

    @Test
    void the_latest_measurement_decides() {
        assertThat(statuses(measured("m1", 15.5, 480), measured("m2", 16.5, 520)))
                .containsExactly(Status.CLOSED_NOT_IMPROVED);
    }

    @Test
    void is_the_share_of_closed_insights_that_reached_their_goal() {
        MetricResult result = result(
                InsightFollowThrough.calculator(),
                all(
                        loop().with(measured("m", 15.5, 480)),
                        staying("M", 0, 1, 1)
                                .with(
                                        Log.recorded(Insight.of("other", at(1), "x")),
                                        Log.recorded(Insight.nothingFound("none", at(1))))));
        assertThat(((MetricResult.Value) result).headline()).hasToString("1");
        assertThat(((MetricResult.Value) result).n()).isEqualTo(1);
        assertThat(result.excluded()).containsExactly(entry("open", 1L));
    }
}
