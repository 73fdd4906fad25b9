package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment, with how much it was the first to bring into production.
 *
 * @param id the id of the deployment
 * @param environment where the version runs
 * @param status how far it has come
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it has not
 * @param changes how many commits it was the first to bring into production, merges left out; 0 outside production
 * @param labels short facts to split numbers by
 * @param evidence the event of the deployment
 * @since 0.1
 */
public record Deployed(
        String id,
        Environment environment,
        DeploymentStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long changes,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a deployment.
     *
     * @throws NullPointerException if anything but {@code finishedAt} is null
     */
    public Deployed {
        requireNonNull(id, "id");
        requireNonNull(environment, "environment");
        requireNonNull(status, "status");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether it brought a version into production} */
    public boolean isInProduction() {
        return Deployment.isSuccessfulInProduction(environment, status);
    }
}
