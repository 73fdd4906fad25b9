package io.infinityloop.testkit;

import static io.infinityloop.testkit.ArtifactArbitraries.artifactMetadata;
import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.idsOrEmpty;
import static io.infinityloop.testkit.ValueArbitraries.texts;

import io.infinityloop.artifact.Aim;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Grounds;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.InsightCategory;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Trend;
import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** What the MONITOR stage produces, for properties. */
final class MonitorArbitraries {
    private MonitorArbitraries() {}

    static Arbitrary<Artifact> artifacts() {
        return Arbitraries.oneOf(
                Combinators.combine(artifactMetadata(), readings()).as(Measurement::new), insights());
    }

    private static Arbitrary<Reading> readings() {
        return Arbitraries.oneOf(
                metrics().map(metric -> metric),
                Combinators.combine(ids(), texts()).as(Reading.Log::new),
                Combinators.combine(
                                ids(),
                                ids(),
                                idsOrEmpty(),
                                ids(),
                                Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofNanos))
                        .as(Reading.Trace::new));
    }

    private static Arbitrary<Reading.Metric> metrics() {
        Arbitrary<BigDecimal> values = Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-9, 20))
                .as(BigDecimal::new);
        return Combinators.combine(ids(), values, idsOrEmpty()).as(Reading.Metric::new);
    }

    private static Arbitrary<Artifact> insights() {
        Arbitrary<Insight> action =
                Combinators.combine(artifactMetadata(), ids(), texts()).as(Insight::new);
        Arbitrary<Insight> nothing = Combinators.combine(artifactMetadata(), ids())
                .as((metadata, text) -> new Insight(metadata, text, "").with(Grounds.NOTHING_FOUND));
        return Arbitraries.oneOf(
                nothing.map(insight -> insight),
                Combinators.combine(action, grounds(), aims())
                        .as((insight, grounds, aim) -> insight.with(grounds).with(aim)));
    }

    private static Arbitrary<Grounds> grounds() {
        Arbitrary<@Nullable Trend> trends = Arbitraries.of(Trend.class).injectNull(0.3);
        Arbitrary<InsightCategory> categories = Arbitraries.of(InsightCategory.class);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.just(Grounds.Basis.EVIDENCE),
                                categories,
                                metrics().list().ofMinSize(1).ofMaxSize(3),
                                trends)
                        .as(Grounds::new),
                Combinators.combine(
                                Arbitraries.just(Grounds.Basis.UNREPORTED),
                                categories.injectNull(0.5),
                                metrics().list().ofSize(0),
                                trends)
                        .as(Grounds::new));
    }

    private static Arbitrary<Aim> aims() {
        return Combinators.combine(
                        Arbitraries.of(Aim.Target.class).injectNull(0.3),
                        Arbitraries.of(Aim.Addressee.class).list().ofMaxSize(2),
                        Arbitraries.longs().between(0, Long.MAX_VALUE))
                .as(Aim::new);
    }
}
