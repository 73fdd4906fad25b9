package io.infinityloop.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Puts events in order, and says which of several events with one source and id counts: the later one replaces the
 * earlier, and at the same instant the one whose text is greater. The order of arrival never matters.
 *
 * <p>Both orders are total: only equal events compare as equal.
 *
 * @since 0.1
 */
public enum EventOrder implements Comparator<LoopEvent> {
    /** By source and id, then by instant and content: of events with one source and id, the last one counts. */
    BY_KEY {
        @Override
        public int compare(LoopEvent one, LoopEvent other) {
            int byKey = compareKeys(one, other);
            int byInstant = byKey != 0 ? byKey : one.at().compareTo(other.at());
            return byInstant != 0 ? byInstant : compareContents(one, other);
        }
    },

    /** By instant, then by source and id, then by content. */
    BY_INSTANT {
        @Override
        public int compare(LoopEvent one, LoopEvent other) {
            int byInstant = one.at().compareTo(other.at());
            int byKey = byInstant != 0 ? byInstant : compareKeys(one, other);
            return byKey != 0 ? byKey : compareContents(one, other);
        }
    };

    /** The hash only tells apart events whose texts are equal because an id imitates the punctuation of a text. */
    private static final Comparator<LoopEvent> BY_TEXT =
            Comparator.comparing(LoopEvent::toString).thenComparingInt(LoopEvent::hashCode);

    /**
     * Returns the events that count: for each source and id the last one in the order {@link #BY_KEY}.
     *
     * @param events the events, in any order, possibly with duplicates
     * @return an unmodifiable list, sorted by source and id, no two of which are the same
     */
    public static List<LoopEvent> counting(Collection<? extends LoopEvent> events) {
        List<LoopEvent> sorted = new ArrayList<>(events);
        sorted.sort(BY_KEY);
        List<LoopEvent> counting = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            boolean isLast = i + 1 == sorted.size() || compareKeys(sorted.get(i), sorted.get(i + 1)) != 0;
            if (isLast) {
                counting.add(sorted.get(i));
            }
        }
        return Collections.unmodifiableList(counting);
    }

    /** Compares as {@link EventKey} does, without making keys. */
    private static int compareKeys(LoopEvent one, LoopEvent other) {
        int bySource = one.source().compareTo(other.source());
        return bySource != 0 ? bySource : one.id().compareTo(other.id());
    }

    /** The text of an event is long: it is made only where nothing else tells two events apart. */
    private static int compareContents(LoopEvent one, LoopEvent other) {
        return one.equals(other) ? 0 : BY_TEXT.compare(one, other);
    }
}
