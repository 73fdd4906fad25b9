package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-07-01T10:00:00Z                | 2026-07-01T10:00:00Z
        2026-07-01t10:00:00z                | 2026-07-01T10:00:00Z
        2026-07-01T10:00Z                   | 2026-07-01T10:00:00Z
        2026-07-01T12:00:00+02:00           | 2026-07-01T10:00:00Z
        2026-07-01T12:00:00+0200            | 2026-07-01T10:00:00Z
        2026-07-01T12:00:00+02              | 2026-07-01T10:00:00Z
        2026-07-01T15:45:00+05:45           | 2026-07-01T10:00:00Z
        2026-07-01T10:00:00-00:00           | 2026-07-01T10:00:00Z
        2021-04-28 21:50:00 +0200           | 2021-04-28T19:50:00Z
        2021-04-28 21:50:00+02              | 2021-04-28T19:50:00Z
        2016-08-12 15:23:28 UTC             | 2016-08-12T15:23:28Z
        2016-08-12 15:23:28 utc             | 2016-08-12T15:23:28Z
        2016-08-12T15:23:28 GMT             | 2016-08-12T15:23:28Z
        2016-08-12 15:23:28 Z               | 2016-08-12T15:23:28Z
        2019-02-15T19:01:52.971-0800        | 2019-02-16T03:01:52.971Z
        2026-07-01T10:00:00.1Z              | 2026-07-01T10:00:00.1Z
        2026-07-01T10:00:00.1234567Z        | 2026-07-01T10:00:00.1234567Z
        2026-07-01T10:00:00.123456789+00:00 | 2026-07-01T10:00:00.123456789Z
        2026-07-01T10:00:00,250Z            | 2026-07-01T10:00:00.25Z
        2024-02-29T23:59:59Z                | 2024-02-29T23:59:59Z
        1970-01-01T00:00:00Z                | 1970-01-01T00:00:00Z
        1970-01-01T02:00:00+02:00           | 1970-01-01T00:00:00Z
        2200-12-31T23:59:59.999999999Z      | 2200-12-31T23:59:59.999999999Z
        1619639400                          | 2021-04-28T19:50:00Z
        1619639400.5                        | 2021-04-28T19:50:00.5Z
        1619639400.123000000                | 2021-04-28T19:50:00.123Z
        1.6196394E9                         | 2021-04-28T19:50:00Z
        1.6196394E+9                        | 2021-04-28T19:50:00Z
        1619639400123                       | 2021-04-28T19:50:00.123Z
        1619639400123.25                    | 2021-04-28T19:50:00.12325Z
        1.619639400123E12                   | 2021-04-28T19:50:00.123Z
        """)
    void reads_every_form_that_is_seen_in_the_wild(String text, Instant expected) {
        assertThat(Times.parse(text)).contains(expected);
        assertThat(Times.parse("  " + text + "\n")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00.000+00:00",
                "0001-01-01T01:00:00+01:00",
                "0001-01-01 00:00:00 UTC",
                "0001-01-01T00:00:00",
                "0001-01-01",
                "0000-00-00 00:00:00",
                "0000-00-00",
                "0000-01-01T00:00:00Z",
                "0",
                "0.0",
                "-62135596800",
                "-62135596800000"
            })
    void what_stands_for_none_is_none(String text) {
        assertThat(Times.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-07-01 10:00:00            | has no zone
        2026-07-01T10:00:00.123        | has no zone
        2026-07-01                     | has no time of day
        2026-07-01Z                    | is no instant
        01/02/2026                     | could be more than one
        01/02/2026 10:00:00 UTC        | could be more than one
        2026/07/01 10:00:00 UTC        | could be more than one
        01.02.2026                     | is no instant
        Wed, 01 Jul 2026 10:00:00 GMT  | could be more than one
        yesterday                      | could be more than one
        20260701T100000Z               | could be more than one
        2026-07-01 10:00:00 CET        | names of zones
        2026-07-01 10:00:00 EST        | names of zones
        2026-07-01T10:00:00Europe/Rome | names of zones
        2026-07-01T10:00:00GMT+2       | names of zones
        2026-07-01T10:00:00+2          | two digits of its hour of the offset
        2026-07-01T10:00:00+020        | two digits of its minute of the offset
        2026-07-01T10:00:00+02:        | two digits of its minute of the offset
        2026-07-01T10:00:00+02:60      | minute of the offset 60
        2026-07-01T10:00:00+18:01      | offset in minutes 1081
        2026-07-01T10:00:00+02:00:00   | after its zone
        2026-07-01T10:00:00Z[UTC]      | after its zone
        2026-07-01T10:00:00ZZ          | after its zone
        2026-07-01T10:00:00  UTC       | names of zones
        2026-07-01  10:00:00 UTC       | two digits of its hour
        2026-07-01T10:00:60Z           | leap seconds
        2016-12-31T23:59:60Z           | leap seconds
        2026-07-01T24:00:00Z           | hour 24
        2026-07-01T10:60:00Z           | minute 60
        2026-02-30T10:00:00Z           | day 30: expected 01 to 28
        2026-02-29T10:00:00Z           | day 29: expected 01 to 28
        2026-00-01T10:00:00Z           | month 0
        2026-13-01T10:00:00Z           | month 13
        2026-07-00T10:00:00Z           | day 0
        2026-7-1T10:00:00Z             | two digits of its month
        2026-07-01T10:00:00.Z          | lacks digits of a second
        2026-07-01T10:00:00.1234567890Z | finer than a nanosecond
        2026-07-01T10:00:00.12.3Z      | names of zones
        2026-07-01T10:00.5Z            | names of zones
        2026-07-01T10Z                 | lacks ':'
        1969-12-31T23:59:59Z           | expected a year from 1970 to 2200
        2201-01-01T00:00:00Z           | expected a year from 1970 to 2200
        2200-12-31T23:30:00-01:00      | expected a year from 1970 to 2200
        9999-12-31T23:59:59Z           | expected a year from 1970 to 2200
        0002-01-01T00:00:00Z           | expected a year from 1970 to 2200
        0001-01-01garbage              | is no instant
        0001-01-01T00:00:00garbage     | names of zones
        +2026-07-01T10:00:00Z          | could be more than one
        1619639400123456               | 10 digits of seconds
        1619639400123456789            | 10 digits of seconds
        161963940                      | 10 digits of seconds
        16196394001                    | 10 digits of seconds
        161963940012                   | 10 digits of seconds
        20260701                       | 10 digits of seconds
        -1619639400                    | 10 digits of seconds
        9619639400                     | expected a year from 1970 to 2200
        9619639400123                  | expected a year from 1970 to 2200
        1619639400.1234567891          | finer than a nanosecond
        1e999999999999                 | is no instant
        1e2147483647                   | 10 digits of seconds
        1e-999999999                   | 10 digits of seconds
        1.2.3                          | is no instant
        NaN                            | could be more than one
        ２０２６-07-01T10:00:00Z        | four digits of its year
        """)
    void what_is_absurd_or_could_be_two_instants_is_refused_with_the_reason(String text, String reason) {
        assertThatThrownBy(() -> Times.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("expected");
    }

    @Test
    void the_message_is_safe_to_print_and_short() {
        assertThatThrownBy(() -> Times.parse("2026-07-01 10:00:00 \u001b[2J"))
                .isInstanceOf(DateTimeException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b"));
        assertThatThrownBy(() -> Times.parse("9".repeat(1_000_000)))
                .isInstanceOf(DateTimeException.class)
                .satisfies(e ->
                        assertThat(e.getMessage()).contains("64 characters").hasSizeLessThan(400));
    }
}
