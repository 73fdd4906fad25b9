package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was tested of a change on its way: one cycle of a loop, or the contents of a release where nobody reports loops.
 *
 * @param what the loop with its cycle, or the release
 * @param lastAt when it was last tested; when it reached RELEASE if it never was
 * @param releasedAt when it reached RELEASE; null if it has not
 * @param runs how many runs of tests it had
 * @param manualRuns how many of them somebody did by hand
 * @param runsBeforeRelease how many it had had by the time it reached RELEASE; all of them if it has not
 * @param security the first stage in which somebody looked for holes; null if nobody has
 * @param labels short facts to split numbers by
 * @param evidence the events of its reaching RELEASE and of its tests
 * @since 0.1
 */
public record ChangeTests(
        String what,
        Instant lastAt,
        @Nullable Instant releasedAt,
        long runs,
        long manualRuns,
        long runsBeforeRelease,
        @Nullable Stage security,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates it. */
    public ChangeTests {
        requireNonNull(what, "what");
        requireNonNull(lastAt, "lastAt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
