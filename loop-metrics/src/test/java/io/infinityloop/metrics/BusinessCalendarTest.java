package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessCalendar OFFICE =
            BusinessCalendar.builder(ZoneOffset.UTC).build();

    private static Duration between(BusinessCalendar calendar, String from, String to) {
        return calendar.between(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void friday_at_16_to_monday_at_10_are_two_hours() {
        assertThat(between(OFFICE, "2026-01-09T16:00:00Z", "2026-01-12T10:00:00Z"))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_holiday_has_no_hours() {
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneOffset.UTC)
                .holiday(LocalDate.of(2026, 1, 6))
                .build();
        assertThat(between(calendar, "2026-01-05T09:00:00Z", "2026-01-07T17:00:00Z"))
                .isEqualTo(Duration.ofHours(16));
    }

    @Test
    void what_lies_within_one_day_is_cut_to_its_hours() {
        assertThat(between(OFFICE, "2026-01-05T07:00:00Z", "2026-01-05T09:30:00.000000001Z"))
                .isEqualTo(Duration.ofMinutes(30).plusNanos(1));
        assertThat(between(OFFICE, "2026-01-05T17:00:00Z", "2026-01-06T09:00:00Z"))
                .isZero();
        assertThat(between(OFFICE, "2026-01-10T10:00:00Z", "2026-01-11T12:00:00Z"))
                .isZero();
    }

    @Test
    void backwards_is_negative() {
        assertThat(between(OFFICE, "2026-01-12T10:00:00Z", "2026-01-09T16:00:00Z"))
                .isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void days_begin_in_the_zone() {
        BusinessCalendar berlin = BusinessCalendar.builder(BERLIN).build();
        assertThat(between(berlin, "2026-01-05T07:00:00Z", "2026-01-05T09:00:00Z"))
                .isEqualTo(Duration.ofHours(1));
        assertThat(berlin.zone()).isEqualTo(BERLIN);
    }

    @Test
    void a_day_on_which_clocks_change_has_an_hour_more_or_less() {
        BusinessCalendar always = BusinessCalendar.builder(BERLIN)
                .hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                .days(DayOfWeek.values())
                .build();
        assertThat(between(always, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))
                .isEqualTo(Duration.ofHours(23));
        assertThat(between(always, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"))
                .isEqualTo(Duration.ofHours(25));
        BusinessCalendar early = BusinessCalendar.builder(BERLIN)
                .hours(LocalTime.of(1, 0), LocalTime.of(9, 0))
                .days(DayOfWeek.SUNDAY)
                .build();
        assertThat(between(early, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .isEqualTo(Duration.ofHours(7));
        assertThat(between(early, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void hours_that_begin_when_clocks_leap_begin_with_the_leap() {
        BusinessCalendar leapt = BusinessCalendar.builder(BERLIN)
                .hours(LocalTime.of(2, 30), LocalTime.of(9, 0))
                .days(DayOfWeek.SUNDAY)
                .build();
        assertThat(between(leapt, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void the_end_of_the_hours_is_not_open() {
        assertThat(OFFICE.isOpen(Instant.parse("2026-01-05T09:00:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(Instant.parse("2026-01-05T16:59:59Z"))).isTrue();
        assertThat(OFFICE.isOpen(Instant.parse("2026-01-05T17:00:00Z"))).isFalse();
        assertThat(OFFICE.isOpen(Instant.parse("2026-01-10T12:00:00Z"))).isFalse();
    }

    @Test
    void more_than_292_years_are_what_elapsed() {
        assertThat(OFFICE.between(Instant.MIN, Instant.MAX)).isEqualTo(Duration.between(Instant.MIN, Instant.MAX));
    }

    @Test
    void what_makes_no_sense_is_refused_in_one_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.builder(BERLIN).hours(LocalTime.of(17, 0), LocalTime.of(9, 0)))
                .withMessage(
                        "a working day from 17:00 to 09:00 has no hours: expected an end that is later, or midnight"
                                + " for the end of the day");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.builder(BERLIN).days())
                .withMessage("a calendar needs at least one working day of the week");
    }

    @Test
    void says_what_it_is() {
        assertThat(OFFICE).hasToString("09:00-17:00 [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] Z, 0 holidays");
    }
}
