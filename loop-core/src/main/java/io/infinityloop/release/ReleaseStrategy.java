package io.infinityloop.release;

import static java.util.Objects.requireNonNull;

/**
 * When changes reach users, with what that means for risk, batches and feedback.
 *
 * <p>Source: requirement REL-05.
 *
 * @since 0.1
 */
public enum ReleaseStrategy {
    /** At fixed times, as a {@link ReleaseTrain} does: everybody knows when, and several changes go together. */
    SCHEDULED(Risk.MEDIUM, Batch.SEVERAL_CHANGES, Feedback.AT_THE_NEXT_DATE, false),
    /** Each change by itself as soon as it passed all tests: no better feedback, no smaller batches. */
    CONTINUOUS_DEPLOYMENT(Risk.LOW, Batch.ONE_CHANGE, Feedback.AT_ONCE, true),
    /** The code is always deployed, and a flag shows what is new to more and more users. */
    FEATURE_FLAGS(Risk.LOW, Batch.ONE_FEATURE, Feedback.AT_EACH_STEP, false);

    private final Risk risk;
    private final Batch batch;
    private final Feedback feedback;
    private final boolean needsHighAutomation;

    ReleaseStrategy(Risk risk, Batch batch, Feedback feedback, boolean needsHighAutomation) {
        this.risk = requireNonNull(risk, "risk");
        this.batch = requireNonNull(batch, "batch");
        this.feedback = requireNonNull(feedback, "feedback");
        this.needsHighAutomation = needsHighAutomation;
    }

    /** {@return the risk of one deployment} */
    public Risk risk() {
        return risk;
    }

    /** {@return what goes together} */
    public Batch batch() {
        return batch;
    }

    /** {@return when users tell what they think of it} */
    public Feedback feedback() {
        return feedback;
    }

    /** {@return whether it works only where nearly everything is automated} */
    public boolean needsHighAutomation() {
        return needsHighAutomation;
    }

    /**
     * What goes together.
     *
     * @since 0.1
     */
    public enum Batch {
        /** A single change. */
        ONE_CHANGE,
        /** All changes behind one flag. */
        ONE_FEATURE,
        /** Whatever is ready by then. */
        SEVERAL_CHANGES
    }

    /**
     * When users tell what they think of it.
     *
     * @since 0.1
     */
    public enum Feedback {
        /** As soon as the change is done. */
        AT_ONCE,
        /** Each time that more users see it. */
        AT_EACH_STEP,
        /** After the next fixed date. */
        AT_THE_NEXT_DATE
    }
}
