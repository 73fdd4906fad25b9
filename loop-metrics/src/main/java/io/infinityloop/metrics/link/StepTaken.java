package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * Something that a machine could do: a loop moved on to the next stage, or something was built, tested, released or
 * deployed. Planning, writing code, reviews and approvals are no such steps.
 *
 * @param what what was done, such as {@code deployment:d7}, or {@code L leaves CODE} for the move of a loop
 * @param stage the stage that it belongs to; for a move the stage that was left
 * @param isMove whether it is the move of a loop
 * @param trigger who or what set it off
 * @param at when
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record StepTaken(
        String what, Stage stage, boolean isMove, Trigger trigger, Instant at, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a step. */
    public StepTaken {
        requireNonNull(what, "what");
        requireNonNull(stage, "stage");
        requireNonNull(trigger, "trigger");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
