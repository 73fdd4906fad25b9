package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lies around a production deployment: what its release prepared, whose it is, and whether anybody looked at it.
 *
 * @param id the id of the deployment
 * @param version the version; empty if nobody said
 * @param finishedAt when it ended
 * @param hasRelease whether its release is recorded
 * @param recovery how it can be taken back or repaired, as the deployment or its release says; null if neither does
 * @param service the service; empty if nobody said
 * @param by the team that deployed it; empty if nobody said
 * @param owner the team that looks after the service; empty if nobody said
 * @param isMonitored whether the service was measured from then to its next deployment
 * @param isNoted whether an operation record or an insight tells of it
 * @param supersededAt when the next deployment of the service ended; null if none has
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record DeploymentContext(
        String id,
        String version,
        Instant finishedAt,
        boolean hasRelease,
        @Nullable Recovery recovery,
        String service,
        String by,
        String owner,
        boolean isMonitored,
        boolean isNoted,
        @Nullable Instant supersededAt,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates it. */
    public DeploymentContext {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(service, "service");
        requireNonNull(by, "by");
        requireNonNull(owner, "owner");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return how it can be taken back or repaired; empty if nobody said} */
    public Optional<Recovery> wayBack() {
        return Optional.ofNullable(recovery);
    }
}
