package io.infinityloop.rule;

/**
 * How few and how many instances there may be.
 *
 * <p>Source: requirement OPS-14.
 *
 * @param least how many there are at least, not negative
 * @param most how many there are at most, not less than {@code least}
 * @since 0.1
 */
public record ScalingBounds(int least, int most) {
    /**
     * Creates bounds.
     *
     * @throws IllegalArgumentException if the least is negative or more than the most
     */
    public ScalingBounds {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("bounds from " + least + " to " + most
                    + " hold nothing: from 0 or more to at least as many is accepted");
        }
    }

    /**
     * Returns how many instances there are to be. A number that is out of the bounds already is brought into them.
     *
     * @param instances how many there are
     * @param by the scaling that is asked for
     * @return the number, within the bounds
     */
    public int after(int instances, Action.Scale by) {
        return within((long) instances + by.by());
    }

    /**
     * Returns a number of instances brought into the bounds.
     *
     * @param instances any number
     * @return the nearest number within the bounds
     */
    public int within(long instances) {
        return (int) Math.max(least, Math.min(most, instances));
    }
}
