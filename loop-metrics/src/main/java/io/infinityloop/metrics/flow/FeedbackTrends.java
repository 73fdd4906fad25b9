package io.infinityloop.metrics.flow;

import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Comparison;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Movement;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.link.FeedbackLoop;
import java.util.Arrays;
import java.util.List;

/**
 * How the latency of feedback goes, loop by loop: whether each of the five gets quicker.
 *
 * <p>Source: requirement FBK-10.
 *
 * @since 0.1
 */
public final class FeedbackTrends {
    private FeedbackTrends() {}

    /**
     * Tells how the five loops went over the windows of a scorecard.
     *
     * @param scorecard holds the metrics of {@link FeedbackLatency}, over windows of equal length in the order of time
     * @param segment the part of all subjects
     * @param rule how values are held against each other
     * @return five movements, from the quickest loop to the slowest; inconclusive for a loop that is not in the
     *     scorecard
     */
    public static List<Movement> of(Scorecard scorecard, Segment segment, Comparison rule) {
        return Arrays.stream(FeedbackLoop.values())
                .map(loop -> rule.trend(FeedbackLatency.definition(loop), results(scorecard, segment, loop)))
                .toList();
    }

    private static List<MetricResult> results(Scorecard scorecard, Segment segment, FeedbackLoop loop) {
        String id = FeedbackLatency.id(loop);
        return scorecard.windows().stream()
                .flatMap(window -> scorecard.find(id, segment, window).stream())
                .map(Cell::result)
                .toList();
    }
}
