package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** When something happened, and how often and how regularly that is. */
final class Moments {
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    /** Nanoseconds since the window began. */
    private final Samples sinceBegin;

    private final TreeSet<LocalDate> days = new TreeSet<>();

    Moments(Memory memory) {
        sinceBegin = Samples.in(memory);
    }

    Use add(Instant instant, Frame frame) {
        Use use = sinceBegin.add(Duration.between(frame.window().from(), instant));
        if (use instanceof Use.Counted) {
            days.add(instant.atZone(frame.zone()).toLocalDate());
        }
        return use;
    }

    Moments merge(Moments from) {
        sinceBegin.addAll(from.sinceBegin);
        days.addAll(from.days);
        return this;
    }

    MetricResult result(MetricDefinition definition, Frame frame) {
        if (frame.observed().isZero()) {
            return MetricResult.Undefined.notYet(definition);
        }
        BigDecimal rate = BigDecimal.valueOf(sinceBegin.size())
                .multiply(DAY)
                .divide(Amount.of(frame.observed()).number(), 18, RoundingMode.HALF_EVEN);
        return MetricResult.Value.of(definition, new Amount(rate, definition.unit()), parts(frame), sinceBegin.size());
    }

    private SortedMap<String, Amount> parts(Frame frame) {
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("count", Amount.count(sinceBegin.size()));
        parts.put("deployment days", Amount.count(days.size()));
        Samples intervals = sinceBegin.gaps();
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
}
