package io.infinityloop.metrics.finding;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.DeploymentContext;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.rule.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes wrong when nobody learns from what runs. Those that look at results of metrics are {@link ResultDetectors}.
 *
 * @since 0.1
 */
public final class MonitorDetectors {
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Comparator<TelemetrySample> OLDER = Comparator.comparing(TelemetrySample::at)
            .thenComparing(sample -> sample.evidence().toString());

    private static final DetectorDefinition SHORT_RETENTION = DetectorDefinition.builder(
                    "finding.short-retention", "No history")
            .antiPatterns("monitor-no-history")
            .stage(Stage.MONITOR)
            .needs("measurements of services")
            .remedy("Keep data for 90 days or longer; coarser data will do for what is old.")
            .option("stores", "how long stores keep what was measured; none unless set")
            .source(Sources.lesson("ANTI-30 and OBS-12"))
            .build();

    private static final DetectorDefinition UNOBSERVED = DetectorDefinition.builder(
                    "finding.unobserved-release", "Released and forgotten")
            .stage(Stage.MONITOR)
            .needs("production deployments")
            .remedy("Look at each release after a while, and write down in a line what came of it.")
            .option("patience", "how long there is time for it; 24 hours unless set, ours")
            .source(Sources.requirement("FBK-11"))
            .build();

    private MonitorDetectors() {}

    /**
     * Returns the detector of telemetry that goes back less than {@link RetentionPolicy#ENOUGH}.
     *
     * @return the detector {@code finding.short-retention}
     */
    public static Detector<TelemetrySample, ?> shortRetention() {
        return shortRetention(List.of());
    }

    /**
     * Returns the detector of telemetry of a service that goes back less than {@link RetentionPolicy#ENOUGH} from what
     * is known, and of stores that keep it for less. It looks at the last window only.
     *
     * @param stores how long stores keep what was measured
     * @return the detector {@code finding.short-retention}
     */
    public static Detector<TelemetrySample, ?> shortRetention(List<RetentionPolicy> stores) {
        List<RetentionPolicy> kept = List.copyOf(stores);
        return Detectors.<TelemetrySample, SortedMap<String, TelemetrySample>>fold(
                SHORT_RETENTION,
                TelemetrySample.class,
                (sample, asOf) -> new Place.Over(asOf.minusNanos(1), null),
                TreeMap::new,
                (oldest, sample, frame) -> {
                    oldest.merge(sample.labels().get(Labels.SERVICE).orElse(""), sample, MonitorDetectors::older);
                    return Use.counted();
                },
                (into, from) -> {
                    from.forEach((service, sample) -> into.merge(service, sample, MonitorDetectors::older));
                    return into;
                },
                (oldest, frame) -> tooShort(oldest, frame, kept));
    }

    private static TelemetrySample older(TelemetrySample one, TelemetrySample other) {
        return OLDER.compare(one, other) <= 0 ? one : other;
    }

    private static List<Sighting> tooShort(
            SortedMap<String, TelemetrySample> oldest, Frame frame, List<RetentionPolicy> stores) {
        List<Sighting> found = new ArrayList<>();
        oldest.forEach((service, sample) -> {
            Duration age = Duration.between(sample.at(), frame.asOf());
            if (age.compareTo(RetentionPolicy.ENOUGH) < 0) {
                found.add(Sighting.of(
                                "the telemetry of " + (service.isEmpty() ? "what was measured" : service)
                                        + " goes back " + Words.span(age) + ", less than "
                                        + Words.span(RetentionPolicy.ENOUGH),
                                sample.evidence())
                        .figure("age", Amount.of(age)));
            }
        });
        if (!frame.window().to().isBefore(frame.asOf())) {
            stores.stream()
                    .flatMap(store -> store.finding().stream())
                    .map(MonitorDetectors::tooShort)
                    .forEach(found::add);
        }
        return found;
    }

    private static Sighting tooShort(RetentionPolicy.TooShort store) {
        return Sighting.of(
                        "the store " + store.store() + " keeps data for " + Words.span(store.kept()) + ", less than "
                                + Words.span(store.required()),
                        List.of())
                .figure("kept", Amount.of(store.kept()));
    }

    /**
     * Returns the detector of production releases at which nobody looked within 24 hours.
     *
     * @return the detector {@code finding.unobserved-release}
     */
    public static Detector<DeploymentContext, ?> unobservedRelease() {
        return unobservedRelease(A_DAY);
    }

    /**
     * Returns the detector of production deployments without monitoring data or without a note of what came of them: an
     * operation record or an insight. What was deployed too short a while ago, or was followed by the next deployment
     * before there was time, is left out.
     *
     * @param patience how long there is time for it
     * @return the detector {@code finding.unobserved-release}
     * @throws IllegalArgumentException if it is not positive
     */
    public static Detector<DeploymentContext, ?> unobservedRelease(Duration patience) {
        Limits.positive(UNOBSERVED, "patience", patience);
        return Detectors.each(
                UNOBSERVED,
                DeploymentContext.class,
                (context, asOf) -> {
                    Instant next = context.supersededAt();
                    Instant end = next == null ? asOf : next;
                    return Duration.between(context.finishedAt(), end).compareTo(patience) < 0
                            ? new Place.Nowhere("too short a while in production")
                            : new Place.At(context.finishedAt());
                },
                (context, frame) -> unobserved(context));
    }

    private static Optional<Sighting> unobserved(DeploymentContext context) {
        if (context.isMonitored() && context.isNoted()) {
            return Optional.empty();
        }
        String missing = context.isMonitored()
                ? "nobody noted what came of it"
                : context.isNoted() ? "nothing was measured of it" : "nothing was measured or noted of it";
        return Optional.of(
                Sighting.of("deployment " + context.id() + " went to production, and " + missing, context.evidence()));
    }
}
