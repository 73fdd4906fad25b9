package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.START;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Events of the examples and the figures that metrics make of them. Minutes count from Monday midnight. */
final class Figures {
    static final Window WEEK = new Window(START, START.plus(Duration.ofDays(7)));

    private Figures() {}

    static Instant minute(double minutes) {
        return START.plusMillis(Math.round(minutes * 60_000));
    }

    static Amount minutes(long minutes) {
        return Amount.of(Duration.ofMinutes(minutes));
    }

    static Amount hours(long hours) {
        return Amount.of(Duration.ofHours(hours));
    }

    static Amount ratio(String number) {
        return Part.ratio(number);
    }

    static MetricResult result(MetricCalculator<?, ?> metric, Window window, LoopEvent... events) {
        return Analysis.builder(window.to(), ZoneOffset.UTC)
                .metric(metric)
                .window(window)
                .build()
                .run(Facts.of(List.of(events)))
                .find(metric.definition().id(), window)
                .orElseThrow()
                .result();
    }

    static MetricResult result(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return result(metric, WEEK, events);
    }

    static MetricResult.Value value(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return (MetricResult.Value) result(metric, events);
    }

    /** How far a metric reaches its own target. */
    static Target.Status status(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return Objects.requireNonNull(metric.definition().profile().target()).judge(value(metric, events));
    }

    static LoopEvent[] all(Stream<? extends LoopEvent> events) {
        return events.toArray(LoopEvent[]::new);
    }

    /** A build of the pipeline {@code main}. */
    static Recorded build(String id, double from, double to, Outcome outcome, String... lineage) {
        return Log.recorded(new Build(metadata(id, from, lineage), "main", outcome, minute(to)));
    }

    static Recorded tests(
            String id, double at, TestLevel level, Outcome outcome, TestRun.Counts counts, String... lineage) {
        return Log.recorded(new TestRun(
                metadata(id, at, lineage), Stage.TEST, id, outcome, counts, minute(at), TestCoverage.of(level)));
    }

    /** A run of one test. */
    static Recorded test(String id, String test, double at, Outcome outcome, Environment where, String... lineage) {
        return Log.recorded(new TestRun(
                metadata(id, at, lineage),
                Stage.TEST,
                test,
                outcome,
                TestRun.Counts.NONE,
                null,
                TestCoverage.UNKNOWN.in(where)));
    }

    static Recorded deployment(String id, double from, double to, DeploymentStatus status, DeploymentPurpose purpose) {
        return Log.recorded(new Deployment(
                metadata(id, from),
                Environment.PRODUCTION,
                status,
                minute(to),
                DeploymentPlan.UNKNOWN.withPurpose(purpose),
                status == DeploymentStatus.SUCCEEDED ? List.of(Verification.passed("smoke")) : List.of()));
    }

    static Recorded by(Trigger trigger, Recorded event) {
        return new Recorded(event.metadata().with(trigger), event.loop(), event.artifact());
    }

    static ArtifactMetadata metadata(String id, double minutes, String... lineage) {
        return ArtifactMetadata.of(id, minute(minutes))
                .derivedFrom(Stream.of(lineage).map(ArtifactRef::parse).toList());
    }
}
