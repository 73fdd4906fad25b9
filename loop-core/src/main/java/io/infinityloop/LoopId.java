package io.infinityloop;

import io.infinityloop.internal.Texts;

/**
 * Names one loop: the journey of one change, usually a work item, a pull request or a feature.
 *
 * <p>The value is kept exactly as given: case and spaces count. It may hold any characters; whoever prints it escapes
 * it.
 *
 * @param value the name, not blank, at most 400 characters
 * @since 0.1
 */
public record LoopId(String value) implements Comparable<LoopId> {
    /** Shorter than an event id may be, so that the ids of a loop's events can begin with the loop id. */
    private static final int LIMIT = 400;

    /**
     * Creates a loop id.
     *
     * @throws IllegalArgumentException if the value is blank or has more than 400 characters
     */
    public LoopId {
        Texts.bounded("loop id", value, LIMIT);
    }

    /**
     * Returns the loop id with a value.
     *
     * @param value the name, not blank, at most 400 characters
     * @return the loop id
     * @throws IllegalArgumentException if the value is blank or has more than 400 characters
     */
    public static LoopId of(String value) {
        return new LoopId(value);
    }

    /** Compares by value, in the order of UTF-16 code units. */
    @Override
    public int compareTo(LoopId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
