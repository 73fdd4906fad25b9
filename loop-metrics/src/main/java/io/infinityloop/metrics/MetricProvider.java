package io.infinityloop.metrics;

import java.util.Collection;

/**
 * Hands over metrics. Providers are found by {@link java.util.ServiceLoader}: name yours in
 * {@code META-INF/services/io.infinityloop.metrics.MetricProvider}, and in {@code module-info} if you have one.
 *
 * @since 0.1
 */
public interface MetricProvider {
    /**
     * {@return the metrics; ids that start with {@code dora.}, {@code flow.}, {@code delivery.} or {@code reliability.}
     * are reserved for the library}
     */
    Collection<MetricCalculator<?, ?>> metrics();
}
