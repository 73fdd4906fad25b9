package io.infinityloop.metrics.reliability;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProvider;
import java.util.Collection;
import java.util.List;

/**
 * Hands over the metrics of this package.
 *
 * @since 0.1
 */
public final class ReliabilityMetrics implements MetricProvider {
    /** Creates the provider. */
    public ReliabilityMetrics() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(
                Availability.calculator(),
                TimeToDetect.detect(),
                TimeToDetect.page(),
                TimeToDetect.acknowledge(),
                OperationalLoad.calculator(),
                OnCallSpread.calculator(),
                Requests.rate(),
                Requests.errors(),
                Requests.duration(),
                TransactionsInTime.calculator(),
                ErrorBudgetLeft.calculator(),
                Resources.utilization(),
                Resources.saturation(),
                Resources.errors(),
                Resources.headroom(),
                TelemetryRetention.calculator());
    }
}
