package io.infinityloop.cli;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The user's word that every release is a production deployment, made at the same instant. */
final class ReleasesAsDeployments {
    private ReleasesAsDeployments() {}

    /** Returns the events, and for each recorded release a successful production deployment of it. */
    static List<LoopEvent> added(Collection<LoopEvent> events) {
        return Stream.concat(
                        events.stream(),
                        events.stream()
                                .filter(event -> event instanceof Recorded fact && fact.artifact() instanceof Release)
                                .map(event -> deployment((Recorded) event, (Release) ((Recorded) event).artifact())))
                .toList();
    }

    private static LoopEvent deployment(Recorded recorded, Release release) {
        EventMetadata event = recorded.metadata();
        ArtifactMetadata metadata =
                new ArtifactMetadata("release " + release.id(), release.at(), List.of(release.ref()), release.labels());
        return new Recorded(
                event.withId("deployment of " + event.id()),
                recorded.loop(),
                Deployment.observed(metadata, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, release.at()));
    }
}
