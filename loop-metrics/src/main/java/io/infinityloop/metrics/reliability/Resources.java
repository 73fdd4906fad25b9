package io.infinityloop.metrics.reliability;

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
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How resources are used (USE): utilization, saturation, errors; and how much room they have left.
 *
 * <p>A sample is about the resource that its label {@link TelemetrySample#RESOURCE} names; without one, about the
 * resource that it is called after: {@code cpu}, {@code memory}, {@code disk}, {@code network}. Its number is a
 * saturation if it is called {@code queue} or {@code saturation}, a count of errors if it is called {@code errors}, and
 * a utilization else, in {@code %} or as a part of 1. No data is undefined.
 *
 * @unit ratio, number, count
 * @source requirements OBS-03 and OBS-17; the method USE is Brendan Gregg's (2012).
 * @since 0.1
 */
public final class Resources {
    private static final Set<String> KNOWN = Set.of("cpu", "memory", "disk", "network");
    private static final Set<String> SATURATION = Set.of("queue", "saturation");
    private static final String ERRORS_NAME = "errors";
    private static final MetricProfile PROFILE = MetricProfile.PLAIN.leading().stage(Stage.OPERATE);

    /** How busy resources are: the mean. */
    public static final MetricDefinition UTILIZATION = new MetricDefinition(
                    "reliability.utilization",
                    "Utilization",
                    "How busy resources are: the mean of the samples; each resource is a part.",
                    "utilizations of resources",
                    Unit.RATIO,
                    MetricDefinition.Direction.NEUTRAL,
                    "OBS-03")
            .with(PROFILE.formula("mean of the samples").alias("CPU", "memory use", "disk use"));

    /** How much waits for resources: the mean. */
    public static final MetricDefinition QUEUE = new MetricDefinition(
                    "reliability.saturation",
                    "Saturation",
                    "How much waits for resources: the mean of the samples; each resource is a part.",
                    "queues of resources",
                    Unit.NUMBER,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "OBS-03")
            .with(PROFILE.formula("mean of the samples"));

    /** How many errors resources had. */
    public static final MetricDefinition ERRORS = new MetricDefinition(
                    "reliability.resource-errors",
                    "Resource errors",
                    "How many errors resources had; each resource is a part.",
                    "errors of resources",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "OBS-03")
            .with(PROFILE.formula("sum of the samples"));

    /** How much room the busiest resource has left. */
    public static final MetricDefinition HEADROOM = new MetricDefinition(
                    "reliability.capacity-headroom",
                    "Capacity headroom",
                    "How much room the busiest resource has left; each resource is a part, the least is the bottleneck.",
                    "utilizations of resources",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "OBS-17")
            .with(PROFILE.formula("1 - mean utilization, of the busiest resource"));

    private Resources() {}

    /** What a number tells of a resource. */
    private enum Aspect {
        UTILIZATION,
        SATURATION,
        ERRORS
    }

    /** Sum and count of a resource's samples. */
    private record Sum(BigDecimal sum, long count) {
        Sum plus(Sum other) {
            return new Sum(sum.add(other.sum), count + other.count);
        }

        BigDecimal mean() {
            return sum.divide(BigDecimal.valueOf(count), 9, RoundingMode.HALF_EVEN);
        }
    }

    /** {@return the metric of how busy resources are} */
    public static MetricCalculator<TelemetrySample, ?> utilization() {
        return metric(UTILIZATION, Aspect.UTILIZATION, Resources::meanOfAll);
    }

    /** {@return the metric of how much waits for resources} */
    public static MetricCalculator<TelemetrySample, ?> saturation() {
        return metric(QUEUE, Aspect.SATURATION, Resources::meanOfAll);
    }

    /** {@return the metric of how many errors resources had} */
    public static MetricCalculator<TelemetrySample, ?> errors() {
        return metric(ERRORS, Aspect.ERRORS, sums -> new Shares(total(sums).sum(), Sum::sum));
    }

    /** {@return the metric of how much room the busiest resource has left} */
    public static MetricCalculator<TelemetrySample, ?> headroom() {
        return metric(
                HEADROOM,
                Aspect.UTILIZATION,
                sums -> new Shares(
                        sums.values().stream()
                                .map(Resources::room)
                                .min(BigDecimal::compareTo)
                                .orElse(BigDecimal.ONE),
                        Resources::room));
    }

    private static BigDecimal room(Sum sum) {
        return BigDecimal.ONE.subtract(sum.mean());
    }

    private static Shares meanOfAll(Map<String, Sum> sums) {
        return new Shares(total(sums).mean(), Sum::mean);
    }

    private static Sum total(Map<String, Sum> sums) {
        return sums.values().stream().reduce(new Sum(BigDecimal.ZERO, 0), Sum::plus);
    }

    /** The headline, and how a resource's own number is computed. */
    private record Shares(BigDecimal headline, Function<Sum, BigDecimal> part) {}

    private static MetricCalculator<TelemetrySample, ?> metric(
            MetricDefinition definition, Aspect aspect, Function<Map<String, Sum>, Shares> shares) {
        return Metrics.fold(
                definition,
                TelemetrySample.class,
                (sample, asOf) -> resource(sample).isPresent() && aspect(sample) == aspect
                        ? new Place.At(sample.at())
                        : new Place.NotConcerned(),
                TreeMap<String, Sum>::new,
                (sums, sample, frame) -> {
                    Optional<BigDecimal> value = value(sample, aspect);
                    value.ifPresent(
                            number -> sums.merge(resource(sample).orElseThrow(), new Sum(number, 1), Sum::plus));
                    return value.isPresent() ? Use.counted() : Use.excluded("is no part of a whole");
                },
                (into, from) -> {
                    from.forEach((resource, sum) -> into.merge(resource, sum, Sum::plus));
                    return into;
                },
                (sums, frame) -> result(definition, sums, shares));
    }

    private static MetricResult result(
            MetricDefinition definition, Map<String, Sum> sums, Function<Map<String, Sum>, Shares> shares) {
        if (sums.isEmpty()) {
            return MetricResult.Undefined.inWindow(definition);
        }
        Shares found = shares.apply(sums);
        SortedMap<String, Amount> parts = new TreeMap<>();
        sums.forEach(
                (resource, sum) -> parts.put(resource, new Amount(found.part().apply(sum), definition.unit())));
        return MetricResult.Value.of(
                definition,
                new Amount(found.headline(), definition.unit()),
                parts,
                total(sums).count());
    }

    private static Optional<String> resource(TelemetrySample sample) {
        if (!(sample.reading() instanceof Reading.Metric metric)) {
            return Optional.empty();
        }
        return sample.labels()
                .get(TelemetrySample.RESOURCE)
                .or(() -> KNOWN.contains(metric.name()) ? Optional.of(metric.name()) : Optional.empty());
    }

    private static Aspect aspect(TelemetrySample sample) {
        String name = ((Reading.Metric) sample.reading()).name();
        if (name.equals(ERRORS_NAME)) {
            return Aspect.ERRORS;
        }
        return SATURATION.contains(name) ? Aspect.SATURATION : Aspect.UTILIZATION;
    }

    private static Optional<BigDecimal> value(TelemetrySample sample, Aspect aspect) {
        Reading.Metric metric = (Reading.Metric) sample.reading();
        return aspect == Aspect.UTILIZATION ? Numbers.share(metric) : Optional.of(metric.value());
    }
}
