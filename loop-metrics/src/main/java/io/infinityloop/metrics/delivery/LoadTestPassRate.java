package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.LoadTested;

/**
 * Which part of the load tests holds the limits for a test, by what was measured, whatever the tool said.
 *
 * <p>See {@link LoadTest} for the limits. The end of a test says which window it falls into.
 *
 * <p>Left out and counted: load tests of which nothing was measured that has a limit. No load test is undefined.
 *
 * @unit part of the load tests, 0 to 1
 * @source ours. Requirements GATE-17 and THR-15.
 * @since 0.1
 */
public final class LoadTestPassRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.load-test-pass-rate",
                    "Load test pass rate",
                    "Load tests whose latency, errors and load held the limits, divided by all that were measured.",
                    "load tests with measurements",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; GATE-17")
            .with(MetricProfile.PLAIN
                    .formula("load tests that hold the limits / load tests")
                    .leading()
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.TEST));

    private LoadTestPassRate() {}

    /** {@return the metric} */
    public static MetricCalculator<LoadTested, ?> calculator() {
        return Metrics.ratio(
                DEFINITION,
                LoadTested.class,
                test -> LoadTest.values(test).isEmpty() ? new Place.Nowhere("not measured") : new Place.At(test.at()),
                test -> LoadTest.judge(test).isPassed());
    }
}
