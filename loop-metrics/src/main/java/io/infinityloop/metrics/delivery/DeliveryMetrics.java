package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProvider;
import java.util.Collection;
import java.util.List;

/**
 * Hands over the metrics of this package.
 *
 * @since 0.1
 */
public final class DeliveryMetrics implements MetricProvider {
    /** Creates the provider. */
    public DeliveryMetrics() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(
                ReleaseBatchSize.calculator(),
                ReleaseFrequency.calculator(),
                ReleaseLeadTime.calculator(),
                UnreleasedChanges.calculator(),
                BranchAge.calculator(),
                RevertedReleaseShare.calculator(),
                FixReleaseShare.calculator());
    }
}
