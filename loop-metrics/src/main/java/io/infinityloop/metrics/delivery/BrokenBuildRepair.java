package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.MainLine;
import io.infinityloop.metrics.link.RedSpan;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long the main line stays broken.
 *
 * <p>One sample for each episode: from the first build of the main line that failed until every pipeline that failed
 * has passed again, however often it failed meanwhile. The repair says which window it falls into. The headline is the
 * median (type 7); the mean is a part. It is another number than the {@linkplain BuildDuration duration of a build}.
 *
 * <p>Left out and counted: episodes that last, negative durations. Other branches and pull requests do not count. No
 * data is undefined: nothing was broken, or nothing was repaired.
 *
 * @unit seconds
 * @source ours, after DORA, "Continuous integration", dora.dev: a broken build is fixed within ten minutes.
 *     Requirements MET-19 and THR-10.
 * @since 0.1
 */
public final class BrokenBuildRepair {
    /** At most ten minutes. */
    public static final Target TARGET = Target.of(
            Comparator.AT_MOST, Amount.of(Duration.ofMinutes(10)), "THR-10: a broken build is repaired in ten minutes");

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.broken-build-repair",
                    "Broken build repair time",
                    "From the first failed build of the main line until every pipeline passes again; median.",
                    "repairs of the main line",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-19")
            .with(MetricProfile.PLAIN
                    .formula("all pipelines green again - first one red")
                    .target(TARGET)
                    .leading()
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.BUILD)
                    .option("mainLine", "which branches are the main line: main, master, trunk by default"));

    private BrokenBuildRepair() {}

    /** {@return the metric} */
    public static MetricCalculator<RedSpan, ?> calculator() {
        return calculator(MainLine.USUAL);
    }

    /**
     * Returns the metric for a main line of another name.
     *
     * @param mainLine which branches are the main line
     * @return the metric
     */
    public static MetricCalculator<RedSpan, ?> calculator(MainLine mainLine) {
        MetricDefinition definition = new Variant(DEFINITION)
                .option(mainLine.equals(MainLine.USUAL), "main-line", "the main line is " + mainLine)
                .definition();
        return Metrics.duration(
                definition,
                RedSpan.class,
                span -> place(span, mainLine),
                span -> Duration.between(span.brokenAt(), Objects.requireNonNull(span.repairedAt())));
    }

    private static Place place(RedSpan span, MainLine mainLine) {
        if (!mainLine.includes(span.branch())) {
            return new Place.NotConcerned();
        }
        Instant repairedAt = span.repairedAt();
        return repairedAt == null ? new Place.Nowhere("not repaired yet") : new Place.At(repairedAt);
    }
}
