/**
 * For those who write metrics and detectors of their own: checks of the laws that each must obey. JDK only, so that it
 * fits into a test of any framework.
 *
 * <p>Start with {@link io.infinityloop.metrics.testing.MetricLaws}.
 */
@NullMarked
package io.infinityloop.metrics.testing;

import org.jspecify.annotations.NullMarked;
