package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When people are at work: hours of the day, days of the week, and no holidays, in a zone. Immutable and safe for use
 * by many threads.
 *
 * <pre>{@code
 * BusinessCalendar office = BusinessCalendar.builder(ZoneId.of("Europe/Berlin"))
 *         .hours(LocalTime.of(9, 0), LocalTime.of(17, 0))
 *         .holiday(LocalDate.of(2026, 12, 25))
 *         .build();
 * office.between(fridayAt16, mondayAt10);   // two hours
 * }</pre>
 *
 * <p>The time is what elapsed within the hours of each day, so that a day on which clocks change in working hours has
 * an hour more or less. Use {@link #between} wherever a metric lets you choose how a duration is measured.
 *
 * @since 0.1
 */
public final class BusinessCalendar {
    private final ZoneId zone;
    private final LocalTime from;
    private final LocalTime to;
    private final Set<DayOfWeek> days;
    private final SortedSet<LocalDate> holidays;

    private BusinessCalendar(Builder builder) {
        this.zone = builder.zone;
        this.from = builder.from;
        this.to = builder.to;
        this.days = Collections.unmodifiableSet(EnumSet.copyOf(builder.days));
        this.holidays = Collections.unmodifiableSortedSet(new TreeSet<>(builder.holidays));
    }

    /**
     * Returns a builder of a calendar from Monday to Friday, 9 to 17 o'clock, without holidays.
     *
     * @param zone where the days begin
     * @return the builder
     */
    public static Builder builder(ZoneId zone) {
        return new Builder(zone);
    }

    /**
     * Returns how much working time lies between two instants, to the nanosecond.
     *
     * @param start the first instant
     * @param end the last; before the first makes the result negative
     * @return the working time; of more than 292 years the time that elapsed, which no metric counts
     */
    public Duration between(Instant start, Instant end) {
        if (end.isBefore(start)) {
            return between(end, start).negated();
        }
        Duration elapsed = Duration.between(start, end);
        if (elapsed.compareTo(Samples.LONGEST) > 0) {
            return elapsed;
        }
        Duration working = Duration.ZERO;
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                working = working.plus(shared(start, end, opens(day), closes(day)));
            }
        }
        return working;
    }

    /**
     * Tells whether people are at work.
     *
     * @param instant the instant
     * @return whether it lies in the hours of a working day; the end of the hours does not
     */
    public boolean isOpen(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return isWorkingDay(day) && !instant.isBefore(opens(day)) && instant.isBefore(closes(day));
    }

    /** {@return where the days begin} */
    public ZoneId zone() {
        return zone;
    }

    private boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private Instant opens(LocalDate day) {
        return instant(day.atTime(from));
    }

    /** Midnight as an end is that at the end of the day. */
    private Instant closes(LocalDate day) {
        return to.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : instant(day.atTime(to));
    }

    /** A time that a change of clocks leaps over is the instant of the change; of one that comes twice, the first. */
    private Instant instant(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }

    private static Duration shared(Instant start, Instant end, Instant opens, Instant closes) {
        Instant begin = start.isAfter(opens) ? start : opens;
        Instant stop = end.isBefore(closes) ? end : closes;
        return begin.isBefore(stop) ? Duration.between(begin, stop) : Duration.ZERO;
    }

    /** {@return hours, days and zone, for example {@code 09:00-17:00 MONDAY…FRIDAY Europe/Berlin, 1 holidays}} */
    @Override
    public String toString() {
        return from + "-" + to + " " + days + " " + zone + ", " + holidays.size() + " holidays";
    }

    /**
     * Gathers when people are at work. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final ZoneId zone;
        private LocalTime from = LocalTime.of(9, 0);
        private LocalTime to = LocalTime.of(17, 0);
        private Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        private final SortedSet<LocalDate> holidays = new TreeSet<>();

        private Builder(ZoneId zone) {
            this.zone = requireNonNull(zone, "zone");
        }

        /**
         * Sets the hours of a working day.
         *
         * @param begin when it begins
         * @param end when it ends, later; midnight is the end of the day
         * @return this builder
         * @throws IllegalArgumentException if the end is not later
         */
        public Builder hours(LocalTime begin, LocalTime end) {
            if (!end.equals(LocalTime.MIDNIGHT) && !begin.isBefore(end)) {
                throw new IllegalArgumentException("a working day from " + begin + " to " + end
                        + " has no hours: expected an end that is later, or midnight for the end of the day");
            }
            this.from = begin;
            this.to = end;
            return this;
        }

        /**
         * Sets the working days of a week.
         *
         * @param working the days, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder days(DayOfWeek... working) {
            if (working.length == 0) {
                throw new IllegalArgumentException("a calendar needs at least one working day of the week");
            }
            this.days = EnumSet.copyOf(Arrays.asList(working));
            return this;
        }

        /**
         * Adds a day on which nobody works.
         *
         * @param day the day
         * @return this builder
         */
        public Builder holiday(LocalDate day) {
            holidays.add(requireNonNull(day, "day"));
            return this;
        }

        /**
         * Adds days on which nobody works.
         *
         * @param more the days
         * @return this builder
         */
        public Builder holidays(Collection<LocalDate> more) {
            more.forEach(this::holiday);
            return this;
        }

        /** {@return the calendar} */
        public BusinessCalendar build() {
            return new BusinessCalendar(this);
        }
    }
}
