package io.infinityloop.metrics;

import io.infinityloop.event.LoopEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /**
     * Returns the calendar days that cover a span. A day on which clocks change has 23 or 25 hours.
     *
     * @param span the span; the first and the last day may reach beyond it
     * @param zone where the days begin
     * @return the days, in order, unmodifiable
     */
    public static List<Window> days(Window span, ZoneId zone) {
        return calendar(span, zone, span.from().atZone(zone).toLocalDate(), day -> day.plusDays(1));
    }

    /**
     * Returns for each calendar day of a span the days that end with it: the last 30 days, seen from each day. These
     * windows overlap.
     *
     * @param span the span
     * @param days how many days each window has, at least 1
     * @param zone where the days begin
     * @return the windows, in order, unmodifiable
     * @throws IllegalArgumentException if {@code days} is less than 1
     */
    public static List<Window> trailing(Window span, int days, ZoneId zone) {
        if (days < 1) {
            throw new IllegalArgumentException("a trailing window has at least 1 day, but " + days + " were asked for");
        }
        return days(span, zone).stream()
                .map(day -> {
                    LocalDate last = day.from().atZone(zone).toLocalDate();
                    LocalDate first = last.minusDays(days - 1L);
                    return new Window(first.atStartOfDay(zone).toInstant(), day.to());
                })
                .toList();
    }

    /**
     * Returns a span of calendar days.
     *
     * @param first the first day
     * @param end the first day after it
     * @param zone where the days begin
     * @return the window
     * @throws IllegalArgumentException if it does not end after it begins
     */
    public static Window of(LocalDate first, LocalDate end, ZoneId zone) {
        return new Window(
                first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    /**
     * Returns the calendar days of all events: from the day of the first to the day of the last.
     *
     * @param events the events, in any order
     * @param zone where the days begin
     * @return the window; empty if there is no event
     */
    public static Optional<Window> whole(Collection<? extends LoopEvent> events, ZoneId zone) {
        Optional<Instant> first = events.stream().map(LoopEvent::at).min(Comparator.naturalOrder());
        Optional<Instant> last = events.stream().map(LoopEvent::at).max(Comparator.naturalOrder());
        return first.flatMap(from -> last.map(to -> of(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate().plusDays(1), zone)));
    }

    /**
     * Returns the time up to an instant.
     *
     * @param end the first instant after it
     * @param length how long, more than nothing
     * @return the window
     * @throws IllegalArgumentException if it would not end after it begins
     */
    public static Window before(Instant end, Duration length) {
        return new Window(end.minus(length), end);
    }

    /**
     * Returns the time from an instant on.
     *
     * @param begin the first instant
     * @param length how long, more than nothing
     * @return the window
     * @throws IllegalArgumentException if it would not end after it begins
     */
    public static Window after(Instant begin, Duration length) {
        return new Window(begin, begin.plus(length));
    }

    private static List<Window> calendar(
            Window span, ZoneId zone, LocalDate first, UnaryOperator<LocalDate> following) {
        List<Window> windows = new ArrayList<>();
        LocalDate day = first;
        Instant from = day.atStartOfDay(zone).toInstant();
        while (from.isBefore(span.to())) {
            day = following.apply(day);
            Instant to = day.atStartOfDay(zone).toInstant();
            // A zone can leave out a day: Samoa had no 30 December 2011.
            if (from.isBefore(to)) {
                windows.add(new Window(from, to));
            }
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

    /**
     * Whether neither is longer than five quarters of the other: months and quarters differ, and so do days on which
     * clocks change.
     */
    boolean isAboutAsLongAs(Window other) {
        long own = length().toSeconds();
        long others = other.length().toSeconds();
        return own * 4 <= others * 5 && others * 4 <= own * 5;
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
