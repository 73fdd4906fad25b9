package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.FeedbackState;
import java.time.Instant;

/**
 * A piece of feedback from its collection to the answer. After each step, {@link #feedback()} is the fuller snapshot to
 * be recorded.
 *
 * <p>Source: requirement ART-25.
 *
 * @param feedback the feedback as it is now
 * @param course the states that it went through
 * @since 0.1
 */
public record FeedbackLife(Feedback feedback, Course<FeedbackState> course) {
    /** The table of the life of feedback. */
    public static final Lifecycle<FeedbackState> LIFECYCLE = Lifecycle.of("Feedback", FeedbackState.COLLECTED)
            .step(FeedbackState.COLLECTED, "triage", FeedbackState.TRIAGED)
            .step(FeedbackState.TRIAGED, "follow up", FeedbackState.FOLLOWED_UP)
            .build();

    /**
     * Creates a life.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, or the feedback is in another
     *     state
     */
    public FeedbackLife {
        requireNonNull(feedback, "feedback");
        LIFECYCLE.check(requireNonNull(course, "course"));
        if (feedback.state() != course.state()) {
            throw new IllegalArgumentException("feedback " + feedback.id() + " is " + feedback.state() + ", expected "
                    + course.state() + " as its process");
        }
    }

    /**
     * Begins the life of feedback.
     *
     * @param feedback the feedback, COLLECTED
     * @param at when it was collected
     * @return the life
     * @throws IllegalArgumentException if the feedback is in another state
     */
    public static FeedbackLife collected(Feedback feedback, Instant at) {
        return new FeedbackLife(feedback, LIFECYCLE.begin(at, Evidence.NONE));
    }

    /** {@return the state that it is in} */
    public FeedbackState state() {
        return course.state();
    }

    /**
     * Somebody decided what to do about it.
     *
     * @param at when
     * @param evidence what was decided
     * @return the next step, or why not
     */
    public Progress<FeedbackLife> triage(Instant at, Evidence evidence) {
        return move(FeedbackState.TRIAGED, at, evidence);
    }

    /**
     * What was decided is done, or it was answered that nothing will be.
     *
     * @param at when
     * @param evidence what was done or answered
     * @return the last step, or why not
     */
    public Progress<FeedbackLife> followUp(Instant at, Evidence evidence) {
        return move(FeedbackState.FOLLOWED_UP, at, evidence);
    }

    private Progress<FeedbackLife> move(FeedbackState to, Instant at, Evidence evidence) {
        return LIFECYCLE.move(course, to, at, evidence).into(this, moved -> new FeedbackLife(feedback.in(to), moved));
    }
}
