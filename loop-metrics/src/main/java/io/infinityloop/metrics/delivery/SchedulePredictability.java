package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
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
import io.infinityloop.metrics.link.Released;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of the planned releases left on the day that was planned.
 *
 * <p>Releases that say for which day they were planned (the label {@code planned}, such as {@code 2026-03-02}) and were
 * prepared on that day in the zone of the analysis, divided by all that say so. The parts are how many were early and
 * late. The instant of the release says which window it falls into.
 *
 * <p>Left out and counted: releases that do not say, or not in a form that can be read. None that says so is undefined.
 *
 * @unit part of the planned releases, 0 to 1
 * @source ours. Requirement MET-43.
 * @since 0.1
 */
public final class SchedulePredictability {
    /** The key of the label with the planned day. */
    public static final String PLANNED = "planned";

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.schedule-predictability",
                    "Schedule predictability",
                    "Releases that left on the day that was planned, divided by those that were planned.",
                    "releases that say for which day they were planned",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-43")
            .with(MetricProfile.PLAIN
                    .formula("released on the planned day / planned")
                    .audience(MetricProfile.Audience.BUSINESS, MetricProfile.Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private SchedulePredictability() {}

    /** {@return the metric} */
    public static MetricCalculator<Released, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                Released.class,
                (released, asOf) -> released.labels().get(PLANNED).isPresent()
                        ? new Place.At(released.at())
                        : new Place.Nowhere("not planned for a day"),
                Days::new,
                (days, released, frame) -> days.add(released, frame.zone()),
                Days::merge,
                (days, frame) -> days.result());
    }

    private static Optional<LocalDate> planned(Released released) {
        try {
            return released.labels().get(PLANNED).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static final class Days {
        private long early;
        private long onTime;
        private long late;

        Use add(Released released, ZoneId zone) {
            Optional<LocalDate> day = planned(released);
            if (day.isEmpty()) {
                return Use.excluded("planned day unreadable");
            }
            int order = released.at().atZone(zone).toLocalDate().compareTo(day.get());
            early += order < 0 ? 1 : 0;
            onTime += order == 0 ? 1 : 0;
            late += order > 0 ? 1 : 0;
            return Use.counted();
        }

        Days merge(Days from) {
            early += from.early;
            onTime += from.onTime;
            late += from.late;
            return this;
        }

        MetricResult result() {
            long all = early + onTime + late;
            return all == 0
                    ? MetricResult.Undefined.inWindow(DEFINITION)
                    : MetricResult.Value.of(
                            DEFINITION,
                            Part.of(onTime, all),
                            Map.of(
                                    "early", Amount.count(early),
                                    "late", Amount.count(late),
                                    "on time", Amount.count(onTime)),
                            all);
        }
    }
}
