package io.infinityloop.journal;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A journal in memory: for tests, for short-lived tools, for teaching. It lives as long as the process.
 *
 * <p>Appended means visible to every thread, and no more than that.
 *
 * @since 0.1
 */
public final class InMemoryJournal implements Journal {
    /** Room for a start and some moves: many loops rest there. */
    private static final int FEW = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Entry> all = new ArrayList<>();
    private final Map<LoopId, List<Entry>> byLoop = new HashMap<>();
    /** By source and then by id: few sources, and no key to make for each event. */
    private final Map<String, Map<String, Entry>> bySource = new HashMap<>();

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
            List<Entry> existing = existing(batch);
            if (!existing.isEmpty()) {
                return new AppendResult.Duplicate(existing);
            }
            List<Entry> entries = byLoop.get(loop);
            long revision = entries == null ? 0 : entries.size();
            if (revision != expectedRevision) {
                return new AppendResult.Conflict(expectedRevision, revision);
            }
            if (entries == null) {
                entries = new ArrayList<>(FEW);
                byLoop.put(loop, entries);
            }
            return new AppendResult.Appended(addAll(batch, entries));
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
            List<Entry> added = new ArrayList<>(batch.size());
            for (Recorded fact : batch) {
                if (find(fact) == null) {
                    added.add(add(fact, 0));
                }
            }
            return Collections.unmodifiableList(added);
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
        for (LoopEvent event : events) {
            if (!loop.equals(event.loop())) {
                throw new IllegalArgumentException(
                        "event " + event.key() + " belongs to loop " + event.loop() + ", not to " + loop);
            }
        }
        if (events.size() > 1) {
            Set<EventKey> keys = new HashSet<>();
            for (LoopEvent event : events) {
                if (!keys.add(event.key())) {
                    throw new IllegalArgumentException("two of the events are " + event.key());
                }
            }
        }
    }

    private List<Entry> existing(List<LoopEvent> batch) {
        List<Entry> existing = List.of();
        for (LoopEvent event : batch) {
            Entry entry = find(event);
            if (entry != null) {
                existing = existing.isEmpty() ? new ArrayList<>() : existing;
                existing.add(entry);
            }
        }
        return existing;
    }

    private @Nullable Entry find(LoopEvent event) {
        Map<String, Entry> ofSource = bySource.get(event.source());
        return ofSource == null ? null : ofSource.get(event.id());
    }

    private List<Entry> addAll(List<LoopEvent> batch, List<Entry> entries) {
        Entry[] added = new Entry[batch.size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = add(batch.get(i), entries.size() + 1L);
            entries.add(added[i]);
        }
        return List.of(added);
    }

    private Entry add(LoopEvent event, long revision) {
        Entry entry = new Entry(all.size() + 1L, revision, event);
        all.add(entry);
        bySource.computeIfAbsent(event.source(), source -> new HashMap<>()).put(event.id(), entry);
        return entry;
    }
}
