package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time during which the builds of a branch were broken: from the first failure until every subject that failed has
 * passed again. However many builds failed meanwhile, it is one span.
 *
 * @param branch the branch; empty if nobody said
 * @param brokenAt when the first build failed
 * @param repairedAt when the last subject passed again; null while it is red
 * @param failed the ids of the builds that failed, in the order of time
 * @param labels short facts to split numbers by: those of the first build that failed
 * @param evidence the events of the builds that failed, and of the one that repaired it
 * @since 0.1
 */
public record RedSpan(
        String branch,
        Instant brokenAt,
        @Nullable Instant repairedAt,
        List<String> failed,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a span.
     *
     * @throws NullPointerException if anything but {@code repairedAt} is null
     */
    public RedSpan {
        requireNonNull(branch, "branch");
        requireNonNull(brokenAt, "brokenAt");
        failed = List.copyOf(failed);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
