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
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.IncidentCase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of the time the service was up for its customers.
 *
 * <p>Down is while an incident lasts that customers notice; incidents at the same time are down once. Over many
 * services the whole is down while any of them is. An incident without an end is down until the last instant that is
 * known. The parts are how long it was down, and how much of that deployments caused.
 *
 * <p>Left out and counted: incidents without impact on customers, exercises. Where no incident that customers noticed
 * is known at all, it is undefined: nobody may have looked. A window without one, where there are others, is 1.
 *
 * @unit ratio
 * @source requirement MET-48.
 * @since 0.1
 */
public final class Availability {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "reliability.availability",
                    "Availability",
                    "The part of the observed window in which no incident that customers notice lasted.",
                    "incidents that customers noticed",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "MET-48")
            .with(MetricProfile.PLAIN
                    .alias("uptime")
                    .formula("1 - time down / time observed")
                    .primary()
                    .audience(MetricProfile.Audience.values())
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.OPERATE));

    private Availability() {}

    /** A time in which the service was down, within the window. */
    private record Down(Instant from, Instant to, boolean byDeployment) {}

    /** {@return the metric} */
    public static MetricCalculator<IncidentCase, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                IncidentCase.class,
                (one, asOf) -> place(one),
                ArrayList<Down>::new,
                Availability::add,
                (into, from) -> {
                    into.addAll(from);
                    return into;
                },
                Availability::result);
    }

    private static Place place(IncidentCase one) {
        if (one.incident().response().practice()) {
            return new Place.Nowhere("exercise");
        }
        if (!one.incident().customerImpact()) {
            return new Place.Nowhere("no impact on customers");
        }
        return new Place.Over(one.incident().at(), one.incident().resolvedAt());
    }

    private static Use add(List<Down> all, IncidentCase one, Frame frame) {
        Instant resolved = one.incident().resolvedAt();
        Instant end = frame.observedTo();
        Instant to = resolved == null || resolved.isAfter(end) ? end : resolved;
        Instant from = one.incident().at().isBefore(frame.window().from())
                ? frame.window().from()
                : one.incident().at();
        if (from.isBefore(to)) {
            all.add(new Down(from, to, one.isCausedByDeployment()));
        }
        return Use.counted();
    }

    private static MetricResult result(List<Down> all, Frame frame) {
        Duration observed = frame.observed();
        if (observed.isZero()) {
            return MetricResult.Undefined.notYet(DEFINITION);
        }
        Duration down = union(all);
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("down", Amount.of(down));
        parts.put(
                "down by deployments",
                Amount.of(union(all.stream().filter(Down::byDeployment).toList())));
        BigDecimal up = Amount.of(observed.minus(down)).number();
        return MetricResult.Value.of(
                DEFINITION,
                new Amount(up.divide(Amount.of(observed).number(), 9, RoundingMode.HALF_EVEN), Unit.RATIO),
                parts,
                all.size());
    }

    /** How long at least one of them lasted. */
    private static Duration union(List<Down> all) {
        List<Down> sorted = all.stream()
                .sorted(Comparator.comparing(Down::from).thenComparing(Down::to))
                .toList();
        Duration sum = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Down down : sorted) {
            Instant from = down.from().isAfter(until) ? down.from() : until;
            if (from.isBefore(down.to())) {
                sum = sum.plus(Duration.between(from, down.to()));
                until = down.to();
            }
        }
        return sum;
    }
}
