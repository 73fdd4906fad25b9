package io.infinityloop.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogParserTest {
    private static final List<String> LINES = List.of(
            "[2024-01-15 14:23:01] INFO Checkout started for user=12345",
            "[2024-01-15 14:23:02] ERROR Payment failed: Card declined",
            "[2024-01-15 14:23:02] INFO Checkout failed for user=12345");

    @Test
    @Tag("OBS-09")
    void three_lines_become_three_measurements_with_level_text_service_and_instant() {
        ParsedLog log = LogParser.of("checkout", ZoneOffset.UTC).parse("checkout.log", LINES);

        assertThat(log.rejected()).isEmpty();
        assertThat(log.measurements())
                .containsExactly(
                        line(1, "2024-01-15T14:23:01Z", "INFO", "Checkout started for user=12345"),
                        line(2, "2024-01-15T14:23:02Z", "ERROR", "Payment failed: Card declined"),
                        line(3, "2024-01-15T14:23:02Z", "INFO", "Checkout failed for user=12345"));
    }

    @Test
    @Tag("OBS-09")
    void the_zone_is_that_of_the_caller() {
        ParsedLog log = LogParser.of("checkout", ZoneId.of("Europe/Berlin")).parse("checkout.log", LINES);

        assertThat(log.measurements().get(0).at()).isEqualTo(Instant.parse("2024-01-15T13:23:01Z"));
    }

    @Test
    void a_line_that_does_not_fit_costs_itself_only() {
        ParsedLog log = LogParser.of("checkout", ZoneOffset.UTC)
                .parse(
                        "l",
                        List.of(
                                "  at Checkout.pay(Checkout.java:17)",
                                "",
                                "[2024-02-30 14:23:01] INFO no such day",
                                "[2024-01-15 14:23:01] INFO"));

        assertThat(log.rejected())
                .containsExactly(
                        new ParsedLog.Rejected(1, "expected a line like [2024-01-15 14:23:01] INFO text"),
                        new ParsedLog.Rejected(3, "2024-02-30 14:23:01 is no time of any day"));
        assertThat(log.measurements()).hasSize(1);
        assertThat(log.measurements().get(0).id()).isEqualTo("l:4");
        assertThat(log.measurements().get(0).reading()).isEqualTo(new Reading.Log("INFO", ""));
    }

    @Test
    void line_ends_of_other_systems_and_rare_line_breaks_are_no_reason_to_reject_a_line() {
        ParsedLog log = LogParser.of("checkout", ZoneOffset.UTC)
                .parse("l", List.of("[2024-01-15 14:23:01] INFO done\r", "[2024-01-15 14:23:01] INFO a\u2028b"));
        assertThat(log.rejected()).isEmpty();
        assertThat(log.measurements())
                .extracting(Measurement::reading)
                .containsExactly(new Reading.Log("INFO", "done"), new Reading.Log("INFO", "a\u2028b"));
    }

    @Test
    void an_hour_that_comes_twice_or_never_is_not_guessed() {
        LogParser berlin = LogParser.of("checkout", ZoneId.of("Europe/Berlin"));

        ParsedLog log =
                berlin.parse("l", List.of("[2024-10-27 02:30:00] INFO twice", "[2024-03-31 02:30:00] INFO never"));

        assertThat(log.measurements()).isEmpty();
        assertThat(log.rejected())
                .extracting(ParsedLog.Rejected::problem)
                .containsExactly(
                        "2024-10-27 02:30:00 comes twice in Europe/Berlin, where the clocks are changed: expected a log"
                                + " in a zone that does not change",
                        "2024-03-31 02:30:00 comes never in Europe/Berlin, where the clocks are changed: expected a log"
                                + " in a zone that does not change");
        assertThatIllegalArgumentException().isThrownBy(() -> berlin.parse(" ", LINES));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParsedLog.Rejected(0, "p"));
    }

    private static Measurement line(int number, String at, String level, String text) {
        return Measurement.of("checkout.log:" + number, Instant.parse(at), "checkout", new Reading.Log(level, text));
    }
}
