package io.infinityloop.metrics.reliability;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.OperationalEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of the pages reaches those who write the software. Where it is none, they do not feel what they build.
 *
 * <p>The parts give the share of each role group, as in {@code role OPS}; never of a person. Left out and counted:
 * pages that name no role. No page is undefined.
 *
 * @unit ratio
 * @source requirement OPS-17.
 * @since 0.1
 */
public final class OnCallSpread {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "reliability.developers-on-call",
                    "Developers on call",
                    "The share of pages that reach a role of development.",
                    "pages that name a role",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "OPS-17")
            .with(MetricProfile.PLAIN
                    .formula("pages to development / pages that name a role")
                    .dimension(CalmrDimension.CULTURE)
                    .stage(Stage.OPERATE));

    /** The roles that write software, in any case. */
    private static final Set<String> DEVELOPMENT = Set.of("dev", "developer", "developers", "development", "devops");

    private OnCallSpread() {}

    /** {@return the metric} */
    public static MetricCalculator<OperationalEvent, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                OperationalEvent.class,
                (event, asOf) -> place(event),
                TreeMap<String, Long>::new,
                (roles, event, frame) -> {
                    roles.merge(event.labels().get(Labels.ROLE).orElseThrow(), 1L, Long::sum);
                    return Use.counted();
                },
                (into, from) -> {
                    from.forEach((role, count) -> into.merge(role, count, Long::sum));
                    return into;
                },
                (roles, frame) -> result(roles));
    }

    private static Place place(OperationalEvent event) {
        if (event.kind() != OperationalEvent.Kind.PAGE) {
            return new Place.NotConcerned();
        }
        return event.labels().get(Labels.ROLE).isPresent()
                ? new Place.At(event.at())
                : new Place.Nowhere("names no role");
    }

    private static MetricResult result(Map<String, Long> roles) {
        long all = roles.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return MetricResult.Undefined.inWindow(DEFINITION);
        }
        SortedMap<String, Amount> parts = new TreeMap<>();
        long developers = 0;
        for (Map.Entry<String, Long> role : roles.entrySet()) {
            parts.put("role " + role.getKey(), ratio(role.getValue(), all));
            developers += DEVELOPMENT.contains(role.getKey().toLowerCase(Locale.ROOT)) ? role.getValue() : 0;
        }
        return MetricResult.Value.of(DEFINITION, ratio(developers, all), parts, all);
    }

    private static Amount ratio(long part, long all) {
        return new Amount(
                BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), 9, RoundingMode.HALF_EVEN), Unit.RATIO);
    }
}
