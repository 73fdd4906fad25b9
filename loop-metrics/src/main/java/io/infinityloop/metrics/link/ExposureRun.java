package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Share;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version or a feature that was shown to a share of the users, from nobody to the last share that is known, or back
 * to nobody.
 *
 * @param flag the name of the feature flag; for a canary the id of the deployment
 * @param startedAt when the first users saw it
 * @param highest the highest share that saw it
 * @param withdrawnAt when it was taken back, so that nobody sees it any more; null if it was not
 * @param labels short facts to split numbers by
 * @param evidence the events of the exposures
 * @since 0.1
 */
public record ExposureRun(
        String flag,
        Instant startedAt,
        Share highest,
        @Nullable Instant withdrawnAt,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a run.
     *
     * @throws NullPointerException if anything but {@code withdrawnAt} is null
     */
    public ExposureRun {
        requireNonNull(flag, "flag");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(highest, "highest");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
