package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.DebtItem;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much more technical debt there is at the end of the window than at its beginning.
 *
 * <p>Debt items that were opened in the window, less those that were closed in it. The parts are both numbers, how many
 * are open at the end, their median age, and how many of them each area has, as {@code open: code}.
 *
 * <p>Nothing is left out. No debt item is undefined; 0 means that as much was closed as opened.
 *
 * @unit debt items, negative if there are fewer
 * @source ours. Requirement MET-45.
 * @since 0.1
 */
public final class DebtGrowth {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.debt-growth",
                    "Growth of technical debt",
                    "Debt items that were opened, less those that were closed; with what is open, by area.",
                    "debt items",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-45")
            .with(MetricProfile.PLAIN
                    .formula("opened - closed")
                    .audience(MetricProfile.Audience.ENGINEER, MetricProfile.Audience.BUSINESS)
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.PLAN));

    private DebtGrowth() {}

    /** {@return the metric} */
    public static MetricCalculator<DebtItem, ?> calculator() {
        return Metrics.foldIn(
                DEFINITION,
                DebtItem.class,
                (item, asOf) -> new Place.Over(item.openedAt(), null),
                Debt::new,
                Debt::add,
                Debt::merge,
                Debt::result);
    }

    private static final class Debt {
        private final SortedMap<String, Long> openByArea = new TreeMap<>();
        private final Samples ages;
        private long opened;
        private long closed;
        private long open;

        Debt(Memory memory) {
            ages = Samples.in(memory);
        }

        Use add(DebtItem item, Frame frame) {
            Instant closedAt = item.closedAt();
            boolean isOpened = isSeen(item.openedAt(), frame);
            boolean isClosed = closedAt != null && isSeen(closedAt, frame);
            boolean isOpen = isBegun(item.openedAt(), frame) && (closedAt == null || !isBegun(closedAt, frame));
            if (!isOpened && !isClosed && !isOpen) {
                return new Use.NotConcerned();
            }
            opened += isOpened ? 1 : 0;
            closed += isClosed ? 1 : 0;
            if (isOpen) {
                open++;
                openByArea.merge(item.area(), 1L, Long::sum);
                ages.add(Duration.between(item.openedAt(), frame.observedTo())); // beyond 292 years it has no age
            }
            return Use.counted();
        }

        /** By the end of the window, which itself belongs to the next one. */
        private static boolean isBegun(Instant at, Frame frame) {
            return at.isBefore(frame.window().to()) && !at.isAfter(frame.asOf());
        }

        private static boolean isSeen(Instant at, Frame frame) {
            return frame.window().contains(at) && !at.isAfter(frame.asOf());
        }

        Debt merge(Debt from) {
            from.openByArea.forEach((area, count) -> openByArea.merge(area, count, Long::sum));
            ages.addAll(from.ages);
            opened += from.opened;
            closed += from.closed;
            open += from.open;
            return this;
        }

        MetricResult result(Frame frame) {
            if (frame.asOf().isBefore(frame.window().from())) {
                return MetricResult.Undefined.notYet(DEFINITION);
            }
            SortedMap<String, Amount> parts = new TreeMap<>();
            parts.put("opened", Amount.count(opened));
            parts.put("closed", Amount.count(closed));
            parts.put("open", Amount.count(open));
            openByArea.forEach((area, count) -> parts.put("open: " + area, Amount.count(count)));
            if (ages.size() > 0) {
                parts.put("median age", ages.value(Statistic.MEDIAN, Unit.SECONDS));
            }
            return MetricResult.Value.of(DEFINITION, Amount.count(opened - closed), parts, opened + closed);
        }
    }
}
