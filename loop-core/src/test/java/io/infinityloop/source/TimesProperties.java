package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.internal.json.Limits;
import io.infinityloop.testkit.ValueArbitraries;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimesProperties {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)(?:(:\\d\\d)(?:[.,](\\d{1,9}))?)?"
                    + " ?([Zz]|(?i:UTC|GMT)|[+-]\\d\\d(?::?\\d\\d)?)");

    @Provide
    Arbitrary<OffsetDateTime> times() {
        return Combinators.combine(
                        ValueArbitraries.instants(),
                        Arbitraries.integers().between(-18 * 60, 18 * 60),
                        Arbitraries.of(ChronoUnit.NANOS, ChronoUnit.MICROS, ChronoUnit.MILLIS, ChronoUnit.SECONDS))
                .as((instant, minutes, unit) ->
                        instant.truncatedTo(unit).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)))
                .filter(time -> time.getYear() >= 1970 && time.getYear() <= 9999);
    }

    @Provide
    Arbitrary<String> forms() {
        Arbitrary<String> patterns = Arbitraries.of(
                "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX",
                "yyyy-MM-dd'T'HH:mm:ss.SSSXX",
                "yyyy-MM-dd HH:mm:ss xx",
                "yyyy-MM-dd't'HH:mm:ss,SSSSSSXXX",
                "yyyy-MM-dd HH:mm:ss.Sxxx",
                "yyyy-MM-dd'T'HH:mmXXX");
        return Combinators.combine(times(), patterns)
                .as((time, pattern) -> DateTimeFormatter.ofPattern(pattern).format(time));
    }

    @Property
    void reads_what_the_jdk_writes_as_the_jdk_reads_it(@ForAll("times") OffsetDateTime time) {
        assertThat(Times.parse(time.toString()))
                .contains(OffsetDateTime.parse(time.toString()).toInstant());
        assertThat(Times.parse(time.toInstant().toString())).contains(time.toInstant());
    }

    @Property
    void every_form_tells_the_instant_that_it_was_made_of(@ForAll("forms") String text) {
        assertThat(Times.parse(text)).isEqualTo(plainly(text)).isPresent();
    }

    @Property(tries = 5_000)
    void what_is_damaged_is_refused_or_reads_as_the_plain_way_reads_it(
            @ForAll("forms") String text,
            @ForAll("damages") String damage,
            @ForAll @IntRange(max = 34) int from,
            @ForAll @IntRange(max = 3) int cut) {
        int begin = Math.min(from, text.length());
        String damaged = text.substring(0, begin) + damage + text.substring(Math.min(begin + cut, text.length()));
        assertThat(read(damaged)).as(damaged).isEqualTo(plainly(damaged));
    }

    @Provide
    Arbitrary<String> damages() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789").ofMinLength(1).ofMaxLength(3),
                Arbitraries.strings().withChars("TtZz +-:.,UTCGMT/é\u0000").ofMaxLength(3),
                Arbitraries.of("24", "60", "30", "31", "13", "00", " UTC", "+1900", "-0000"));
    }

    @Property
    void numbers_are_seconds_or_milliseconds_and_never_anything_between(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long number) {
        int digits = Long.toString(number).length();
        Optional<Instant> read = read(Long.toString(number));
        if (digits == 10) {
            assertThat(read)
                    .isEqualTo(Optional.of(Instant.ofEpochSecond(number)).filter(Limits::accept));
        } else if (digits == 13) {
            assertThat(read).isEqualTo(Optional.of(Instant.ofEpochMilli(number)).filter(Limits::accept));
        } else {
            assertThat(read).isEmpty();
        }
    }

    @Property
    void seconds_with_a_fraction_are_exact(@ForAll("times") OffsetDateTime time) {
        Instant instant = time.toInstant();
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        Assume.that(instant.getEpochSecond() >= 1_000_000_000);
        assertThat(Times.parse(seconds.toPlainString())).contains(instant);
        assertThat(Times.parse(seconds.stripTrailingZeros().toString())).contains(instant);
        assertThat(Times.parse(seconds.movePointRight(3).toPlainString())).contains(instant);
    }

    /** {@return the instant; empty if there is none, for whatever reason} */
    private static Optional<Instant> read(String text) {
        try {
            return Times.parse(text);
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }

    /** The same by a pattern and the JDK, slow and easy to see through. */
    private static Optional<Instant> plainly(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String zone = parts.group(5);
        String offset = Character.isLetter(zone.charAt(0))
                ? "Z"
                : zone.substring(0, 3) + ":" + (zone.length() > 3 ? zone.substring(zone.length() - 2) : "00");
        String seconds = parts.group(3) == null ? ":00" : parts.group(3);
        String fraction = parts.group(4) == null ? "" : "." + parts.group(4);
        try {
            return Optional.of(
                            OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2) + seconds + fraction + offset))
                    .map(OffsetDateTime::toInstant)
                    .filter(Limits::accept);
        } catch (DateTimeException absurd) {
            return Optional.empty();
        }
    }
}
