package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseTrainTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ReleaseTrain TUESDAY = new ReleaseTrain(DayOfWeek.TUESDAY, LocalTime.of(10, 0), BERLIN);

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    @Tag("REL-06")
    void the_next_departure_after_wednesday_noon_is_tuesday_at_ten() {
        assertThat(TUESDAY.next(berlin("2026-01-07T12:00"))).isEqualTo(berlin("2026-01-13T10:00"));
    }

    @Test
    @Tag("REL-06")
    void what_is_ready_at_ten_boards_and_what_is_ready_a_minute_later_waits_a_week() {
        Instant inTime = berlin("2026-01-13T10:00");
        Instant late = berlin("2026-01-13T10:01");

        assertThat(TUESDAY.next(inTime)).isEqualTo(inTime);
        assertThat(TUESDAY.next(late)).isEqualTo(berlin("2026-01-20T10:00"));
        assertThat(TUESDAY.board(List.of(late, inTime, berlin("2026-01-09T17:00")), Function.identity()))
                .containsExactly(
                        Map.entry(inTime, List.of(inTime, berlin("2026-01-09T17:00"))),
                        Map.entry(berlin("2026-01-20T10:00"), List.of(late)));
    }

    @Test
    @Tag("REL-06")
    void it_leaves_at_ten_by_the_clocks_of_the_zone_when_these_are_changed() {
        Instant winter = TUESDAY.next(berlin("2026-03-24T00:00"));
        Instant summer = TUESDAY.next(winter.plusSeconds(1));

        assertThat(winter).isEqualTo(Instant.parse("2026-03-24T09:00:00Z"));
        assertThat(summer).isEqualTo(Instant.parse("2026-03-31T08:00:00Z"));
        assertThat(Duration.between(winter, summer))
                .isEqualTo(Duration.ofDays(7).minusHours(1));
        assertThat(TUESDAY.next(berlin("2026-10-21T00:00"))).isEqualTo(Instant.parse("2026-10-27T09:00:00Z"));
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_an_hour_later_and_one_that_comes_twice_counts_once() {
        ReleaseTrain atNight = new ReleaseTrain(DayOfWeek.SUNDAY, LocalTime.of(2, 30), BERLIN);

        assertThat(atNight.next(berlin("2026-03-29T00:00"))).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(atNight.next(berlin("2026-10-25T00:00"))).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(atNight.next(Instant.parse("2026-10-25T00:30:01Z")))
                .isEqualTo(Instant.parse("2026-11-01T01:30:00Z"));
    }

    @Test
    void the_day_is_that_of_the_zone() {
        ReleaseTrain farEast =
                new ReleaseTrain(DayOfWeek.TUESDAY, LocalTime.of(10, 0), ZoneId.of("Pacific/Kiritimati"));

        assertThat(farEast.next(Instant.parse("2026-01-12T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-01-12T20:00:00Z"));
    }
}
