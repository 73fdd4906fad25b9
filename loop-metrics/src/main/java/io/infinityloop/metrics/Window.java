package io.infinityloop.metrics;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A span of time that a number is about. The beginning belongs to it, the end does not.
 *
 * @param from the first instant
 * @param to the first instant after it
 * @since 0.1
 */
public record Window(Instant from, Instant to) {
    /**
     * Creates a window.
     *
     * @throws IllegalArgumentException if it does not end after it begins
     */
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a window ends after it begins, but " + to + " is not after " + from);
        }
    }

    /**
     * Returns the ISO weeks (from Monday) that cover a span.
     *
     * @param span the span; the first and the last week may reach beyond it
     * @param zone where the days begin
     * @return the weeks, in order, unmodifiable
     */
    public static List<Window> weeks(Window span, ZoneId zone) {
        LocalDate first =
                span.from().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return calendar(span, zone, first, day -> day.plusWeeks(1));
    }

    /**
     * Returns the calendar months that cover a span.
     *
     * @param span the span; the first and the last month may reach beyond it
     * @param zone where the days begin
     * @return the months, in order, unmodifiable
     */
    public static List<Window> months(Window span, ZoneId zone) {
        LocalDate first = span.from().atZone(zone).toLocalDate().withDayOfMonth(1);
        return calendar(span, zone, first, day -> day.plusMonths(1));
    }

    /**
     * Returns the calendar quarters that cover a span.
     *
     * @param span the span; the first and the last quarter may reach beyond it
     * @param zone where the days begin
     * @return the quarters, in order, unmodifiable
     */
    public static List<Window> quarters(Window span, ZoneId zone) {
        LocalDate day = span.from().atZone(zone).toLocalDate();
        LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        return calendar(span, zone, first, start -> start.plusMonths(3));
    }

    private static List<Window> calendar(
            Window span, ZoneId zone, LocalDate first, UnaryOperator<LocalDate> following) {
        List<Window> windows = new ArrayList<>();
        LocalDate day = first;
        Instant from = day.atStartOfDay(zone).toInstant();
        while (from.isBefore(span.to())) {
            day = following.apply(day);
            Instant to = day.atStartOfDay(zone).toInstant();
            windows.add(new Window(from, to));
            from = to;
        }
        return List.copyOf(windows);
    }

    /**
     * Tells whether an instant belongs to this window.
     *
     * @param instant the instant
     * @return whether it is not before the beginning and before the end
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** {@return how long the window is, in elapsed time} */
    public Duration length() {
        return Duration.between(from, to);
    }

    @Override
    public String toString() {
        return "[" + from + ", " + to + ")";
    }
}
