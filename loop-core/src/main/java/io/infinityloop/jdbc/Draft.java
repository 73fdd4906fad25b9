package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.json.EventWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An event that is to be appended, its text, and its source and id as they are in the columns. */
record Draft(LoopEvent event, String line, Key key) {
    /** What tells an event from all others. */
    record Key(String source, String id) {}

    /**
     * Checks and writes the events of a loop, before any lock is taken.
     *
     * @throws IllegalArgumentException as {@link io.infinityloop.journal.Journal#append} says
     */
    static List<Draft> ofLoop(LoopId loop, List<? extends LoopEvent> events) {
        requireNonNull(loop, "loop");
        if (events.isEmpty()) {
            throw new IllegalArgumentException("no events to append to loop " + loop);
        }
        Set<EventKey> keys = new HashSet<>();
        for (LoopEvent event : events) {
            if (!loop.equals(event.loop())) {
                throw new IllegalArgumentException(
                        "event " + event.key() + " belongs to loop " + event.loop() + ", not to " + loop);
            }
            if (!keys.add(event.key())) {
                throw new IllegalArgumentException("two of the events are " + event.key());
            }
        }
        return of(events);
    }

    /**
     * Checks and writes facts; of those with the same source and id the first one is taken.
     *
     * @throws IllegalArgumentException if a fact has a loop
     */
    static List<Draft> ofFacts(List<Recorded> facts) {
        for (Recorded fact : facts) {
            if (fact.loop() != null) {
                throw new IllegalArgumentException("event " + fact.key() + " belongs to loop " + fact.loop()
                        + ": append it to the loop, only facts without a loop are observed");
            }
        }
        Set<EventKey> keys = new HashSet<>();
        return of(facts.stream().filter(fact -> keys.add(fact.key())).toList());
    }

    private static List<Draft> of(List<? extends LoopEvent> events) {
        return events.stream()
                .<Draft>map(event -> new Draft(event, EventWriter.toJson(event), keyOf(event)))
                .toList();
    }

    private static Key keyOf(LoopEvent event) {
        return new Key(KeyText.of(event.source()), KeyText.of(event.id()));
    }
}
