package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that tells those who change a system what became of it.
 *
 * @param ref what tells so, as text: {@code test-run:t7}
 * @param kind the loop that it belongs to
 * @param raised when there was something to tell: the commit that was tested was made, the deployment began, the
 *     failure began, the user said it
 * @param received when it was known where it is needed; null if it is not yet
 * @param labels short facts to split numbers by
 * @param evidence the events that tell of it
 * @since 0.1
 */
public record FeedbackSignal(
        String ref,
        FeedbackLoop kind,
        Instant raised,
        @Nullable Instant received,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates a signal. */
    public FeedbackSignal {
        requireNonNull(ref, "ref");
        requireNonNull(kind, "kind");
        requireNonNull(raised, "raised");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
