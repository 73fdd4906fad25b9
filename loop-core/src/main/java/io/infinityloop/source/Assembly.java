package io.infinityloop.source;

import static java.util.Objects.requireNonNullElse;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.internal.Chain;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes an event of what a record tells of a thing. */
final class Assembly {
    /** What a thing can be made from, or be caused by: the fields that name others, and of which kind they are. */
    private static final Map<Field, ArtifactKind> NAMED = Map.of(
            Field.COMMITS, Commit.KIND,
            Field.PULL_REQUESTS, PullRequest.KIND,
            Field.ISSUES, PlanItem.KIND,
            Field.BUILDS, Build.KIND,
            Field.ARTIFACTS, BuildArtifact.KIND,
            Field.RELEASES, Release.KIND,
            Field.DEPLOYMENTS, Deployment.KIND);

    private static final Map<Field, String> LABELLED = Map.of(
            Field.REPOSITORY, Labels.REPOSITORY,
            Field.SERVICE, Labels.SERVICE,
            Field.TEAM, Labels.TEAM,
            Field.ENVIRONMENT, Labels.ENVIRONMENT,
            Field.BRANCH, Labels.BRANCH,
            Field.CHAIN, Labels.CHAIN);

    private final Environments environments;
    private final Function<String, Optional<String>> services;

    /** The service of a repository is what {@code services} says. */
    Assembly(Environments environments, Function<String, Optional<String>> services) {
        this.environments = environments;
        this.services = services;
    }

    /** {@return when it happened} */
    static Instant happened(Draft draft) throws RejectedRecordException {
        Instant happened = draft.happened();
        if (happened == null) {
            throw new RejectedRecordException(
                    "",
                    "no instant at all is told of the " + draft.kind() + " " + Excerpt.of(draft.id())
                            + ": expected one, or that the reader is told with undated(…) when such things happened");
        }
        return happened;
    }

    /** {@return the id of the event if its source gives it none: the same for the same fact, different for another} */
    static String eventId(Draft draft, Instant happened) {
        String id = draft.eventId().isEmpty() ? draft.kind() + "/" + draft.id() + "/" + happened : draft.eventId();
        return id.length() <= Texts.ID_LIMIT ? id : shortened(id);
    }

    /** Ids that are too long stay apart by a hash of all of it. */
    private static String shortened(String id) {
        String hash = Chain.sha256(id.getBytes(StandardCharsets.UTF_8));
        return id.substring(0, Texts.ID_LIMIT - hash.length() - 1) + "~" + hash;
    }

    /** {@return what a draft says of the environment} */
    Environments.Verdict environment(Draft draft) {
        return environments.judge(draft.text(Field.ENVIRONMENT, ""), draft.text(Field.TIER, ""));
    }

    /**
     * Returns the event.
     *
     * @throws RejectedRecordException if the model refuses what the record says
     */
    Recorded event(Draft draft) throws RejectedRecordException {
        Instant happened = happened(draft);
        try {
            Artifact artifact = artifact(draft, happened);
            EventMetadata metadata = new EventMetadata(
                    eventId(draft, happened),
                    draft.source(),
                    Limits.checked("instant", happened),
                    labels(draft),
                    trigger(draft));
            return new Recorded(metadata, null, artifact);
        } catch (IllegalArgumentException refused) {
            throw new RejectedRecordException("", requireNonNullElse(refused.getMessage(), "the model refuses it"));
        }
    }

    private Artifact artifact(Draft draft, Instant happened) {
        Instant at = requireNonNullElse(draft.instantOrNull(Field.AT), happened);
        ArtifactMetadata metadata = ArtifactMetadata.of(draft.id(), at).derivedFrom(named(draft));
        return Making.of(draft, metadata, environment(draft).environment());
    }

    private static List<ArtifactRef> named(Draft draft) {
        List<ArtifactRef> refs = new ArrayList<>();
        for (Field field : Field.values()) {
            ArtifactKind kind = NAMED.get(field);
            if (kind != null) {
                draft.texts(field).forEach(id -> refs.add(ArtifactRef.of(kind, id)));
            }
        }
        return refs;
    }

    private Labels labels(Draft draft) {
        Labels labels = Labels.none();
        for (Field field : Field.values()) {
            String key = LABELLED.get(field);
            if (key != null && draft.text(field).isPresent()) {
                labels = labels.with(key, draft.text(field, ""));
            }
        }
        if (draft.instantOrNull(Field.QUEUED) != null) {
            labels = labels.with(
                    Labels.QUEUED, draft.instant(Field.QUEUED).orElseThrow().toString());
        }
        if (draft.text(Field.SERVICE).isEmpty()) {
            Optional<String> service = draft.text(Field.REPOSITORY).flatMap(services);
            labels = service.isPresent() ? labels.with(Labels.SERVICE, service.get()) : labels;
        }
        return labels;
    }

    private static Trigger trigger(Draft draft) {
        return switch (draft.text(Field.TRIGGER, "").toLowerCase(Locale.ROOT)) {
            case "automated" -> Trigger.AUTOMATED;
            case "manual" -> Trigger.MANUAL;
            default -> Trigger.UNKNOWN;
        };
    }

    /** {@return how it stands or came out} */
    static Outcome outcome(Draft draft) {
        return draft.text(Field.OUTCOME).map(OutcomeWords::of).orElse(Outcome.UNKNOWN);
    }
}
