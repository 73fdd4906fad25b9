package io.infinityloop.metrics;

import com.acme.BigReleases;

/** A metric of others, so that the laws are tried on each kind that {@link Metrics} makes. */
final class Example {
    private Example() {}

    static MetricCalculator<?, ?> metric() {
        return new BigReleases().metrics().iterator().next();
    }
}
