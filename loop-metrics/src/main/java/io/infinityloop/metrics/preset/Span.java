package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long something took, and when it counts.
 *
 * @param at when it counts
 * @param taken how long it took; may be negative
 */
record Span(Instant at, Duration taken) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The one number that stands for many spans. */
    enum Summary implements Option {
        MEDIAN("the median"),
        LOWER_MEDIAN("the lower of the two in the middle"),
        MEAN("the mean"),
        MEDIAN_OF_DAILY_MEDIANS("the median of the medians of the days (UTC)");

        private final String meaning;

        Summary(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "statistic";
        }

        @Override
        public String meaning() {
            return meaning;
        }

        /** Of at least one span. */
        BigDecimal of(List<Span> spans) {
            if (this == MEDIAN_OF_DAILY_MEDIANS) {
                Map<LocalDate, List<Span>> days = new TreeMap<>();
                spans.forEach(span -> days.computeIfAbsent(
                                span.at().atZone(ZoneOffset.UTC).toLocalDate(), day -> new java.util.ArrayList<>())
                        .add(span));
                return median(days.values().stream().map(MEDIAN::of).sorted().toList());
            }
            List<BigDecimal> sorted = spans.stream()
                    .map(span -> Amount.of(span.taken()).number())
                    .sorted()
                    .toList();
            return switch (this) {
                case MEAN ->
                    sorted.stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(sorted.size()), MathContext.DECIMAL128);
                case LOWER_MEDIAN -> sorted.get((sorted.size() - 1) / 2);
                case MEDIAN, MEDIAN_OF_DAILY_MEDIANS -> median(sorted);
            };
        }
    }

    static BigDecimal median(List<BigDecimal> sorted) {
        return sorted.get((sorted.size() - 1) / 2)
                .add(sorted.get(sorted.size() / 2))
                .divide(TWO);
    }

    /** To which unit a duration is rounded. */
    enum Rounding implements Option {
        EXACT("exact", Duration.ofNanos(1), false),
        MINUTES_UP("whole minutes, rounded up", Duration.ofMinutes(1), true),
        MINUTES_DOWN("whole minutes, cut off", Duration.ofMinutes(1), false),
        HOURS_DOWN("whole hours, cut off", Duration.ofHours(1), false);

        private final String meaning;
        private final Duration unit;
        private final boolean up;

        Rounding(String meaning, Duration unit, boolean up) {
            this.meaning = meaning;
            this.unit = unit;
            this.up = up;
        }

        @Override
        public String rule() {
            return "rounding";
        }

        @Override
        public String meaning() {
            return meaning;
        }

        /** Cutting off goes towards zero, rounding up towards the later. */
        Duration of(Duration taken) {
            if (this == EXACT) {
                return taken;
            }
            Duration cut = unit.multipliedBy(taken.dividedBy(unit));
            return up && cut.compareTo(taken) < 0 ? cut.plus(unit) : cut;
        }
    }

    /**
     * The result of spans: their summary, with the usual others beside it.
     *
     * @param needs what they are of, as a plural that fits behind "no"
     */
    static MetricResult result(MetricDefinition definition, List<Span> spans, Summary summary, String needs) {
        if (spans.isEmpty()) {
            return new MetricResult.Undefined(definition.id(), "no " + needs + " in this window", new TreeMap<>());
        }
        return MetricResult.Value.of(
                definition,
                seconds(summary.of(spans)),
                Map.of("mean", seconds(Summary.MEAN.of(spans)), "median", seconds(Summary.MEDIAN.of(spans))),
                spans.size());
    }

    private static Amount seconds(BigDecimal number) {
        return new Amount(number, Unit.SECONDS);
    }
}
