package io.infinityloop.metrics.preset;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A successful production deployment and the commits that it names, without those that came before them.
 *
 * @param deployment the id of the deployment
 * @param at when it ended
 * @param commits the hashes that its lineage names, directly or through its release or build
 * @param labels short facts to split numbers by
 * @param evidence its event
 * @since 0.1
 */
public record DeployedHeads(String deployment, Instant at, List<String> commits, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates the heads of a deployment. */
    public DeployedHeads {
        requireNonNull(deployment, "deployment");
        requireNonNull(at, "at");
        commits = List.copyOf(commits);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
