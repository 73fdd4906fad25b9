package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.internal.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a service's log that have the form {@code [2024-01-15 14:23:01] INFO text}. Such a line does not
 * say in which zone its time is; the caller does.
 *
 * <p>Source: requirement OBS-09.
 *
 * @since 0.1
 */
public final class LogParser {
    private static final Pattern LINE = Pattern.compile(
            "\\[(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})] (\\S{1,100})(?: (.*?))?\\r?", Pattern.DOTALL);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final String service;
    private final ZoneId zone;

    private LogParser(String service, ZoneId zone) {
        this.service = service;
        this.zone = zone;
    }

    /**
     * Returns a parser.
     *
     * @param service the service whose log is read
     * @param zone the zone in which its times are
     * @return the parser
     * @throws IllegalArgumentException if the service is blank or has more than 500 characters
     */
    public static LogParser of(String service, ZoneId zone) {
        return new LogParser(Texts.id("service", service), requireNonNull(zone, "zone"));
    }

    /**
     * Reads lines. Blank ones are passed over; of those that do not have the form it is said which and why.
     *
     * @param log names the log; the measurement of its first line gets the id {@code log:1}, and so on
     * @param lines the lines, in their order
     * @return what they say
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public ParsedLog parse(String log, List<String> lines) {
        Texts.bounded("log", log, Texts.ID_LIMIT - 20);
        List<Measurement> measurements = new ArrayList<>();
        List<ParsedLog.Rejected> rejected = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                try {
                    measurements.add(measurement(log + ":" + number, line));
                } catch (IllegalArgumentException unreadable) {
                    rejected.add(new ParsedLog.Rejected(number, String.valueOf(unreadable.getMessage())));
                }
            }
        }
        return new ParsedLog(measurements, rejected);
    }

    private Measurement measurement(String id, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a line like [2024-01-15 14:23:01] INFO text");
        }
        String text = matcher.group(3);
        Reading.Log reading = new Reading.Log(matcher.group(2), text == null ? "" : text);
        return Measurement.of(id, instant(matcher.group(1)), service, reading);
    }

    private Instant instant(String text) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text, TIME);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(text + " is no time of any day", unknown);
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new IllegalArgumentException(text + " comes " + (offsets.isEmpty() ? "never" : "twice") + " in "
                    + zone + ", where the clocks are changed: expected a log in a zone that does not change");
        }
        return local.toInstant(offsets.get(0));
    }
}
