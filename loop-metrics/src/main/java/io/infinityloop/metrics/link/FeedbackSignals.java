package io.infinityloop.metrics.link;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signals of the five feedback loops: test runs of a known level, from the latest commit that they tested;
 * production deployments, from their start to their verified end; incidents that an alert told of, from the failure to
 * the alert; and feedback, from when it was raised to when it was received.
 */
final class FeedbackSignals implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        derivation.latest(TestRun.class).forEach(run -> tested(run, derivation));
        derivation.latest(Deployment.class).forEach(deployment -> deployed(deployment, derivation));
        derivation.latest(Incident.class).forEach(incident -> alerted(incident, derivation));
        derivation.latest(Feedback.class).forEach(feedback -> said(feedback, derivation));
    }

    private static void tested(Snapshot<TestRun> snapshot, Derivation derivation) {
        TestRun run = snapshot.artifact();
        Instant end = run.finishedAt();
        if (run.level().isEmpty() || (end == null && run.outcome() != Outcome.RUNNING)) {
            return;
        }
        TestLevel level = run.level().get();
        Optional<Snapshot<Commit>> commit = tested(snapshot, end, derivation);
        Instant raised = commit.map(tested -> tested.artifact().at()).orElse(run.at());
        emit(
                derivation,
                snapshot,
                level == TestLevel.UNIT || level == TestLevel.CONTRACT ? FeedbackLoop.UNIT : FeedbackLoop.INTEGRATION,
                raised,
                end,
                commit);
    }

    /** The latest commit that a run names, itself or through its builds, and that was made before the run ended. */
    private static Optional<Snapshot<Commit>> tested(
            Snapshot<TestRun> run, @Nullable Instant end, Derivation derivation) {
        return named(run, derivation)
                .flatMap(parent ->
                        parent.artifact() instanceof Build ? named(parent, derivation) : Stream.<Snapshot<?>>of(parent))
                .filter(parent -> parent.artifact() instanceof Commit)
                .map(parent -> parent.as(Commit.class))
                .filter(commit -> end == null || !commit.artifact().at().isAfter(end))
                .max(Comparator.<Snapshot<Commit>, Instant>comparing(
                                commit -> commit.artifact().at())
                        .thenComparing(Snapshot::evidence));
    }

    private static Stream<Snapshot<?>> named(Snapshot<?> snapshot, Derivation derivation) {
        return snapshot.artifact().derivedFrom().stream()
                .filter(ref -> ref.isOf(Commit.KIND) || ref.isOf(Build.KIND))
                .flatMap((ArtifactRef ref) ->
                        derivation.find(ref, snapshot.event().source()).stream());
    }

    private static void deployed(Snapshot<Deployment> snapshot, Derivation derivation) {
        Deployment deployment = snapshot.artifact();
        boolean running = deployment.status() == DeploymentStatus.IN_PROGRESS;
        if (deployment.environment() == Environment.PRODUCTION && (running || deployment.finishedAt() != null)) {
            emit(
                    derivation,
                    snapshot,
                    FeedbackLoop.DEPLOYMENT,
                    deployment.at(),
                    deployment.finishedAt(),
                    Optional.empty());
        }
    }

    private static void alerted(Snapshot<Incident> snapshot, Derivation derivation) {
        Incident incident = snapshot.artifact();
        Instant fired = incident.response().firedAt();
        if (fired != null && !incident.response().practice()) {
            emit(derivation, snapshot, FeedbackLoop.PRODUCTION, incident.at(), fired, Optional.empty());
        }
    }

    private static void said(Snapshot<Feedback> snapshot, Derivation derivation) {
        Feedback feedback = snapshot.artifact();
        emit(derivation, snapshot, loop(feedback.from()), feedback.at(), feedback.receivedAt(), Optional.empty());
    }

    private static FeedbackLoop loop(Stage from) {
        return switch (from) {
            case PLAN, CODE, BUILD -> FeedbackLoop.UNIT;
            case TEST -> FeedbackLoop.INTEGRATION;
            case RELEASE, DEPLOY -> FeedbackLoop.DEPLOYMENT;
            case OPERATE -> FeedbackLoop.CUSTOMER;
            case MONITOR -> FeedbackLoop.PRODUCTION;
        };
    }

    private static void emit(
            Derivation derivation,
            Snapshot<?> snapshot,
            FeedbackLoop kind,
            Instant raised,
            @Nullable Instant received,
            Optional<? extends Snapshot<?>> cause) {
        derivation.emit(new FeedbackSignal(
                snapshot.artifact().ref().toString(),
                kind,
                raised,
                received,
                snapshot.labels(),
                evidence(snapshot.evidence(), cause)));
    }

    private static List<EventKey> evidence(EventKey own, Optional<? extends Snapshot<?>> cause) {
        return cause.map(Snapshot::evidence)
                .filter(other -> !other.equals(own))
                .map(other -> List.of(own, other))
                .orElse(List.of(own));
    }
}
