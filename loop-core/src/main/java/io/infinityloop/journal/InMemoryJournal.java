package io.infinityloop.journal;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal in memory: for tests, for short-lived tools, for teaching. It lives as long as the process.
 *
 * <p>Appended means visible to every thread, and no more than that.
 *
 * @since 0.1
 */
public final class InMemoryJournal implements Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Entry> all = new ArrayList<>();
    private final Map<LoopId, List<Entry>> byLoop = new HashMap<>();
    private final Map<EventKey, Entry> byKey = new HashMap<>();

    private InMemoryJournal() {}

    /** {@return a new journal without entries} */
    public static InMemoryJournal empty() {
        return new InMemoryJournal();
    }

    @Override
    public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
        List<LoopEvent> batch = List.copyOf(events);
        check(requireNonNull(loop, "loop"), batch);
        lock.lock();
        try {
            List<Entry> existing = batch.stream()
                    .map(event -> byKey.get(event.key()))
                    .filter(Objects::nonNull)
                    .toList();
            if (!existing.isEmpty()) {
                return new AppendResult.Duplicate(existing);
            }
            long revision = byLoop.getOrDefault(loop, List.of()).size();
            if (revision != expectedRevision) {
                return new AppendResult.Conflict(expectedRevision, revision);
            }
            return new AppendResult.Appended(
                    batch.stream().map(event -> add(loop, event)).toList());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> observe(List<Recorded> facts) {
        List<Recorded> batch = List.copyOf(facts);
        for (Recorded fact : batch) {
            if (fact.loop() != null) {
                throw new IllegalArgumentException("event " + fact.key() + " belongs to loop " + fact.loop()
                        + ": append it to the loop, only facts without a loop are observed");
            }
        }
        lock.lock();
        try {
            return batch.stream()
                    .filter(fact -> !byKey.containsKey(fact.key()))
                    .map(this::addFact)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> read(LoopId loop, long afterRevision) {
        requireNonNull(loop, "loop");
        lock.lock();
        try {
            List<Entry> entries = byLoop.getOrDefault(loop, List.of());
            return List.copyOf(
                    entries.subList((int) Math.min(Math.max(0, afterRevision), entries.size()), entries.size()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> readAll(long afterPosition, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        lock.lock();
        try {
            int from = (int) Math.min(Math.max(0, afterPosition), all.size());
            return List.copyOf(all.subList(from, (int) Math.min((long) from + limit, all.size())));
        } finally {
            lock.unlock();
        }
    }

    private static void check(LoopId loop, List<LoopEvent> events) {
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
    }

    private Entry add(LoopId loop, LoopEvent event) {
        List<Entry> entries = byLoop.computeIfAbsent(loop, id -> new ArrayList<>());
        Entry entry = new Entry(all.size() + 1L, entries.size() + 1L, event);
        entries.add(entry);
        return keep(entry);
    }

    private Entry addFact(Recorded fact) {
        return keep(new Entry(all.size() + 1L, 0, fact));
    }

    private Entry keep(Entry entry) {
        all.add(entry);
        byKey.put(entry.event().key(), entry);
        return entry;
    }
}
