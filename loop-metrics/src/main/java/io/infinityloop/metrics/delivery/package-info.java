/**
 * How software is built, tested, reviewed, released and deployed, and what waits meanwhile.
 *
 * <p>Start with {@link io.infinityloop.metrics.delivery.DeliveryMetrics}, which lists the metrics. Where a rule asks
 * for names and not only for a number, there is a record beside the metric that is computed from the same subjects:
 * which commits were not built ({@link io.infinityloop.metrics.delivery.BuildCoverage}), whether one could go to
 * production ({@link io.infinityloop.metrics.delivery.Readiness}).
 */
@NullMarked
package io.infinityloop.metrics.delivery;

import org.jspecify.annotations.NullMarked;
