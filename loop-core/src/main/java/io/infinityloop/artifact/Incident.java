package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance of the running service. Its {@linkplain #derivedFrom() lineage} names the deployment that caused it,
 * where that is known. It is recorded again under the same id when it is taken on, mitigated and resolved, and when its
 * post-mortem is written.
 *
 * <p>Source: requirements ART-23, OPS-10, OPS-11, OPS-12, OPS-19, OPS-20 and D-14.
 *
 * @param metadata id, instant (of the failure's start), lineage and labels
 * @param title what is disturbed, in one line
 * @param customerImpact whether customers noticed
 * @param resolvedAt when the service was restored; null while it is not
 * @param response what was done about it
 * @since 0.1
 */
public record Incident(
        ArtifactMetadata metadata,
        String title,
        boolean customerImpact,
        @Nullable Instant resolvedAt,
        IncidentResponse response)
        implements OperateStageArtifact {
    /** The kind {@code incident}. */
    public static final ArtifactKind KIND = new ArtifactKind("incident", Stage.OPERATE);

    /**
     * Creates an incident.
     *
     * @throws IllegalArgumentException if the title has more than 100,000 characters, the incident is mitigated or
     *     resolved before it starts, or resolved before it is mitigated
     */
    public Incident {
        requireNonNull(metadata, "metadata");
        Texts.prose("title", title);
        requireNonNull(response, "response");
        Instant mitigatedAt = response.mitigatedAt();
        if (resolvedAt != null && resolvedAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException(
                    "incident is resolved at " + resolvedAt + ", before it starts at " + metadata.at());
        }
        if (mitigatedAt != null && mitigatedAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException(
                    "incident is mitigated at " + mitigatedAt + ", before it starts at " + metadata.at());
        }
        if (mitigatedAt != null && resolvedAt != null && resolvedAt.isBefore(mitigatedAt)) {
            throw new IllegalArgumentException(
                    "incident is resolved at " + resolvedAt + ", before it is mitigated at " + mitigatedAt);
        }
    }

    /**
     * Creates an incident of which nobody said what was done about it.
     *
     * @param metadata id, instant (of the failure's start), lineage and labels
     * @param title what is disturbed, in one line
     * @param customerImpact whether customers noticed
     * @param resolvedAt when the service was restored; null while it is not
     * @throws IllegalArgumentException if the title has more than 100,000 characters, or the incident is resolved
     *     before it starts
     */
    public Incident(ArtifactMetadata metadata, String title, boolean customerImpact, @Nullable Instant resolvedAt) {
        this(metadata, title, customerImpact, resolvedAt, IncidentResponse.UNKNOWN);
    }

    /**
     * Returns this incident with a fuller response.
     *
     * @param newResponse what was done about it
     * @return the fuller snapshot
     */
    public Incident with(IncidentResponse newResponse) {
        return new Incident(metadata, title, customerImpact, resolvedAt, newResponse);
    }

    /**
     * Returns this incident once the service is restored.
     *
     * @param at when it was restored
     * @return the fuller snapshot
     */
    public Incident resolved(Instant at) {
        return new Incident(metadata, title, customerImpact, requireNonNull(at, "at"), response);
    }

    /** {@return the deployments that caused it, in the order given; empty if none did, or nobody said} */
    public List<ArtifactRef> causes() {
        return derivedFrom().stream().filter(ref -> ref.isOf(Deployment.KIND)).toList();
    }

    /**
     * Tells whether its {@linkplain #causes() causes} count as failed changes: it is linked to one, customers noticed,
     * and it was not staged.
     *
     * @return whether they count
     */
    public boolean isFailedChange() {
        return customerImpact && !response.practice() && !causes().isEmpty();
    }

    /**
     * Returns how long it lasted.
     *
     * @param clock what stops the clock; a metric that says nothing else takes {@link RestoreClock#DEFAULT}
     * @return the time from its start, or empty while it lasts
     */
    public Optional<Duration> duration(RestoreClock clock) {
        Instant end = switch (clock) {
            case MITIGATED -> response.mitigatedAt();
            case RESOLVED -> resolvedAt;
        };
        return Optional.ofNullable(end).map(stopped -> Duration.between(at(), stopped));
    }

    /**
     * Returns how long it took until all of the roles that are needed had come to help.
     *
     * @param roles the roles that are needed
     * @return the time from the incident's start, zero if none is needed or all were there before; empty while one is
     *     missing
     */
    public Optional<Duration> timeUntilPresent(Set<String> roles) {
        Instant complete = at();
        for (String role : roles) {
            Optional<Instant> came = response.joined().stream()
                    .filter(joined -> joined.role().equals(role))
                    .map(IncidentResponse.Joined::at)
                    .min(Instant::compareTo);
            if (came.isEmpty()) {
                return Optional.empty();
            }
            complete = came.get().isAfter(complete) ? came.get() : complete;
        }
        return Optional.of(Duration.between(at(), complete));
    }

    @Override
    public Incident with(ArtifactMetadata other) {
        return new Incident(other, title, customerImpact, resolvedAt, response);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /** {@return what is left to do after it: the post-mortem, and a plan item for each action} */
    @Override
    public List<Gap> gaps() {
        PostMortem postMortem = response.postMortem();
        if (postMortem == null) {
            return resolvedAt == null
                    ? List.of()
                    : List.of(new Gap("postMortem", "the incident is over and nobody wrote what was learned from it"));
        }
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < postMortem.actions().size(); i++) {
            if (postMortem.actions().get(i).planned().isEmpty()) {
                gaps.add(new Gap("postMortem.actions[" + i + "].planItem", "the action has not become a plan item"));
            }
        }
        return List.copyOf(gaps);
    }
}
