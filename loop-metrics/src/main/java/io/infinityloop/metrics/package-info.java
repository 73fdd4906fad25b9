/**
 * Delivery metrics as plug-ins: what a metric is, how to write one, and the analysis that computes many of them by
 * window and segment.
 *
 * <p>To compute, start with {@link io.infinityloop.metrics.Analysis}. To write a metric, start with
 * {@link io.infinityloop.metrics.Metrics}, which makes most of them in one line, and go to
 * {@link io.infinityloop.metrics.MetricCalculator} for the rest; hand them over in a
 * {@link io.infinityloop.metrics.MetricProvider}.
 *
 * <p>No data is {@link io.infinityloop.metrics.MetricResult.Undefined}, never 0. No number is about a person. The same
 * facts give the same result in any order. Values are immutable and safe for use by many threads.
 */
@NullMarked
package io.infinityloop.metrics;

import org.jspecify.annotations.NullMarked;
