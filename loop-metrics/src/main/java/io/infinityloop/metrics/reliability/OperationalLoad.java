package io.infinityloop.metrics.reliability;

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
import io.infinityloop.metrics.link.OperationalEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often whoever runs the service is interrupted: pages, other alerts, incidents and what is done by hand, per day
 * of the observed window.
 *
 * <p>The parts count each sort. Nothing at all is undefined; a window without anything, where there was something
 * before or after, is 0 a day.
 *
 * @unit per day
 * @source requirement MET-30.
 * @since 0.1
 */
public final class OperationalLoad {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "reliability.operational-load",
                    "Operational load",
                    "Pages, alerts, incidents and manual actions per day of the observed window.",
                    "alerts, incidents or manual actions",
                    Unit.PER_DAY,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "MET-30")
            .with(MetricProfile.PLAIN
                    .formula("(pages + alerts + incidents + manual actions) / days observed")
                    .stage(Stage.OPERATE));

    private OperationalLoad() {}

    /** {@return the metric} */
    public static MetricCalculator<OperationalEvent, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                OperationalEvent.class,
                (event, asOf) -> new Place.At(event.at()),
                () -> new EnumMap<OperationalEvent.Kind, Long>(OperationalEvent.Kind.class),
                (counts, event, frame) -> {
                    counts.merge(event.kind(), 1L, Long::sum);
                    return Use.counted();
                },
                (into, from) -> {
                    from.forEach((kind, count) -> into.merge(kind, count, Long::sum));
                    return into;
                },
                OperationalLoad::result);
    }

    private static MetricResult result(Map<OperationalEvent.Kind, Long> counts, Frame frame) {
        Duration observed = frame.observed();
        if (observed.isZero()) {
            return MetricResult.Undefined.notYet(DEFINITION);
        }
        SortedMap<String, Amount> parts = new TreeMap<>();
        long all = 0;
        for (Map.Entry<OperationalEvent.Kind, Long> count : counts.entrySet()) {
            all += count.getValue();
            String name = count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            parts.put(name + "s", Amount.count(count.getValue()));
        }
        BigDecimal days = Amount.of(observed).number();
        BigDecimal rate = BigDecimal.valueOf(all)
                .multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()))
                .divide(days, 9, RoundingMode.HALF_EVEN);
        return MetricResult.Value.of(DEFINITION, new Amount(rate, Unit.PER_DAY), parts, all);
    }
}
