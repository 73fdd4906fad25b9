package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signal from a stage to an earlier one: what users say, what a failed test tells those who write the code. It moves
 * nothing: a loop stays in its stage. It is recorded again under the same id when it is received, triaged and followed
 * up.
 *
 * <p>Source: requirements ART-25 and LOOP-13.
 *
 * @param metadata id, instant (when it was raised), lineage and labels
 * @param text what it says
 * @param state how far it has come
 * @param from the stage that it comes from
 * @param to the stage that it is meant for, earlier than {@code from}
 * @param receivedAt when it reached that stage; null if it has not, or nobody said
 * @since 0.1
 */
public record Feedback(
        ArtifactMetadata metadata,
        String text,
        FeedbackState state,
        Stage from,
        Stage to,
        @Nullable Instant receivedAt) implements OperateStageArtifact {
    /** The kind {@code feedback}. */
    public static final ArtifactKind KIND = new ArtifactKind("feedback", Stage.OPERATE);

    /**
     * Creates a piece of feedback.
     *
     * @throws IllegalArgumentException if the text is blank or has more than 100,000 characters, it goes to a stage
     *     that is not earlier, or it is received before it is raised
     */
    public Feedback {
        requireNonNull(metadata, "metadata");
        Texts.bounded("text", text, Texts.PROSE_LIMIT);
        requireNonNull(state, "state");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "feedback " + metadata.id() + " cannot go from " + from + " to " + to + ": not an earlier stage");
        }
        if (receivedAt != null && receivedAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException("feedback " + metadata.id() + " is received at " + receivedAt
                    + ", before it is raised at " + metadata.at());
        }
    }

    /**
     * Returns what a user of the running service said, for the next plan.
     *
     * @param id the id
     * @param at when the user said it
     * @param text what was said
     * @return the feedback, {@link FeedbackState#COLLECTED}, from OPERATE to PLAN
     */
    public static Feedback fromUsers(String id, Instant at, String text) {
        return signal(id, at, Stage.OPERATE, Stage.PLAN, text);
    }

    /**
     * Returns a signal from one stage to an earlier one that was not received yet.
     *
     * @param id the id
     * @param raisedAt when it was raised
     * @param from the stage that it comes from
     * @param to the earlier stage that it is meant for
     * @param text what it says
     * @return the feedback, {@link FeedbackState#COLLECTED}
     */
    public static Feedback signal(String id, Instant raisedAt, Stage from, Stage to, String text) {
        return new Feedback(ArtifactMetadata.of(id, raisedAt), text, FeedbackState.COLLECTED, from, to, null);
    }

    /**
     * Returns this feedback as it is once the stage that it is meant for has received it.
     *
     * @param at when it was received, not before it was raised
     * @return the fuller snapshot
     */
    public Feedback received(Instant at) {
        return new Feedback(metadata, text, state, from, to, requireNonNull(at, "at"));
    }

    /**
     * Returns this feedback in the state that follows.
     *
     * @param next the state to enter
     * @return the fuller snapshot
     * @throws IllegalArgumentException if that state does not follow at once
     */
    public Feedback in(FeedbackState next) {
        Optional<FeedbackState> only = state.next();
        if (!only.equals(Optional.of(requireNonNull(next, "next")))) {
            throw new IllegalArgumentException("feedback " + id() + " cannot go from " + state + " to " + next + ": "
                    + only.map(state -> "the only state after " + this.state + " is " + state)
                            .orElse("no state follows " + state));
        }
        return new Feedback(metadata, text, next, from, to, receivedAt);
    }

    /** {@return how long it was under way, or empty if it was not received, or nobody said} */
    public Optional<Duration> latency() {
        return Optional.ofNullable(receivedAt).map(received -> Duration.between(at(), received));
    }

    @Override
    public Feedback with(ArtifactMetadata other) {
        return new Feedback(other, text, state, from, to, receivedAt);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /** {@return the stage that it comes from} */
    @Override
    public Stage stage() {
        return from;
    }
}
