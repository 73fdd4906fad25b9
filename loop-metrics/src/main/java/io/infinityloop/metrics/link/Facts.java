package io.infinityloop.metrics.link;

import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A set of events. Uniting is associative, commutative and idempotent: duplicates, disorder and late data change
 * nothing.
 *
 * <p>Events with the same source and id are one event. Where they differ nevertheless, all of them are kept, and
 * {@linkplain #upTo of what was known at an instant} the last in the order of {@link EventOrder#BY_KEY} counts.
 *
 * @since 0.1
 */
public final class Facts {
    private static final Facts EMPTY = new Facts(new TreeSet<>(EventOrder.BY_KEY));

    private final SortedSet<LoopEvent> events;

    private Facts(SortedSet<LoopEvent> events) {
        this.events = Collections.unmodifiableSortedSet(events);
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
        SortedSet<LoopEvent> sorted = new TreeSet<>(EventOrder.BY_KEY);
        sorted.addAll(events);
        return new Facts(sorted);
    }

    /**
     * Returns these facts and others.
     *
     * @param others the facts to add
     * @return the union
     */
    public Facts union(Facts others) {
        SortedSet<LoopEvent> united = new TreeSet<>(events);
        united.addAll(others.events);
        return new Facts(united);
    }

    /** {@return how many different events there are} */
    public int size() {
        return events.size();
    }

    /**
     * Returns what was known at an instant: each event once.
     *
     * @param asOf the last instant whose events count
     * @return the events that happened at or before the instant, sorted by instant and key, unmodifiable
     */
    public List<LoopEvent> upTo(Instant asOf) {
        SortedMap<EventKey, LoopEvent> latest = new TreeMap<>();
        for (LoopEvent event : events) {
            if (!event.at().isAfter(asOf)) {
                latest.put(event.key(), event);
            }
        }
        return latest.values().stream().sorted(EventOrder.BY_INSTANT).toList();
    }

    /** {@return all events, sorted by key and instant, unmodifiable} */
    public Collection<LoopEvent> events() {
        return events;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && events.equals(facts.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    @Override
    public String toString() {
        return "facts of " + events.size() + " events";
    }
}
