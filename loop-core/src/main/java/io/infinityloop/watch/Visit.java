package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A loop's stay in a stage, as far as it was seen.
 *
 * @param loop the loop
 * @param stage the stage that it was in
 * @param cycle the cycle that it was in, 1 for the first
 * @param attempt which try of the cycle it was, 1 for the first
 * @param entered when it entered the stage, as seen; if the way in was not seen, as the move out of it says
 * @param left when it left the stage; null if nobody reported it: because the loop is there still, or because moves are
 *     missing
 * @since 0.1
 */
public record Visit(
        LoopId loop,
        Stage stage,
        long cycle,
        int attempt,
        Instant entered,
        @Nullable Instant left) {
    /**
     * Creates a visit.
     *
     * @throws IllegalArgumentException if the stage was left before it was entered
     */
    public Visit {
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
        requireNonNull(entered, "entered");
        if (left != null && left.isBefore(entered)) {
            throw new IllegalArgumentException(
                    stage + " was left at " + left + ", before it was entered at " + entered);
        }
    }

    /** {@return how long it took, or empty if nobody reported when the stage was left} */
    public Optional<Duration> duration() {
        return left == null ? Optional.empty() : Optional.of(Duration.between(entered, left));
    }
}
