package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** When something happened, and how often and how regularly that is. */
final class Moments {
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private final List<Instant> instants = new ArrayList<>();

    void add(Instant instant) {
        instants.add(instant);
    }

    Moments merge(Moments from) {
        instants.addAll(from.instants);
        return this;
    }

    MetricResult result(MetricDefinition definition, Frame frame) {
        if (frame.observed().isZero()) {
            return MetricResult.Undefined.notYet(definition);
        }
        BigDecimal rate = BigDecimal.valueOf(instants.size())
                .multiply(DAY)
                .divide(Amount.of(frame.observed()).number(), 18, RoundingMode.HALF_EVEN);
        return MetricResult.Value.of(definition, new Amount(rate, definition.unit()), parts(frame), instants.size());
    }

    private SortedMap<String, Amount> parts(Frame frame) {
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("count", Amount.count(instants.size()));
        TreeSet<LocalDate> days = new TreeSet<>();
        instants.forEach(instant -> days.add(instant.atZone(frame.zone()).toLocalDate()));
        parts.put("deployment days", Amount.count(days.size()));
        Samples intervals = intervals();
        if (intervals.size() > 0) {
            parts.put("median interval", intervals.value(Statistic.MEDIAN, Unit.SECONDS));
        }
        Samples perWeek = new Samples();
        for (Window week : fullWeeks(frame)) {
            LocalDate monday = week.from().atZone(frame.zone()).toLocalDate();
            perWeek.add(days.subSet(monday, monday.plusWeeks(1)).size());
        }
        if (perWeek.size() > 0) {
            parts.put("full weeks", Amount.count(perWeek.size()));
            parts.put("median deployment days a week", perWeek.value(Statistic.MEDIAN, Unit.COUNT));
        }
        return parts;
    }

    /** The ISO weeks that lie in the window as a whole and have ended. */
    private static List<Window> fullWeeks(Frame frame) {
        Instant from = frame.window().from();
        Instant to = frame.observedTo();
        return Window.weeks(new Window(from, to), frame.zone()).stream()
                .filter(week -> !week.from().isBefore(from) && !week.to().isAfter(to))
                .toList();
    }

    private Samples intervals() {
        List<Instant> sorted = instants.stream().sorted().toList();
        Samples intervals = new Samples();
        for (int i = 1; i < sorted.size(); i++) {
            intervals.add(Duration.between(sorted.get(i - 1), sorted.get(i)));
        }
        return intervals;
    }
}
