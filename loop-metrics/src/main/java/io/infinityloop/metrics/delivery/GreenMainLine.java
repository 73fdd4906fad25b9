package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.BranchHealth;
import io.infinityloop.metrics.link.MainLine;
import io.infinityloop.metrics.link.RedSpan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * For which share of the time the main line was green: work could be merged and delivered.
 *
 * <p>The time from the first build of the main line on, as far as it is observed and in the window, less the time
 * during which a pipeline was red. The parts are the red time and the observed time. The times of several main lines
 * (of services, of repositories) are added up.
 *
 * <p>Nothing is left out. No build of the main line, or none before the end of the window, is undefined.
 *
 * @unit part of the time, 0 to 1
 * @source ours. Requirement GATE-09.
 * @since 0.1
 */
public final class GreenMainLine {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.green-main-line",
                    "Time with a green main line",
                    "The time during which no pipeline of the main line was red, divided by the observed time.",
                    "builds of the main line",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; GATE-09")
            .with(MetricProfile.PLAIN
                    .formula("1 - red time / time since the first build")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.BUILD)
                    .option("mainLine", "which branches are the main line: main, master, trunk by default"));

    private GreenMainLine() {}

    /** {@return the metric} */
    public static MetricCalculator<BranchHealth, ?> calculator() {
        return calculator(MainLine.USUAL);
    }

    /**
     * Returns the metric for a main line of another name.
     *
     * @param mainLine which branches are the main line
     * @return the metric
     */
    public static MetricCalculator<BranchHealth, ?> calculator(MainLine mainLine) {
        MetricDefinition definition = new Variant(DEFINITION)
                .option(mainLine.equals(MainLine.USUAL), "main-line", "the main line is " + mainLine)
                .definition();
        return Metrics.fold(
                definition,
                BranchHealth.class,
                (health, asOf) -> mainLine.includes(health.branch())
                        ? new Place.Over(health.since(), null)
                        : new Place.NotConcerned(),
                Times::new,
                Times::add,
                Times::merge,
                (times, frame) -> times.result(definition));
    }

    /** Time, exact. */
    private static final class Times {
        private Duration observed = Duration.ZERO;
        private Duration red = Duration.ZERO;
        private long lines;

        Use add(BranchHealth health, Frame frame) {
            Duration seen = within(health.since(), frame.observedTo(), frame);
            if (seen.isZero()) {
                return new Use.NotConcerned();
            }
            observed = observed.plus(seen);
            for (RedSpan span : health.red()) {
                Instant repairedAt = span.repairedAt();
                Instant from = span.brokenAt().isBefore(health.since()) ? health.since() : span.brokenAt();
                red = red.plus(within(from, repairedAt != null ? repairedAt : frame.observedTo(), frame));
            }
            lines++;
            return Use.counted();
        }

        /** How much of a span is in the window and was seen. */
        private static Duration within(Instant from, Instant to, Frame frame) {
            Instant begin =
                    from.isBefore(frame.window().from()) ? frame.window().from() : from;
            Instant end = to.isAfter(frame.observedTo()) ? frame.observedTo() : to;
            return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
        }

        Times merge(Times from) {
            observed = observed.plus(from.observed);
            red = red.plus(from.red);
            lines += from.lines;
            return this;
        }

        MetricResult result(MetricDefinition definition) {
            if (observed.isZero()) {
                return MetricResult.Undefined.inWindow(definition);
            }
            BigDecimal whole = Amount.of(observed).number();
            BigDecimal green = whole.subtract(Amount.of(red).number());
            return MetricResult.Value.of(
                    definition,
                    Part.of(green, whole),
                    Map.of("observed time", Amount.of(observed), "red time", Amount.of(red)),
                    lines);
        }
    }
}
