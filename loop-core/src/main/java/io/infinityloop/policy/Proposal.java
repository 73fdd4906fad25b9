package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A deployment to production that somebody would begin.
 *
 * @param plan what is to be deployed, and how
 * @param at when it would begin
 * @param known what is known beside: approvals, deployments to test environments, deployments of what it depends on; of
 *     several snapshots of one artifact the last counts
 * @since 0.1
 */
public record Proposal(ReleasePlan plan, Instant at, List<Artifact> known) {
    /** Creates a proposal. */
    public Proposal {
        requireNonNull(plan, "plan");
        requireNonNull(at, "at");
        known = List.copyOf(requireNonNull(known, "known"));
    }

    /**
     * Returns a proposal of which nothing else is known.
     *
     * @param plan what is to be deployed, and how
     * @param at when it would begin
     * @return the proposal
     */
    public static Proposal of(ReleasePlan plan, Instant at) {
        return new Proposal(plan, at, List.of());
    }

    /**
     * Returns this with more that is known.
     *
     * @param more the artifacts, later than those that are known
     * @return the proposal
     */
    public Proposal with(Collection<? extends Artifact> more) {
        List<Artifact> all = new ArrayList<>(known);
        all.addAll(more);
        return new Proposal(plan, at, all);
    }

    /** {@return the version that would run, for messages} */
    String version() {
        return plan.release().version();
    }

    /** {@return the approvals of the release: those that name it, or no release} */
    List<Approval> approvals() {
        return latest().filter(Approval.class::isInstance)
                .map(Approval.class::cast)
                .filter(approval -> approval.isFor(plan.release()))
                .toList();
    }

    /** {@return the deployments that are known} */
    List<Deployment> deployments() {
        return latest().filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .toList();
    }

    private Stream<Artifact> latest() {
        Map<ArtifactRef, Artifact> last = new LinkedHashMap<>();
        known.forEach(artifact -> last.put(artifact.ref(), artifact));
        return last.values().stream();
    }
}
