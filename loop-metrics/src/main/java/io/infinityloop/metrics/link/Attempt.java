package io.infinityloop.metrics.link;

/**
 * Which try a run was: of the runs with a verdict that had the same subject, environment and revision.
 *
 * @param number which one, from 1; 0 for a run without a verdict
 * @param isLast whether no later one is known
 * @since 0.1
 */
public record Attempt(int number, boolean isLast) {
    /** The try of a run without a verdict. */
    public static final Attempt NONE = new Attempt(0, false);

    /** The try of a run that was made once. */
    public static final Attempt ONLY = new Attempt(1, true);

    /**
     * Creates an attempt.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Attempt {
        if (number < 0) {
            throw new IllegalArgumentException("attempt " + number + " is negative: the first one is 1");
        }
    }

    /** {@return whether there was none before} */
    public boolean isFirst() {
        return number == 1;
    }
}
