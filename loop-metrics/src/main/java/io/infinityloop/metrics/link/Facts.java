package io.infinityloop.metrics.link;

import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A set of events. Uniting is associative, commutative and idempotent: duplicates, disorder and late data change
 * nothing.
 *
 * <p>Events with the same source and id are one event. Where they differ nevertheless, all of them are kept, and
 * {@linkplain #upTo of what was known at an instant} the last in the order of {@link EventOrder#BY_KEY} counts.
 *
 * <p>Besides the events themselves a fact costs one reference. Uniting takes time in proportion to both sides together;
 * events that are there in great numbers are better given to {@link #of} at once.
 *
 * @since 0.1
 */
public final class Facts {
    private static final Comparator<LoopEvent> BY_INSTANT = Comparator.comparing(LoopEvent::at);
    private static final Facts EMPTY = new Facts(new LoopEvent[0]);

    /** Sorted by {@link EventOrder#BY_KEY}, without duplicates. */
    private final LoopEvent[] events;

    private Facts(LoopEvent[] events) {
        this.events = events;
    }

    /** {@return no facts} */
    public static Facts empty() {
        return EMPTY;
    }

    /**
     * Returns the facts of events in any order, possibly with duplicates.
     *
     * @param events the events
     * @return the facts
     */
    public static Facts of(Collection<? extends LoopEvent> events) {
        LoopEvent[] sorted = events.toArray(new LoopEvent[0]);
        Arrays.sort(sorted, EventOrder.BY_KEY);
        int size = 0;
        for (LoopEvent event : sorted) {
            if (size == 0 || EventOrder.BY_KEY.compare(sorted[size - 1], event) != 0) {
                sorted[size++] = event;
            }
        }
        return new Facts(size == sorted.length ? sorted : Arrays.copyOf(sorted, size));
    }

    /**
     * Returns these facts and others.
     *
     * @param others the facts to add
     * @return the union
     */
    public Facts union(Facts others) {
        if (others.events.length == 0 || events.length == 0) {
            return events.length == 0 ? others : this;
        }
        LoopEvent[] united = new LoopEvent[events.length + others.events.length];
        int size = 0;
        int own = 0;
        int other = 0;
        while (own < events.length && other < others.events.length) {
            int order = EventOrder.BY_KEY.compare(events[own], others.events[other]);
            united[size++] = order <= 0 ? events[own] : others.events[other];
            own += order <= 0 ? 1 : 0;
            other += order >= 0 ? 1 : 0;
        }
        System.arraycopy(events, own, united, size, events.length - own);
        size += events.length - own;
        System.arraycopy(others.events, other, united, size, others.events.length - other);
        size += others.events.length - other;
        return new Facts(size == united.length ? united : Arrays.copyOf(united, size));
    }

    /** {@return how many different events there are} */
    public int size() {
        return events.length;
    }

    /**
     * Returns what was known at an instant: each event once.
     *
     * @param asOf the last instant whose events count
     * @return the events that happened at or before the instant, sorted by instant and key, unmodifiable
     */
    public List<LoopEvent> upTo(Instant asOf) {
        LoopEvent[] known = new LoopEvent[events.length];
        int size = 0;
        for (LoopEvent event : events) {
            if (!event.at().isAfter(asOf)) {
                if (size > 0 && isSame(known[size - 1], event)) {
                    size--;
                }
                known[size++] = event;
            }
        }
        return InTime.sorted(known, size, LoopEvent::at, BY_INSTANT);
    }

    private static boolean isSame(LoopEvent one, LoopEvent other) {
        return one.id().equals(other.id()) && one.source().equals(other.source());
    }

    /** {@return all events, sorted by key and instant, unmodifiable} */
    public Collection<LoopEvent> events() {
        return Collections.unmodifiableList(Arrays.asList(events));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && Arrays.equals(events, facts.events);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(events);
    }

    @Override
    public String toString() {
        return "facts of " + events.length + " events";
    }
}
