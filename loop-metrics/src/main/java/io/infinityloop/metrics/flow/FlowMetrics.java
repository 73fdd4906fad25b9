package io.infinityloop.metrics.flow;

import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProvider;
import io.infinityloop.metrics.link.FeedbackLoop;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands over the metrics of this package.
 *
 * @since 0.1
 */
public final class FlowMetrics implements MetricProvider {
    /** Creates the provider. */
    public FlowMetrics() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return Stream.of(whole(), byStage(), byLoop())
                .<MetricCalculator<?, ?>>flatMap(List::stream)
                .toList();
    }

    private static List<MetricCalculator<?, ?>> whole() {
        return List.of(
                CompleteAndAccurate.calculator(),
                RolledCompleteAndAccurate.calculator(),
                CycleTime.calculator(),
                ServiceLevelExpectation.calculator(),
                IdeaToProduction.calculator(),
                FlowEfficiency.calculator(),
                Throughput.calculator(),
                WorkInProgress.calculator(),
                WorkItemAge.calculator(),
                QueueLength.calculator(),
                ReworkRate.calculator(),
                ShiftLeftIndex.calculator(),
                RingConformance.calculator(),
                ImprovementFollowThrough.calculator(),
                InsightFollowThrough.calculator());
    }

    private static List<MetricCalculator<?, ?>> byStage() {
        return Stage.all().stream()
                .<MetricCalculator<?, ?>>map(StageDwellTime::calculator)
                .toList();
    }

    private static List<MetricCalculator<?, ?>> byLoop() {
        return Arrays.stream(FeedbackLoop.values())
                .<MetricCalculator<?, ?>>map(FeedbackLatency::calculator)
                .toList();
    }
}
