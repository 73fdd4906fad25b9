package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that a loop spent in a stage without a break.
 *
 * @param loop the loop
 * @param stage the stage
 * @param entered when it was entered
 * @param left when it was left; null while the loop is in it
 * @param labels short facts to split numbers by
 * @param evidence the event that left the stage, or the one that entered it while it is not left
 * @since 0.1
 */
public record StageVisit(
        LoopId loop, Stage stage, Instant entered, @Nullable Instant left, Labels labels, List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a visit.
     *
     * @throws NullPointerException if anything but {@code left} is null
     */
    public StageVisit {
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
        requireNonNull(entered, "entered");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
