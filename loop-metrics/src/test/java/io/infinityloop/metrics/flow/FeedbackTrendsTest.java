package io.infinityloop.metrics.flow;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Feedback;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Comparison;
import io.infinityloop.metrics.Movement;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Verdict;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.FeedbackLoop;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeedbackTrendsTest {
    private static final int WEEK = 7 * 24;

    /** Five signals of users a week, under way as many hours as told for the week. */
    private static List<Movement> trends(double... hours) {
        List<LoopEvent> events = new ArrayList<>();
        List<Window> weeks = new ArrayList<>();
        for (int week = 0; week < hours.length; week++) {
            weeks.add(new Window(at(week * WEEK), at((week + 1) * WEEK)));
            for (int i = 0; i < 5; i++) {
                double raised = week * WEEK + i;
                events.add(recorded(
                        Feedback.fromUsers("f" + week + i, at(raised), "x").received(at(raised + hours[week]))));
            }
        }
        Analysis.Builder analysis =
                Analysis.builder(at(hours.length * WEEK), ZoneOffset.UTC).windows(weeks);
        Arrays.stream(FeedbackLoop.values()).map(FeedbackLatency::calculator).forEach(analysis::metric);
        Scorecard scorecard = analysis.build().run(Facts.of(events));
        return FeedbackTrends.of(scorecard, Segment.ALL, Comparison.STANDARD);
    }

    @Test
    @Tag("FBK-10")
    void falling_latency_is_improving_for_its_loop_and_five_loops_are_listed() {
        List<Movement> trends = trends(100, 80, 60, 40);
        assertThat(trends)
                .extracting(movement -> movement.metric().id())
                .containsExactly(
                        "flow.feedback-latency.unit",
                        "flow.feedback-latency.integration",
                        "flow.feedback-latency.deployment",
                        "flow.feedback-latency.production",
                        "flow.feedback-latency.customer");
        assertThat(trends)
                .extracting(Movement::verdict)
                .containsExactly(
                        Verdict.INCONCLUSIVE,
                        Verdict.INCONCLUSIVE,
                        Verdict.INCONCLUSIVE,
                        Verdict.INCONCLUSIVE,
                        Verdict.IMPROVING);
    }

    @Test
    void rising_latency_is_degrading() {
        assertThat(trends(40, 60, 80, 100).get(4).verdict()).isEqualTo(Verdict.DEGRADING);
    }
}
