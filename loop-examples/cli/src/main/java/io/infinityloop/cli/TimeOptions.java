package io.infinityloop.cli;

import io.infinityloop.cli.config.Defaults;
import io.infinityloop.cli.config.Step;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which time is measured. */
final class TimeOptions {
    private static final String MOMENT = "DAY|INSTANT";
    /** Beyond the years that a log can hold there is nothing to measure, and no end of weeks to divide it into. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2200;

    @Option(
            names = "--from",
            paramLabel = MOMENT,
            description = "first moment measured; a day is its beginning (default: the day of the first event)")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = MOMENT,
            description =
                    "first moment not measured any more: --from 2026-07-01 --to 2026-10-01 is a quarter (default: the end of the"
                            + " last event's day)")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = MOMENT,
            description =
                    "measure with what was known then; ages count up to it (default: the end of the last event's day)")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "where days begin, such as Europe/Berlin (default: UTC)")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "STEP",
            description =
                    "divide it too: ${COMPLETION-CANDIDATES} (default: auto); text draws a column for each step, JSON has the"
                            + " numbers")
    private Optional<Step> window = Optional.empty();

    /**
     * The time that is measured.
     *
     * @param whole from the first to the last moment
     * @param asOf the last instant that counts as known
     * @param zone where days begin
     * @param step how it is divided
     */
    record Span(Window whole, Instant asOf, ZoneId zone, Step step) {
        /** The parts of the whole, in order; none if it is not divided. */
        List<Window> parts() {
            return switch (step) {
                case week -> Window.weeks(whole, zone);
                case month -> Window.months(whole, zone);
                case quarter -> Window.quarters(whole, zone);
                case auto, none -> List.of();
            };
        }

        /** The name of a part, empty if there are none. */
        String stepName() {
            return parts().isEmpty() ? "" : step.name();
        }
    }

    /** Chooses the time: what the user said, then what the team did, and where nobody did, what the events span. */
    Span span(Collection<LoopEvent> events, Defaults defaults) {
        ZoneId parsedZone = zone(defaults);
        Step step = window.or(defaults::window).orElse(Step.auto);
        Optional<Instant> known = asOf.map(text -> moment("--as-of", text, parsedZone));
        List<Instant> instants = events.stream()
                .map(LoopEvent::at)
                .filter(at -> known.isEmpty() || !at.isAfter(known.get()))
                .sorted(Comparator.naturalOrder())
                .toList();
        if (instants.isEmpty()) {
            throw new BadInputException("there are no events"
                    + asOf.map(text -> " at or before " + text).orElse("") + ", so there is nothing to measure");
        }
        Instant dayAfter = startOfDay(instants.get(instants.size() - 1), parsedZone, 1);
        Instant begin = from.map(text -> moment("--from", text, parsedZone))
                .orElseGet(() -> startOfDay(instants.get(0), parsedZone, 0));
        Instant end = to.map(text -> moment("--to", text, parsedZone)).orElseGet(() -> known.orElse(dayAfter));
        if (!begin.isBefore(end)) {
            String last = to.map(text -> "--to " + text)
                    .or(() -> asOf.map(text -> "--as-of " + text))
                    .orElse("the end of the last event's day, " + end);
            throw new BadInputException("the time measured would end before it begins: "
                    + from.map(text -> "--from " + text).orElse("the first event's day, " + begin) + " is not before "
                    + last);
        }
        Window whole = new Window(begin, end);
        return new Span(whole, known.orElse(dayAfter), parsedZone, step == Step.auto ? fitting(whole) : step);
    }

    private static Step fitting(Window whole) {
        Duration length = whole.length();
        if (length.compareTo(Duration.ofDays(14)) < 0) {
            return Step.none;
        }
        return length.compareTo(Duration.ofDays(190)) < 0
                ? Step.week
                : length.compareTo(Duration.ofDays(900)) < 0 ? Step.month : Step.quarter;
    }

    ZoneId zone(Defaults defaults) {
        return zone.map(TimeOptions::parsed).or(defaults::zone).orElse(ZoneId.of("UTC"));
    }

    private static ZoneId parsed(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new BadInputException(
                    "--zone '" + text
                            + "' is no time zone; give a name such as Europe/Berlin or an offset such as +02:00",
                    unknown);
        }
    }

    private static Instant moment(String option, String text, ZoneId zone) {
        Instant moment;
        try {
            moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unknown) {
            throw new BadInputException(
                    option + " '" + text + "' is no day such as 2026-07-01 and no instant such as"
                            + " 2026-07-01T09:00:00Z, with Z or an offset at its end",
                    unknown);
        }
        int year = moment.atZone(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new BadInputException(
                    option + " '" + text + "' is out of range: give a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return moment;
    }

    private static Instant startOfDay(Instant instant, ZoneId zone, int daysLater) {
        return instant.atZone(zone)
                .toLocalDate()
                .plusDays(daysLater)
                .atStartOfDay(zone)
                .toInstant();
    }
}
