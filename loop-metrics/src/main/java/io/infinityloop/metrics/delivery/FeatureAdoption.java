package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.TelemetrySample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which part of the users who can see a feature use it.
 *
 * <p>The latest readings of the window with the names {@code users using} and {@code users exposed} of each feature,
 * which the label {@code flag} names; both are added up over the features that have both. A feature that more use than
 * can see it was counted wrongly: it is left out, and a part says how many such there are.
 *
 * <p>Left out and counted: readings below 0, or that do not say which feature they are about. No feature with both, or
 * nobody who sees it, is undefined.
 *
 * @unit part of the users, 0 to 1
 * @source ours. Requirement MET-39.
 * @since 0.1
 */
public final class FeatureAdoption {
    /** The name of the readings of how many users can see a feature. */
    public static final String EXPOSED = "users exposed";

    /** The name of the readings of how many users use it. */
    public static final String USING = "users using";

    /** The key of the label that names the feature. */
    public static final String FLAG = "flag";

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.feature-adoption",
                    "Feature adoption",
                    "Users who use a feature, divided by those who can see it.",
                    "readings of users who see and use a feature",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-39")
            .with(MetricProfile.PLAIN
                    .formula("users using / users exposed")
                    .primary()
                    .audience(MetricProfile.Audience.BUSINESS, MetricProfile.Audience.EXECUTIVE)
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.MONITOR));

    private FeatureAdoption() {}

    /** {@return the metric} */
    public static MetricCalculator<TelemetrySample, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                TelemetrySample.class,
                (sample, asOf) -> place(sample),
                Latest::new,
                (latest, sample, frame) -> latest.add(sample),
                Latest::merge,
                (latest, frame) -> latest.result());
    }

    private static Place place(TelemetrySample sample) {
        if (!(sample.reading() instanceof Reading.Metric reading)
                || !Set.of(EXPOSED, USING).contains(reading.name())) {
            return new Place.NotConcerned();
        }
        if (sample.labels().get(FLAG).isEmpty()) {
            return new Place.Nowhere("feature unknown");
        }
        return reading.value().signum() < 0 ? new Place.Nowhere("negative number") : new Place.At(sample.at());
    }

    private record Point(Instant at, BigDecimal users) {
        private static final Comparator<Point> ORDER =
                Comparator.comparing(Point::at).thenComparing(Point::users);

        static Point later(Point one, Point other) {
            return ORDER.compare(one, other) >= 0 ? one : other;
        }
    }

    private static final class Latest {
        private final Map<String, Point> exposed = new HashMap<>();
        private final Map<String, Point> using = new HashMap<>();

        Use add(TelemetrySample sample) {
            if (!(sample.reading() instanceof Reading.Metric reading)) {
                return new Use.NotConcerned();
            }
            String flag = sample.labels().get(FLAG).orElse("");
            (reading.name().equals(EXPOSED) ? exposed : using)
                    .merge(flag, new Point(sample.at(), reading.value()), Point::later);
            return Use.counted();
        }

        Latest merge(Latest from) {
            from.exposed.forEach((flag, point) -> exposed.merge(flag, point, Point::later));
            from.using.forEach((flag, point) -> using.merge(flag, point, Point::later));
            return this;
        }

        MetricResult result() {
            BigDecimal seeing = BigDecimal.ZERO;
            BigDecimal users = BigDecimal.ZERO;
            long features = 0;
            long contradictions = 0;
            for (Map.Entry<String, Point> feature : using.entrySet()) {
                Point all = exposed.get(feature.getKey());
                if (all != null && feature.getValue().users().compareTo(all.users()) > 0) {
                    contradictions++;
                } else if (all != null) {
                    seeing = seeing.add(all.users());
                    users = users.add(feature.getValue().users());
                    features++;
                }
            }
            return seeing.signum() == 0
                    ? MetricResult.Undefined.inWindow(DEFINITION)
                    : MetricResult.Value.of(
                            DEFINITION,
                            Part.of(users, seeing),
                            Map.of(
                                    "contradictions",
                                    Amount.count(contradictions),
                                    "exposed",
                                    new Amount(seeing, Unit.COUNT),
                                    "using",
                                    new Amount(users, Unit.COUNT)),
                            features);
        }
    }
}
