package io.infinityloop.metrics.reliability;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a service answers its requests (RED): rate, errors, duration.
 *
 * <p>Telemetry counts requests and errors since its last reading, and gives a latency for each request; see
 * {@link RequestNames}. Samples that carry the label {@link TelemetrySample#RESOURCE} are about a resource, not about
 * requests. A reading says by its instant which window it falls into. Percentiles are of nearest rank. No data is
 * undefined; requests without a reading of errors have no error rate, because nobody may have counted them.
 *
 * @unit per second, ratio, seconds
 * @source requirements OBS-02, OBS-04 and THR-16; the method RED is Tom Wilkie's (Weaveworks, 2015).
 * @since 0.1
 */
public final class Requests {
    private static final MetricProfile PROFILE = MetricProfile.PLAIN
            .primary()
            .leading()
            .stage(Stage.MONITOR)
            .option("names", "what telemetry calls its" + " numbers; requests, errors and latency by default");

    /** Requests per second of the observed window. */
    public static final MetricDefinition RATE = new MetricDefinition(
                    "reliability.request-rate",
                    "Request rate",
                    "Requests per second of the observed window.",
                    "counts of requests",
                    Unit.PER_SECOND,
                    MetricDefinition.Direction.NEUTRAL,
                    "OBS-02")
            .with(PROFILE.formula("requests / seconds observed"));

    /** Which part of the requests failed. */
    public static final MetricDefinition ERRORS = new MetricDefinition(
                    "reliability.error-rate",
                    "Error rate",
                    "The part of the requests that failed.",
                    "counts of requests and errors",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "OBS-02, THR-16")
            .with(PROFILE.formula("errors / requests")
                    .audience(MetricProfile.Audience.values())
                    .target(Target.of(Comparator.BELOW, new Amount(new BigDecimal("0.01"), Unit.RATIO), "S1; THR-16")));

    /** How long requests take: the 95th percentile. */
    public static final MetricDefinition DURATION = new MetricDefinition(
                    "reliability.latency",
                    "Latency",
                    "How long requests take: the 95th percentile, by nearest rank.",
                    "latencies of requests",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "OBS-02, OBS-04, THR-16")
            .with(PROFILE.formula("p95 of the latencies")
                    .audience(MetricProfile.Audience.values())
                    .target(Target.of(Comparator.BELOW, Amount.of(Duration.ofMillis(500)), "S1; THR-16")));

    private Requests() {}

    /** {@return the metric of the rate, by the standard names} */
    public static MetricCalculator<TelemetrySample, ?> rate() {
        return rate(RequestNames.STANDARD);
    }

    /**
     * Returns the metric of the rate.
     *
     * @param names what telemetry calls its numbers
     * @return the metric
     */
    public static MetricCalculator<TelemetrySample, ?> rate(RequestNames names) {
        return Metrics.fold(
                RATE,
                TelemetrySample.class,
                (sample, asOf) -> requests(sample, names.requests()).isPresent()
                        ? new Place.At(sample.at())
                        : new Place.NotConcerned(),
                () -> new Sums(),
                (sums, sample, frame) -> sums.add(sample, names),
                Sums::merge,
                (sums, frame) -> sums.rate(frame));
    }

    /** {@return the metric of the errors, by the standard names} */
    public static MetricCalculator<TelemetrySample, ?> errors() {
        return errors(RequestNames.STANDARD);
    }

    /**
     * Returns the metric of the errors.
     *
     * @param names what telemetry calls its numbers
     * @return the metric
     */
    public static MetricCalculator<TelemetrySample, ?> errors(RequestNames names) {
        return Metrics.fold(
                ERRORS,
                TelemetrySample.class,
                (sample, asOf) -> requests(sample, names.requests()).isPresent()
                                || requests(sample, names.errors()).isPresent()
                        ? new Place.At(sample.at())
                        : new Place.NotConcerned(),
                () -> new Sums(),
                (sums, sample, frame) -> sums.add(sample, names),
                Sums::merge,
                (sums, frame) -> sums.errorRate());
    }

    /** {@return the metric of the duration, by the standard names} */
    public static MetricCalculator<TelemetrySample, ?> duration() {
        return duration(RequestNames.STANDARD);
    }

    /**
     * Returns the metric of the duration.
     *
     * @param names what telemetry calls its numbers
     * @return the metric
     */
    public static MetricCalculator<TelemetrySample, ?> duration(RequestNames names) {
        return Metrics.foldIn(
                DURATION,
                TelemetrySample.class,
                (sample, asOf) -> requests(sample, names.latency()).isPresent()
                        ? new Place.At(sample.at())
                        : new Place.NotConcerned(),
                Samples::in,
                (samples, sample, frame) -> requests(sample, names.latency())
                        .flatMap(Numbers::duration)
                        .map(samples::add)
                        .orElse(Use.excluded("is no time")),
                (into, from) -> {
                    into.addAll(from);
                    return into;
                },
                (samples, frame) -> duration(samples));
    }

    private static Optional<Reading.Metric> requests(TelemetrySample sample, String name) {
        return sample.labels().get(TelemetrySample.RESOURCE).isPresent()
                ? Optional.empty()
                : Numbers.named(sample, name);
    }

    private static MetricResult duration(Samples samples) {
        if (samples.size() == 0) {
            return MetricResult.Undefined.inWindow(DURATION);
        }
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("max", samples.value(Statistic.MAX, Unit.SECONDS));
        parts.put("p50", samples.value(Statistic.NEAREST_P50, Unit.SECONDS));
        parts.put("p99", samples.value(Statistic.NEAREST_P99, Unit.SECONDS));
        return MetricResult.Value.of(
                DURATION, samples.value(Statistic.NEAREST_P95, Unit.SECONDS), parts, samples.size());
    }

    /** How many requests there were, and how many failed. */
    private static final class Sums {
        private BigDecimal requests = BigDecimal.ZERO;
        private BigDecimal errors = BigDecimal.ZERO;
        private long readings;
        private boolean errorsCounted;

        Use add(TelemetrySample sample, RequestNames names) {
            Reading.Metric reading = (Reading.Metric) sample.reading();
            if (reading.value().signum() < 0) {
                return Use.excluded("negative count");
            }
            readings++;
            if (reading.name().equals(names.requests())) {
                requests = requests.add(reading.value());
            } else {
                errors = errors.add(reading.value());
                errorsCounted = true;
            }
            return Use.counted();
        }

        Sums merge(Sums from) {
            requests = requests.add(from.requests);
            errors = errors.add(from.errors);
            readings += from.readings;
            errorsCounted |= from.errorsCounted;
            return this;
        }

        MetricResult rate(Frame frame) {
            if (frame.observed().isZero()) {
                return MetricResult.Undefined.notYet(RATE);
            }
            if (readings == 0) {
                return MetricResult.Undefined.inWindow(RATE);
            }
            BigDecimal rate = requests.divide(Amount.of(frame.observed()).number(), 9, RoundingMode.HALF_EVEN);
            return MetricResult.Value.of(
                    RATE,
                    new Amount(rate, Unit.PER_SECOND),
                    Map.of("requests", new Amount(requests, Unit.COUNT)),
                    readings);
        }

        MetricResult errorRate() {
            if (requests.signum() == 0 || !errorsCounted) {
                return MetricResult.Undefined.inWindow(ERRORS);
            }
            if (errors.compareTo(requests) > 0) {
                return new MetricResult.Undefined(
                        ERRORS.id(), "more errors than requests are counted", new TreeMap<>());
            }
            return MetricResult.Value.of(
                    ERRORS,
                    Numbers.ratio(errors, requests),
                    Map.of("errors", new Amount(errors, Unit.COUNT), "requests", new Amount(requests, Unit.COUNT)),
                    readings);
        }
    }
}
