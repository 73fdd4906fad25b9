package io.infinityloop.metrics.reliability;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.IncidentCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes until somebody knows of a failure and takes it on, in three steps: from the failure's start to the
 * first alert, from the alert to the page, and from the page to the acknowledgement.
 *
 * <p>One sample for each incident that is no exercise. The later instant of the step says which window it falls into.
 * Left out and counted: incidents of which one of the two instants is not known, exercises. No data is undefined.
 *
 * @unit seconds
 * @source requirements MET-26 and MET-27; the steps are those of an incident's timeline.
 * @since 0.1
 */
public final class TimeToDetect {
    /** From the start of a failure to the first alert. */
    public static final MetricDefinition DETECT = definition(
            "detect",
            "Time to detect",
            "From the start of a failure to the first alert; median.",
            "alert - failure start",
            "MTTD");

    /** From the alert to the page. */
    public static final MetricDefinition PAGE =
            definition("page", "Time to page", "From the first alert to the page; median.", "page - alert", "MTTP");

    /** From the page to the acknowledgement. */
    public static final MetricDefinition ACKNOWLEDGE = definition(
            "acknowledge",
            "Time to acknowledge",
            "From the page to somebody taking the incident on; median.",
            "acknowledgement - page",
            "MTTA");

    private TimeToDetect() {}

    private static MetricDefinition definition(String step, String name, String purpose, String formula, String alias) {
        return new MetricDefinition(
                        "reliability.time-to-" + step,
                        name,
                        purpose,
                        "incidents whose instants are told",
                        Unit.SECONDS,
                        MetricDefinition.Direction.LOWER_IS_BETTER,
                        "MET-26, MET-27")
                .with(MetricProfile.PLAIN
                        .alias(alias)
                        .formula(formula)
                        .dimension(CalmrDimension.RECOVERY)
                        .stage(Stage.OPERATE));
    }

    /** {@return the metric of the time to the first alert} */
    public static MetricCalculator<IncidentCase, ?> detect() {
        return step(
                DETECT,
                one -> one.incident().at(),
                one -> one.incident().response().firedAt(),
                "no alert is known");
    }

    /** {@return the metric of the time from the alert to the page} */
    public static MetricCalculator<IncidentCase, ?> page() {
        return step(
                PAGE,
                one -> one.incident().response().firedAt(),
                one -> one.incident().response().pagedAt(),
                "alert or page is not known");
    }

    /** {@return the metric of the time from the page to the acknowledgement} */
    public static MetricCalculator<IncidentCase, ?> acknowledge() {
        return step(
                ACKNOWLEDGE,
                one -> one.incident().response().pagedAt(),
                one -> one.incident().response().acknowledgedAt(),
                "page or acknowledgement is not known");
    }

    /** An instant of an incident, null if nobody said. */
    private interface Moment extends Function<IncidentCase, @Nullable Instant> {}

    private static MetricCalculator<IncidentCase, ?> step(
            MetricDefinition definition, Moment begin, Moment end, String unknown) {
        return Metrics.duration(
                definition,
                IncidentCase.class,
                one -> {
                    Instant until = end.apply(one);
                    if (one.incident().response().practice()) {
                        return new Place.Nowhere("exercise");
                    }
                    return begin.apply(one) == null || until == null ? new Place.Nowhere(unknown) : new Place.At(until);
                },
                one -> Duration.between(
                        Objects.requireNonNull(begin.apply(one)), Objects.requireNonNull(end.apply(one))));
    }
}
