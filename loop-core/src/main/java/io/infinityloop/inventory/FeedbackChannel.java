package io.infinityloop.inventory;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Feedback;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way on which users tell what they think: a form, a support desk, a survey. A tool implements it.
 *
 * <p>Source: requirement FBK-12.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FeedbackChannel {
    /**
     * Returns what came in.
     *
     * @param since the beginning, inclusive
     * @param until the end, exclusive
     * @return the feedback that was raised in this span, in any order
     */
    List<Feedback> collect(Instant since, Instant until);

    /**
     * Returns what came in on several channels, for the insights of a MONITOR stage and the next plan.
     *
     * @param channels the channels; where two have feedback of the same id, the later channel's counts
     * @param since the beginning, inclusive
     * @param until the end, exclusive
     * @return the feedback of the span, sorted by id, unmodifiable; what a channel gives from outside the span is left
     *     out
     */
    static List<Feedback> collectAll(Collection<? extends FeedbackChannel> channels, Instant since, Instant until) {
        SortedMap<ArtifactRef, Feedback> found = new TreeMap<>();
        for (FeedbackChannel channel : channels) {
            channel.collect(since, until).stream()
                    .filter(feedback ->
                            !feedback.at().isBefore(since) && feedback.at().isBefore(until))
                    .forEach(feedback -> found.put(feedback.ref(), feedback));
        }
        return List.copyOf(found.values());
    }
}
