package io.infinityloop.metrics.link;

import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A set of events. Uniting is associative, commutative and idempotent: duplicates, disorder and late data change
 * nothing.
 *
 * <p>Of two different events with the same source and id the later one counts; at the same instant, the one whose text
 * is greater.
 *
 * @since 0.1
 */
public final class Facts {
    private static final BinaryOperator<LoopEvent> LATER =
            BinaryOperator.maxBy(Comparator.comparing(LoopEvent::at).thenComparing(LoopEvent::toString));
    private static final Facts EMPTY = new Facts(new TreeMap<>());

    private final SortedMap<EventKey, LoopEvent> byKey;

    private Facts(SortedMap<EventKey, LoopEvent> byKey) {
        this.byKey = Collections.unmodifiableSortedMap(byKey);
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
        SortedMap<EventKey, LoopEvent> byKey = new TreeMap<>();
        events.forEach(event -> byKey.merge(event.key(), event, Facts::later));
        return new Facts(byKey);
    }

    /**
     * Returns these facts and others.
     *
     * @param others the facts to add
     * @return the union
     */
    public Facts union(Facts others) {
        SortedMap<EventKey, LoopEvent> united = new TreeMap<>(byKey);
        others.byKey.forEach((key, event) -> united.merge(key, event, Facts::later));
        return new Facts(united);
    }

    /** {@return how many different events there are} */
    public int size() {
        return byKey.size();
    }

    /**
     * Returns what was known at an instant.
     *
     * @param asOf the last instant whose events count
     * @return the events that happened at or before the instant, sorted by instant and key, unmodifiable
     */
    public List<LoopEvent> upTo(Instant asOf) {
        return byKey.values().stream()
                .filter(event -> !event.at().isAfter(asOf))
                .sorted(Comparator.comparing(LoopEvent::at).thenComparing(LoopEvent::key))
                .toList();
    }

    /** {@return all events, sorted by key, unmodifiable} */
    public Collection<LoopEvent> events() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    private static LoopEvent later(LoopEvent one, LoopEvent other) {
        return one.equals(other) ? one : LATER.apply(one, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && byKey.equals(facts.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    @Override
    public String toString() {
        return "facts of " + byKey.size() + " events";
    }
}
