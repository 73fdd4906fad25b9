package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * A defect, and where it was found: work that was sent back, in the stage that sent it; tests that failed, in the stage
 * where they ran; an incident that was no exercise, in OPERATE. What is found by a test and then sent back is one
 * defect, and so are failures of the same tests in a row.
 *
 * @param ref what tells of it, as text: {@code incident:INC-1}, or the key of the event that sent work back
 * @param stage where it was found
 * @param at when it was found
 * @param labels short facts to split numbers by
 * @param evidence the events that tell of it
 * @since 0.1
 */
public record DefectFound(String ref, Stage stage, Instant at, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a defect. */
    public DefectFound {
        requireNonNull(ref, "ref");
        requireNonNull(stage, "stage");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
