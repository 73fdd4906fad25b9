package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Transition;
import io.infinityloop.artifact.ArtifactRef;
import java.time.Instant;
import java.util.List;

/**
 * A loop left a stage and entered another. The event's instant is when.
 *
 * <p>A machine makes only the eight transitions of the loop; a foreign feed may report others.
 *
 * <p>Source: requirements LOOP-08, LOOP-09, LOOP-18.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop
 * @param transition the stages that were left and entered
 * @param entered when the stage that was left had been entered, not after the event's instant
 * @param artifacts what was handed over with the move, in the order given
 * @since 0.1
 */
public record Advanced(
        EventMetadata metadata, LoopId loop, Transition transition, Instant entered, List<ArtifactRef> artifacts)
        implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws IllegalArgumentException if the stage was entered after it was left
     */
    public Advanced {
        requireNonNull(metadata, "metadata");
        requireNonNull(loop, "loop");
        requireNonNull(transition, "transition");
        requireNonNull(entered, "entered");
        if (entered.isAfter(metadata.at())) {
            throw new IllegalArgumentException(
                    transition.from() + " was left at " + metadata.at() + ", before it was entered at " + entered);
        }
        artifacts = List.copyOf(requireNonNull(artifacts, "artifacts"));
    }
}
