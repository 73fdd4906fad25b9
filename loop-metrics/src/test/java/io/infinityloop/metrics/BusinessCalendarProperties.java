package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BusinessCalendarProperties {
    private static final BusinessCalendar NEW_YORK = BusinessCalendar.builder(ZoneId.of("America/New_York"))
            .hours(LocalTime.of(1, 30), LocalTime.of(10, 15))
            .days(java.time.DayOfWeek.SUNDAY, java.time.DayOfWeek.MONDAY)
            .holiday(LocalDate.of(2026, 1, 5))
            .build();

    private static Instant quarter(int number) {
        return Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(15L * number));
    }

    @Property(tries = 200)
    void parts_add_up(
            @ForAll @IntRange(max = 30_000) int a,
            @ForAll @IntRange(max = 30_000) int b,
            @ForAll @IntRange(max = 30_000) int c) {
        assertThat(NEW_YORK.between(quarter(a), quarter(b)).plus(NEW_YORK.between(quarter(b), quarter(c))))
                .isEqualTo(NEW_YORK.between(quarter(a), quarter(c)));
    }

    /** A naive clock that looks every quarter of an hour. */
    @Property(tries = 100)
    void it_is_the_time_in_which_it_is_open(
            @ForAll @IntRange(max = 30_000) int from, @ForAll @IntRange(max = 2_000) int length) {
        long open = 0;
        for (int i = from; i < from + length; i++) {
            open += NEW_YORK.isOpen(quarter(i)) ? 1 : 0;
        }
        assertThat(NEW_YORK.between(quarter(from), quarter(from + length))).isEqualTo(Duration.ofMinutes(15 * open));
    }
}
