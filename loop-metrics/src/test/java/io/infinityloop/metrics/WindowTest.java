package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
