package io.infinityloop.metrics;

import java.util.List;

/**
 * A metric that is computed from the results of others: a product, a ratio of two, a change against earlier windows.
 *
 * <p>It is asked once for each segment and window, after its inputs were computed, and sees their results in this
 * segment and in all windows. An implementation is stateless, a pure function of what it sees, and safe for use by many
 * threads. One that throws or gives null costs its own rows only.
 *
 * <p>{@link Metrics#derived} makes one in a line.
 *
 * @since 0.1
 */
public interface DerivedMetric {
    /** {@return what the metric is; the same value on each call} */
    MetricDefinition definition();

    /** {@return the ids of the metrics that it is computed from, at least one; they may be derived themselves} */
    List<String> inputs();

    /**
     * Computes the result.
     *
     * @param view the results of the inputs
     * @return the result: undefined where an input has no value and the metric cannot do without
     */
    MetricResult result(CellView view);
}
