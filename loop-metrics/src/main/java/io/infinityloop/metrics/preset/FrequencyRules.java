package io.infinityloop.metrics.preset;

import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules in which tools differ about the deployment frequency, and the frequency by any of them. */
final class FrequencyRules {
    /** The library's own: {@link DeploymentFrequency}. */
    static final Rules OURS = Rules.of(Counted.NO_ROLLBACKS, Rate.PER_OBSERVED_DAY, Range.WINDOW);

    static final RuledMetric METRIC = new RuledMetric(DeploymentFrequency.DEFINITION, OURS, FrequencyRules::of);

    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private FrequencyRules() {}

    /** Which successful production deployments count. */
    enum Counted implements Option {
        NO_ROLLBACKS("roll-backs do not count"),
        ALL("roll-backs count");

        private final String meaning;

        Counted(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "counted";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What is divided by what. */
    enum Rate implements Option {
        PER_OBSERVED_DAY("deployments by observed time, to the second"),
        PER_CALENDAR_DAY("deployments by calendar days"),
        WHOLE_PER_CALENDAR_DAY("deployments by calendar days, the fraction cut off"),
        DAYS_OF_WEEK_FROM_MONDAY("a seventh of the median number of days with one in weeks from Monday, also partial"),
        DAYS_OF_WEEK_FROM_SUNDAY("a seventh of the median number of days with one in weeks from Sunday, also partial");

        private final String meaning;

        Rate(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "rate";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    private static MetricResult of(MetricDefinition definition, Rules rules, Known known, Frame frame) {
        Range range = rules.get(Range.class);
        List<Instant> instants = known.deployments().stream()
                .filter(ended -> ended.deployed().isInProduction())
                .filter(ended ->
                        rules.has(Counted.ALL) || ended.deployed().plan().purpose() != DeploymentPurpose.ROLLBACK)
                .map(Known.Ended::at)
                .filter(at -> range.contains(frame, at))
                .toList();
        Days days = Days.of(range.of(frame), frame);
        instants.forEach(at -> days.with.add(at.atZone(frame.zone()).toLocalDate()));
        BigDecimal count = BigDecimal.valueOf(instants.size());
        BigDecimal rate = switch (rules.get(Rate.class)) {
            case PER_OBSERVED_DAY ->
                count.multiply(DAY).divide(Amount.of(range.of(frame).length()).number(), MathContext.DECIMAL128);
            case PER_CALENDAR_DAY -> count.divide(days.count(), MathContext.DECIMAL128);
            case WHOLE_PER_CALENDAR_DAY -> count.divide(days.count(), 0, RoundingMode.DOWN);
            case DAYS_OF_WEEK_FROM_MONDAY -> days.ofWeek(DayOfWeek.MONDAY);
            case DAYS_OF_WEEK_FROM_SUNDAY -> days.ofWeek(DayOfWeek.SUNDAY);
        };
        return MetricResult.Value.of(
                definition,
                new Amount(rate, Unit.PER_DAY),
                Map.of(
                        "count", Amount.count(instants.size()),
                        "deployment days", Amount.count(days.with.size())),
                instants.size());
    }

    /** The calendar days of a span, and those with a deployment. */
    private record Days(LocalDate first, LocalDate last, TreeSet<LocalDate> with) {
        static Days of(Window span, Frame frame) {
            return new Days(
                    span.from().atZone(frame.zone()).toLocalDate(),
                    span.to().minusNanos(1).atZone(frame.zone()).toLocalDate(),
                    new TreeSet<>());
        }

        BigDecimal count() {
            return BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last) + 1);
        }

        /** Weeks without a deployment are among those of which the median is taken. */
        BigDecimal ofWeek(DayOfWeek begin) {
            Map<LocalDate, Long> weeks = new TreeMap<>();
            LocalDate week = first.with(TemporalAdjusters.previousOrSame(begin));
            for (; !week.isAfter(last); week = week.plusWeeks(1)) {
                weeks.put(week, (long) with.subSet(week, week.plusWeeks(1)).size());
            }
            return Span.median(weeks.values().stream()
                            .map(BigDecimal::valueOf)
                            .sorted()
                            .toList())
                    .divide(BigDecimal.valueOf(7), MathContext.DECIMAL128);
        }
    }
}
