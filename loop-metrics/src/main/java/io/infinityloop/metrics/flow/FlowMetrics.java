package io.infinityloop.metrics.flow;

import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProvider;
import java.util.Collection;

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
        return Stage.all().stream()
                .<MetricCalculator<?, ?>>map(StageDwellTime::calculator)
                .toList();
    }
}
