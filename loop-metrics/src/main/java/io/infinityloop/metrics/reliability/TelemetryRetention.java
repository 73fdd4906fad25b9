package io.infinityloop.metrics.reliability;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.rule.Comparator;
import io.infinityloop.rule.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How far back telemetry reaches: from the oldest reading to the end of the window. With less than 90 days nobody can
 * see a trend.
 *
 * <p>A reading counts in every window that does not end before it. No data is undefined.
 *
 * @unit seconds
 * @source requirements THR-17 and OBS-12.
 * @since 0.1
 */
public final class TelemetryRetention {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "reliability.telemetry-retention",
                    "Telemetry retention",
                    "From the oldest reading of telemetry to the end of the window.",
                    "readings of telemetry",
                    Unit.SECONDS,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "THR-17, OBS-12")
            .with(MetricProfile.PLAIN
                    .formula("end of the window - oldest reading")
                    .leading()
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.MONITOR)
                    .target(Target.of(Comparator.AT_LEAST, Amount.of(RetentionPolicy.ENOUGH), "S1; THR-17")));

    private TelemetryRetention() {}

    /** {@return the metric} */
    public static MetricCalculator<TelemetrySample, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                TelemetrySample.class,
                (sample, asOf) -> new Place.Over(sample.at(), null),
                ArrayList<Instant>::new,
                TelemetryRetention::add,
                (into, from) -> {
                    from.forEach(instant -> keepOldest(into, instant));
                    return into;
                },
                (oldest, frame) -> oldest.isEmpty()
                        ? MetricResult.Undefined.inWindow(DEFINITION)
                        : MetricResult.Value.of(
                                DEFINITION,
                                Amount.of(Duration.between(oldest.get(0), frame.observedTo())),
                                Map.of(),
                                1));
    }

    private static Use add(List<Instant> oldest, TelemetrySample sample, Frame frame) {
        if (sample.at().isAfter(frame.observedTo())) {
            return Use.excluded("later than what is known");
        }
        keepOldest(oldest, sample.at());
        return Use.counted();
    }

    private static void keepOldest(List<Instant> oldest, Instant instant) {
        if (oldest.isEmpty()) {
            oldest.add(instant);
        } else {
            oldest.set(0, Collections.min(List.of(oldest.get(0), instant)));
        }
    }
}
