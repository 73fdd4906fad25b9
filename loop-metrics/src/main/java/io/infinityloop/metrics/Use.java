package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

/**
 * Whether a metric used a subject that fell into its window.
 *
 * @since 0.1
 */
public sealed interface Use {
    /** The subject was used. */
    record Counted() implements Use {}

    /**
     * The subject was left out. It is counted as excluded.
     *
     * @param reason why, in a few words that fit behind a number: {@code negative duration}
     */
    record Excluded(String reason) implements Use {
        /** Creates the answer. */
        public Excluded {
            requireNonNull(reason, "reason");
        }
    }

    /** The metric is not about this subject in this window. The subject is not counted as excluded. */
    record NotConcerned() implements Use {}

    /** {@return that the subject was used} */
    static Use counted() {
        return new Counted();
    }

    /**
     * Returns that the subject was left out.
     *
     * @param reason why
     * @return the answer
     */
    static Use excluded(String reason) {
        return new Excluded(reason);
    }
}
