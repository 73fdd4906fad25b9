package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Window span(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void the_beginning_belongs_to_it_and_the_end_does_not() {
        Window window = span("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        assertThat(window.contains(window.from())).isTrue();
        assertThat(window.contains(window.to().minusNanos(1))).isTrue();
        assertThat(window.contains(window.to())).isFalse();
        assertThat(window.contains(window.from().minusNanos(1))).isFalse();
    }

    @Test
    void it_ends_after_it_begins() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(now, now))
                .withMessageContaining("ends after");
    }

    @Test
    void weeks_begin_on_monday_in_the_zone_and_one_of_them_is_an_hour_shorter() {
        List<Window> weeks = Window.weeks(span("2026-03-25T12:00:00Z", "2026-04-01T12:00:00Z"), BERLIN);
        assertThat(weeks)
                .containsExactly(
                        span("2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z"),
                        span("2026-03-29T22:00:00Z", "2026-04-05T22:00:00Z"));
        assertThat(weeks).extracting(Window::length).containsExactly(Duration.ofHours(167), Duration.ofHours(168));
    }

    @Test
    void months_begin_on_the_first_and_one_of_them_is_an_hour_longer() {
        assertThat(Window.months(span("2026-10-31T23:00:00Z", "2026-11-15T00:00:00Z"), BERLIN))
                .containsExactly(span("2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"));
        assertThat(Window.months(span("2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z"), BERLIN))
                .containsExactly(span("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"))
                .extracting(Window::length)
                .containsExactly(Duration.ofHours(31 * 24 + 1));
    }

    @Test
    void quarters_begin_in_january_april_july_and_october() {
        assertThat(Window.quarters(span("2025-12-31T00:00:00Z", "2026-04-01T00:00:01Z"), ZoneOffset.UTC))
                .containsExactly(
                        span("2025-10-01T00:00:00Z", "2026-01-01T00:00:00Z"),
                        span("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
                        span("2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z"));
    }

    /** Clocks change at two or three in the morning, forward in spring and back in autumn; in India never. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        "America/New_York, 2026-03-08, 23",
        "America/New_York, 2026-11-01, 25",
        "Asia/Kolkata, 2026-03-29, 24",
        "Asia/Kolkata, 2026-10-25, 24"
    })
    void days_are_those_of_the_zone_also_when_clocks_change(String name, LocalDate day, long hours) {
        ZoneId zone = ZoneId.of(name);
        List<Window> days = Window.days(Window.of(day.minusDays(1), day.plusDays(2), zone), zone);
        assertThat(days)
                .extracting(Window::length)
                .containsExactly(Duration.ofHours(24), Duration.ofHours(hours), Duration.ofHours(24));
        assertThat(days.get(1).from()).isEqualTo(day.atStartOfDay(zone).toInstant());
        Instant last = days.get(1).to().minusNanos(1);
        assertThat(last.atZone(zone).toLocalDate()).isEqualTo(day);
        assertThat(days.get(2).from()).isEqualTo(days.get(1).to());
    }

    @Test
    void a_day_that_a_zone_leaves_out_has_no_window() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        Window span = Window.of(LocalDate.parse("2011-12-29"), LocalDate.parse("2012-01-01"), samoa);
        assertThat(Window.days(span, samoa))
                .extracting(day -> day.from().atZone(samoa).toLocalDate())
                .containsExactly(LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"));
    }

    @Test
    void trailing_windows_end_with_each_day() {
        Window span = Window.of(LocalDate.parse("2026-03-29"), LocalDate.parse("2026-03-31"), BERLIN);
        assertThat(Window.trailing(span, 7, BERLIN))
                .containsExactly(
                        span("2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z"),
                        span("2026-03-23T23:00:00Z", "2026-03-30T22:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.trailing(span, 0, BERLIN))
                .withMessage("a trailing window has at least 1 day, but 0 were asked for");
    }

    @Test
    void trailing_windows_of_one_day_are_the_days_also_where_a_day_was_left_out() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        Window span = Window.of(LocalDate.parse("2011-12-28"), LocalDate.parse("2012-01-02"), samoa);
        assertThat(Window.trailing(span, 1, samoa)).hasSize(4).isEqualTo(Window.days(span, samoa));
        assertThat(Window.trailing(span, 3, samoa).get(2))
                .isEqualTo(Window.of(LocalDate.parse("2011-12-29"), LocalDate.parse("2012-01-01"), samoa));
    }

    @Test
    void the_whole_is_the_days_of_all_events() {
        assertThat(Window.whole(List.of(Log.commit("b", 30), Log.commit("a", 5)), ZoneOffset.UTC))
                .contains(new Window(Log.at(0), Log.at(48)));
        assertThat(Window.whole(List.of(), ZoneOffset.UTC)).isEmpty();
        assertThat(Window.before(Log.at(5), Duration.ofHours(2))).isEqualTo(new Window(Log.at(3), Log.at(5)));
        assertThat(Window.after(Log.at(5), Duration.ofHours(2))).isEqualTo(new Window(Log.at(5), Log.at(7)));
    }
}
