package io.infinityloop.metrics;

import io.infinityloop.metrics.link.SubjectProducer;
import java.util.Collection;
import java.util.List;

/**
 * Hands over metrics. Providers are found by {@link java.util.ServiceLoader}: name yours in
 * {@code META-INF/services/io.infinityloop.metrics.MetricProvider}, and in {@code module-info} if you have one.
 *
 * @since 0.1
 */
public interface MetricProvider {
    /**
     * {@return the metrics; ids that start with {@code dora.}, {@code flow.}, {@code delivery.}, {@code reliability.}
     * or {@code finding.} are reserved for the library}
     */
    Collection<MetricCalculator<?, ?>> metrics();

    /** {@return the metrics that are computed from others, with ids like the others; none unless overridden} */
    default Collection<DerivedMetric> derivedMetrics() {
        return List.of();
    }

    /**
     * {@return what makes subjects of your own, for your own metrics; none unless overridden} One that throws gives no
     * subjects.
     */
    default Collection<SubjectProducer> producers() {
        return List.of();
    }
}
