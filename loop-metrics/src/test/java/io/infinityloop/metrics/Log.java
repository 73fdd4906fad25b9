package io.infinityloop.metrics;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Short words for the events of examples. Hours count from Monday, 5 January 2026, midnight UTC. */
public final class Log {
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    public static final String SOURCE = "test";

    private Log() {}

    public static Instant at(double hours) {
        return START.plus(Duration.ofMillis(Math.round(hours * 3_600_000)));
    }

    public static Recorded commit(String hash, double hours, String... parents) {
        return recorded(new Commit(ArtifactMetadata.of(hash, at(hours)), at(hours), "", List.of(parents)));
    }

    public static Recorded build(String id, double hours, String... contents) {
        return recorded(new Build(metadata(id, hours, contents), "build", Outcome.PASSED, null));
    }

    public static Recorded release(String id, double hours, String... contents) {
        return recorded(new Release(metadata(id, hours, contents), id, ""));
    }

    public static Recorded deployed(String id, double hours, String... contents) {
        return deployment(id, hours, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, contents);
    }

    public static Recorded deployment(
            String id, double hours, Environment environment, DeploymentStatus status, String... contents) {
        Instant finished = status == DeploymentStatus.IN_PROGRESS ? null : at(hours);
        return recorded(Deployment.observed(metadata(id, hours, contents), environment, status, finished));
    }

    /** A deployment into production that succeeded, for a purpose. */
    public static Recorded deployed(String id, double hours, DeploymentPurpose purpose, String... contents) {
        Deployment deployment = (Deployment) deployed(id, hours, contents).artifact();
        return recorded(deployment.with(deployment.plan().withPurpose(purpose)));
    }

    /** An incident that customers noticed and that lasts. */
    public static Recorded incident(String id, double hours, String... lineage) {
        return recorded(new Incident(metadata(id, hours, lineage), "down", true, null));
    }

    /** An incident that customers noticed and that is over. */
    public static Recorded resolved(String id, double hours, double until, String... lineage) {
        return recorded(new Incident(metadata(id, hours, lineage), "down", true, at(until)));
    }

    public static Recorded recorded(Artifact artifact) {
        return Recorded.of(artifact.ref() + "@" + artifact.at(), SOURCE, artifact);
    }

    /** The same event of a service. */
    public static Recorded ofService(String service, Recorded event) {
        return labelled(event, Labels.SERVICE, service);
    }

    /** The same event with labels. */
    public static Recorded labelled(Recorded event, String key, String value) {
        return new Recorded(event.metadata().with(Labels.of(key, value)), event.loop(), event.artifact());
    }

    public static Started started(String loop, double hours) {
        return new Started(metadata(loop + " started", hours), LoopId.of(loop), Stage.PLAN);
    }

    /** Left the stage for the next one. */
    public static Advanced advanced(String loop, Stage stage, double entered, double left) {
        return new Advanced(
                metadata(loop + " left " + stage + " " + entered + " " + left, left),
                LoopId.of(loop),
                Transition.from(stage),
                at(entered),
                List.of());
    }

    public static EventMetadata metadata(String id, double hours) {
        return EventMetadata.of(id, SOURCE, at(hours));
    }

    public static Derived derive(LoopEvent... events) {
        return derive(Instant.MAX, events);
    }

    public static Derived derive(Instant asOf, LoopEvent... events) {
        return Linker.derive(Facts.of(List.of(events)), asOf);
    }

    private static ArtifactMetadata metadata(String id, double hours, String... contents) {
        return ArtifactMetadata.of(id, at(hours))
                .derivedFrom(Stream.of(contents).map(ArtifactRef::parse).toList());
    }
}
