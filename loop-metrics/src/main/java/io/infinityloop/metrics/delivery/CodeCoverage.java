package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.TelemetrySample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the code the tests ran through, as another tool measured it.
 *
 * <p>The latest reading of the window with the name {@code code coverage}, in {@code %} or as a part of 1. The parts
 * are the first reading and the change since then in points of a percentage. Readings of several services are one
 * series: choose segments to keep them apart. That code was run says nothing about what was checked.
 *
 * <p>Left out and counted: readings in another unit or outside 0 to 100 %. No reading is undefined; one reading has a
 * change of 0.
 *
 * @unit part of the code, 0 to 1
 * @source ours. Requirement MET-52.
 * @since 0.1
 */
public final class CodeCoverage {
    /** The name of the readings. */
    public static final String READING = "code coverage";

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.code-coverage",
                    "Code coverage",
                    "The latest imported code coverage, with its change since the first one of the window.",
                    "readings of code coverage",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-52")
            .with(MetricProfile.PLAIN
                    .formula("latest reading; change = latest - first")
                    .leading()
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.TEST));

    private CodeCoverage() {}

    /** {@return the metric} */
    public static MetricCalculator<TelemetrySample, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                TelemetrySample.class,
                (sample, asOf) -> place(sample),
                Ends::new,
                (ends, sample, frame) -> ends.add(sample),
                Ends::merge,
                (ends, frame) -> ends.result());
    }

    private static Place place(TelemetrySample sample) {
        if (!(sample.reading() instanceof Reading.Metric reading)
                || !reading.name().equals(READING)) {
            return new Place.NotConcerned();
        }
        return share(reading).isPresent() ? new Place.At(sample.at()) : new Place.Nowhere("no part of a whole");
    }

    private static Optional<BigDecimal> share(Reading.Metric reading) {
        BigDecimal value = switch (reading.unit()) {
            case "%" -> reading.value().movePointLeft(2);
            case "" -> reading.value();
            default -> BigDecimal.ONE.negate();
        };
        return value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : Optional.of(value);
    }

    /** A reading; of two at one instant the lower comes first. */
    private record Point(Instant at, BigDecimal share) implements Comparable<Point> {
        private static final Comparator<Point> ORDER =
                Comparator.comparing(Point::at).thenComparing(Point::share);

        @Override
        public int compareTo(Point other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Ends {
        private @Nullable Point first;
        private @Nullable Point last;
        private long count;

        Use add(TelemetrySample sample) {
            Optional<BigDecimal> share =
                    sample.reading() instanceof Reading.Metric reading ? share(reading) : Optional.empty();
            if (share.isEmpty()) {
                return Use.excluded("no part of a whole");
            }
            see(new Point(sample.at(), share.get()));
            count++;
            return Use.counted();
        }

        private void see(@Nullable Point point) {
            if (point != null) {
                first = first == null || point.compareTo(first) < 0 ? point : first;
                last = last == null || point.compareTo(last) > 0 ? point : last;
            }
        }

        Ends merge(Ends from) {
            see(from.first);
            see(from.last);
            count += from.count;
            return this;
        }

        MetricResult result() {
            Point begin = first;
            Point end = last;
            if (begin == null || end == null) {
                return MetricResult.Undefined.inWindow(DEFINITION);
            }
            BigDecimal points = end.share().subtract(begin.share()).movePointRight(2);
            return MetricResult.Value.of(
                    DEFINITION,
                    new Amount(end.share(), Unit.RATIO),
                    Map.of(
                            "change in points",
                            new Amount(points, Unit.NUMBER),
                            "first",
                            new Amount(begin.share(), Unit.RATIO)),
                    count);
        }
    }
}
