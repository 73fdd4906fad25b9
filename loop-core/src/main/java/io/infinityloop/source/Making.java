package io.infinityloop.source;

import static java.util.Map.entry;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemBuilder;
import io.infinityloop.artifact.PlanItemKind;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.Severity;
import io.infinityloop.artifact.TestRun;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the artifact that a draft describes. One method for each kind; what the draft does not tell is left unknown.
 */
final class Making {
    private static final Map<ArtifactKind, Function<Making, Artifact>> MAKERS = Map.ofEntries(
            entry(AlertFiring.KIND, Making::alert),
            entry(Approval.KIND, Making::approval),
            entry(Branch.KIND, Making::branch),
            entry(Build.KIND, Making::build),
            entry(BuildArtifact.KIND, Making::buildArtifact),
            entry(Commit.KIND, Making::commit),
            entry(Deployment.KIND, Making::deployment),
            entry(Incident.KIND, Making::incident),
            entry(PlanItem.KIND, Making::planItem),
            entry(PullRequest.KIND, Making::pullRequest),
            entry(Release.KIND, Making::release),
            entry(TestRun.KIND, Making::testRun));

    private final Draft draft;
    private final ArtifactMetadata metadata;
    private final Environment environment;

    private Making(Draft draft, ArtifactMetadata metadata, Environment environment) {
        this.draft = draft;
        this.metadata = metadata;
        this.environment = environment;
    }

    /**
     * Returns the artifact.
     *
     * @throws IllegalArgumentException if the model refuses what the draft says
     */
    static Artifact of(Draft draft, ArtifactMetadata metadata, Environment environment) {
        return new Making(draft, metadata, environment).artifact();
    }

    private Artifact artifact() {
        return MAKERS.getOrDefault(draft.kind(), Making::custom).apply(this);
    }

    private String text(Field field, String otherwise) {
        return draft.text(field, otherwise);
    }

    private String title() {
        return text(Field.TITLE, "");
    }

    private String subject(String otherwise) {
        return text(Field.SUBJECT, otherwise);
    }

    /** Of a thing whose beginning is not known the end alone says nothing of how long it took. */
    private @Nullable Instant finished() {
        Instant finished = draft.instantOrNull(Field.FINISHED);
        return draft.instantOrNull(Field.AT) == null ? null : finished;
    }

    private @Nullable Instant finishedIf(boolean isOver) {
        return isOver ? finished() : null;
    }

    private static boolean isOver(Outcome outcome) {
        return outcome != Outcome.RUNNING && outcome != Outcome.UNKNOWN;
    }

    private Deployment deployment() {
        DeploymentStatus status = status(Assembly.outcome(draft));
        DeploymentPlan plan = DeploymentPlan.UNKNOWN
                .withVersion(text(Field.VERSION, ""))
                .withPurpose(purpose(text(Field.PURPOSE, "").toLowerCase(Locale.ROOT)));
        if (draft.text(Field.DIGEST).isPresent()) {
            plan = plan.withDigests(List.of(text(Field.DIGEST, "")));
        }
        return Deployment.observed(metadata, environment, status, finishedIf(isOver(status.outcome())))
                .with(plan);
    }

    private static DeploymentStatus status(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> DeploymentStatus.SUCCEEDED;
            case FAILED, ERROR, TIMED_OUT -> DeploymentStatus.FAILED;
            case CANCELLED, SKIPPED -> DeploymentStatus.CANCELLED;
            case RUNNING -> DeploymentStatus.IN_PROGRESS;
            case UNKNOWN -> DeploymentStatus.UNKNOWN;
        };
    }

    private static DeploymentPurpose purpose(String word) {
        return switch (word) {
            case "rollback" -> DeploymentPurpose.ROLLBACK;
            case "hotfix" -> DeploymentPurpose.HOTFIX;
            case "delivery" -> DeploymentPurpose.DELIVERY;
            default -> DeploymentPurpose.UNKNOWN;
        };
    }

    private Commit commit() {
        Instant authored = draft.instant(Field.AUTHORED).orElse(metadata.at());
        String subject = title().lines().findFirst().orElse("");
        return new Commit(metadata, authored, subject, List.copyOf(draft.texts(Field.PARENTS))).with(details());
    }

    private ChangeDetails details() {
        ChangeDetails details = ChangeDetails.UNKNOWN.withBranch(text(Field.BRANCH, ""));
        return draft.text(Field.ADDED).isPresent() && draft.text(Field.DELETED).isPresent()
                ? details.withLines(count(Field.ADDED), count(Field.DELETED))
                : details;
    }

    private long count(Field field) {
        return Long.parseLong(text(field, "0"));
    }

    private PullRequest pullRequest() {
        PullRequest.Status status = switch (text(Field.OUTCOME, "").toLowerCase(Locale.ROOT)) {
            case "open", "opened", "reopened", "locked" -> PullRequest.Status.OPEN;
            case "merged" -> PullRequest.Status.MERGED;
            case "closed", "rejected", "abandoned" -> PullRequest.Status.REJECTED;
            default -> PullRequest.Status.UNKNOWN;
        };
        boolean isClosed = status == PullRequest.Status.MERGED || status == PullRequest.Status.REJECTED;
        List<Review> reviews = Reviews.of(draft.texts(Field.REVIEWS));
        return new PullRequest(metadata, title(), status, finishedIf(isClosed), reviews, null, details());
    }

    private Build build() {
        Outcome outcome = Assembly.outcome(draft);
        // CDEvents tell that a build ended, and never how.
        return new Build(metadata, subject("build"), outcome, finishedIf(outcome != Outcome.RUNNING));
    }

    private BuildArtifact buildArtifact() {
        String id = draft.id();
        return BuildArtifact.builder(metadata)
                .packaging(Packaging.OTHER)
                .name(text(Field.TITLE, id))
                .version(text(Field.VERSION, id))
                .digest(text(Field.DIGEST, id))
                .sourceRevision(draft.texts(Field.COMMITS).stream().findFirst().orElse("unknown"))
                .build();
    }

    private TestRun testRun() {
        Outcome outcome = Assembly.outcome(draft);
        long failed = count(Field.FAILURES);
        long skipped = count(Field.SKIPPED);
        TestRun.Counts counts = draft.text(Field.TESTS).isPresent()
                ? new TestRun.Counts(Math.max(0, count(Field.TESTS) - failed - skipped), failed, skipped)
                : TestRun.Counts.NONE;
        return new TestRun(metadata, Stage.TEST, subject("tests"), outcome, counts, finishedIf(isOver(outcome)));
    }

    /** An incident without a beginning would have no duration, or never end: both are wrong. */
    private Incident incident() {
        if (draft.instantOrNull(Field.FINISHED) != null && draft.instantOrNull(Field.AT) == null) {
            throw new IllegalArgumentException(
                    "incident " + draft.id() + " is over and nobody told when it began: expected that first");
        }
        IncidentResponse response = IncidentResponse.UNKNOWN;
        Severity severity = severity(text(Field.SEVERITY, "").toLowerCase(Locale.ROOT));
        if (severity != null) {
            response = response.withSeverity(severity);
        }
        Instant acknowledged = draft.instantOrNull(Field.ACKNOWLEDGED);
        if (acknowledged != null) {
            response = response.acknowledged(acknowledged);
        }
        return new Incident(metadata, title(), true, finishedIf(!isOpen()), response);
    }

    /** One that was opened again has an earlier end behind it that does not count. */
    private boolean isOpen() {
        return switch (text(Field.OUTCOME, "").toLowerCase(Locale.ROOT)) {
            case "open", "opened", "reopened", "triggered", "acknowledged", "new", "indeterminate" -> true;
            default -> false;
        };
    }

    /** {@return what a word in lower case says of how bad something is; null if it says nothing} */
    static @Nullable Severity severity(String word) {
        return switch (word) {
            case "critical", "highest", "sev1", "sev-1", "p1", "s1", "severity1", "blocker" -> Severity.CRITICAL;
            case "major", "high", "sev2", "sev-2", "p2", "s2", "error" -> Severity.MAJOR;
            case "minor", "medium", "sev3", "sev-3", "p3", "s3", "warning" -> Severity.MINOR;
            case "notice", "low", "lowest", "trivial", "info", "sev4", "sev-4", "p4", "p5", "s4" -> Severity.NOTICE;
            default -> null;
        };
    }

    private Release release() {
        String version = text(Field.VERSION, text(Field.TAG, draft.id()));
        return new Release(metadata, version, text(Field.TAG, ""));
    }

    private PlanItem planItem() {
        PlanItemBuilder builder =
                PlanItem.of(draft.id(), metadata.at(), title()).toBuilder().metadata(metadata);
        PlanPlace.Status status = switch (text(Field.OUTCOME, "").toLowerCase(Locale.ROOT)) {
            case "closed", "done", "resolved" -> PlanPlace.Status.CLOSED;
            case "open", "opened", "reopened", "new", "indeterminate" -> PlanPlace.Status.OPEN;
            default -> PlanPlace.Status.UNKNOWN;
        };
        return builder.status(status).work(work()).build();
    }

    /** The first word that says what sort of work it is; words come sorted. */
    private PlanItemKind work() {
        return draft.texts(Field.WORDS).stream()
                .map(word -> switch (word.toLowerCase(Locale.ROOT)) {
                    case "bug", "defect", "fix" -> PlanItemKind.FIX;
                    case "feature", "enhancement", "story", "user story", "new feature" -> PlanItemKind.FEATURE;
                    case "spike", "experiment" -> PlanItemKind.EXPERIMENT;
                    case "chore", "refactoring", "technical debt", "tech debt", "tech-debt" -> PlanItemKind.TECHNICAL;
                    case "operations", "maintenance", "toil" -> PlanItemKind.OPERATIONAL;
                    default -> PlanItemKind.UNKNOWN;
                })
                .filter(kind -> kind != PlanItemKind.UNKNOWN)
                .findFirst()
                .orElse(PlanItemKind.UNKNOWN);
    }

    private Approval approval() {
        Approval asked = Approval.asked(metadata, text(Field.ROLE, "approver"));
        Instant answered = draft.instantOrNull(Field.FINISHED);
        if (answered == null) {
            return asked;
        }
        return switch (text(Field.OUTCOME, "").toLowerCase(Locale.ROOT)) {
            case "approved", "granted" -> asked.granted(answered);
            case "rejected", "denied", "cancelled", "expired" -> asked.denied(answered);
            default -> asked;
        };
    }

    private Branch branch() {
        return new Branch(metadata, text(Field.BRANCH, draft.id()), finished());
    }

    private AlertFiring alert() {
        return new AlertFiring(
                metadata,
                subject(draft.id()),
                severity(text(Field.SEVERITY, "").toLowerCase(Locale.ROOT)),
                draft.instantOrNull(Field.ACKNOWLEDGED),
                finished(),
                title());
    }

    private CustomArtifact custom() {
        SortedMap<String, String> fields = new TreeMap<>();
        for (Field field : Field.values()) {
            draft.text(field).ifPresent(value -> fields.put(field.name().toLowerCase(Locale.ROOT), value));
        }
        return new CustomArtifact(metadata, draft.kind(), fields);
    }
}
