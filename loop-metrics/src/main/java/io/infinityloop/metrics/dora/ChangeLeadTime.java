package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import java.time.Duration;
import java.util.Objects;

/**
 * How long a change takes from being written to running in production.
 *
 * <p>One sample for each commit: from its author's time to the end of the first successful production deployment that
 * contains it. The deployment's end says which window it falls into. The headline is the median (type 7); the mean is a
 * part.
 *
 * <p>Left out and counted: merge commits, changes that are not deployed yet, changes in a deployment that is marked as
 * baseline, negative durations. No data is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "committed to version control to
 *     deployed in production". The guide names no statistic and no start; we take the author's time, because rebasing
 *     changes the committer's. Requirement MET-02.
 * @since 0.1
 */
public final class ChangeLeadTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
            "dora.change-lead-time",
            "Change lead time",
            "From a commit's author time to the first successful production deployment that contains it; median.",
            "changes deployed to production",
            Unit.SECONDS,
            MetricDefinition.Direction.LOWER_IS_BETTER,
            "DORA guide 2026; MET-02");

    private ChangeLeadTime() {}

    /** {@return the metric} */
    public static MetricCalculator<Change, ?> calculator() {
        return Metrics.duration(DEFINITION, Change.class, ChangeLeadTime::place, ChangeLeadTime::duration);
    }

    private static Place place(Change change) {
        Delivery deployed = change.deployed();
        if (change.merge()) {
            return new Place.Nowhere("merge commit");
        }
        if (deployed == null) {
            return new Place.Nowhere("not deployed yet");
        }
        return deployed.baseline() ? new Place.Nowhere("in the baseline") : new Place.At(deployed.at());
    }

    private static Duration duration(Change change) {
        return Duration.between(
                change.authoredAt(), Objects.requireNonNull(change.deployed()).at());
    }
}
