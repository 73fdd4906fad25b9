package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;

/**
 * One stay of a loop in a stage. A loop comes back to a stage with each return and each cycle, and each time it is
 * another stay; no two stays of a loop are equal.
 *
 * @param stage the stage
 * @param cycle how often the loop went round, from 1
 * @param attempt which try of the cycle it is, from 1
 * @since 0.1
 */
public record Stay(Stage stage, long cycle, int attempt) {
    /**
     * Creates a stay.
     *
     * @throws IllegalArgumentException if cycle or attempt is below 1
     */
    public Stay {
        requireNonNull(stage, "stage");
        if (cycle < 1 || attempt < 1) {
            throw new IllegalArgumentException(
                    "cycle " + cycle + " and attempt " + attempt + " of a stay in " + stage + " count from 1");
        }
    }

    /** {@return the stay for people: {@code CODE (cycle 1, attempt 2)}} */
    @Override
    public String toString() {
        return stage + " (cycle " + cycle + ", attempt " + attempt + ")";
    }
}
