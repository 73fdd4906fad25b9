package io.infinityloop.machine;

import io.infinityloop.LoopId;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where a loop stands: from a snapshot and what came after it, else from all its events. */
final class Loader {
    private static final Logger log = LoggerFactory.getLogger(LoopEngine.class);

    private final Journal journal;
    private final SnapshotStore snapshots;
    private final int every;
    private final LoopDefinition definition;
    private final Map<String, LoopDefinition> older = new TreeMap<>();

    Loader(
            Journal journal,
            SnapshotStore snapshots,
            int every,
            LoopDefinition definition,
            Collection<LoopDefinition> older) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.every = every;
        this.definition = definition;
        older.forEach(old -> this.older.put(old.ref().fingerprint(), old));
    }

    /** {@return one with the same rules for another journal, that neither reads nor keeps snapshots} */
    Loader over(Journal other) {
        return new Loader(other, NoSnapshots.INSTANCE, every, definition, older.values());
    }

    /** {@return where a loop stands now, empty if it was never started} */
    Optional<LoopState> load(LoopId loop) {
        Snapshot snapshot = snapshot(loop);
        if (snapshot != null) {
            List<Entry> tail = journal.read(loop, snapshot.state().revision() - 1);
            if (!tail.isEmpty() && tail.get(0).event().key().equals(snapshot.last())) {
                List<LoopEvent> events = events(tail.subList(1, tail.size()));
                return Optional.of(
                        reached(loop, Playback.after(snapshot.state(), events, ref -> rules(loop, ref)), tail));
            }
        }
        List<Entry> entries = journal.read(loop, 0);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(reached(loop, Playback.of(events(entries), ref -> rules(loop, ref)), entries));
    }

    /** {@return where a loop stands now that stood somewhere before} */
    LoopState refresh(LoopState before) {
        List<Entry> tail = journal.read(before.loop(), before.revision());
        return tail.isEmpty()
                ? before
                : reached(before.loop(), Playback.after(before, events(tail), ref -> rules(before.loop(), ref)), tail);
    }

    /** Keeps a snapshot if another hundred events, or how many it may be, have passed. */
    void keep(LoopState before, LoopState after, LoopEvent last) {
        if (before.revision() / every != after.revision() / every) {
            save(new Snapshot(after, last.key()));
        }
    }

    /** {@return whether a loop has to go on under the engine's rules before it can do anything else} */
    boolean isOlder(LoopState state) {
        return state.definition() != null && !state.definition().equals(definition.ref());
    }

    private LoopState reached(LoopId loop, Replay replay, List<Entry> entries) {
        if (replay instanceof Replay.Diverged diverged) {
            throw new IllegalStateException("the history of loop " + loop + " breaks the definition '"
                    + definition.id() + "' at event " + diverged.eventId() + " (index " + diverged.index() + "): "
                    + diverged.message());
        }
        LoopState state = ((Replay.Reached) replay).state();
        checkKnown(loop, state.definition());
        if (entries.size() > every) {
            save(new Snapshot(state, entries.get(entries.size() - 1).event().key()));
        }
        return state;
    }

    /**
     * Finds the rules that a loop ran under; one that nobody enforced rules for is judged by the engine's.
     *
     * @throws DefinitionMismatchException as soon as rules are asked for that nobody declared
     */
    private LoopDefinition rules(LoopId loop, @Nullable DefinitionRef ref) {
        checkKnown(loop, ref);
        return ref == null ? definition : older.getOrDefault(ref.fingerprint(), definition);
    }

    private void checkKnown(LoopId loop, @Nullable DefinitionRef ref) {
        if (ref != null && !ref.equals(definition.ref()) && !older.containsKey(ref.fingerprint())) {
            throw new DefinitionMismatchException(loop, ref, definition);
        }
    }

    private @Nullable Snapshot snapshot(LoopId loop) {
        try {
            Snapshot snapshot = snapshots.load(loop).orElse(null);
            return snapshot != null && snapshot.state().loop().equals(loop) ? snapshot : null;
        } catch (Exception | AssertionError | LinkageError failure) {
            log.warn("the snapshot of loop {} cannot be loaded; its events are read instead", loop, failure);
            return null;
        }
    }

    private void save(Snapshot snapshot) {
        try {
            snapshots.save(snapshot);
        } catch (Exception | AssertionError | LinkageError failure) {
            log.warn(
                    "the snapshot of loop {} cannot be kept; nothing is lost by that",
                    snapshot.state().loop(),
                    failure);
        }
    }

    private static List<LoopEvent> events(List<Entry> entries) {
        return entries.stream().map(Entry::event).toList();
    }

    private enum NoSnapshots implements SnapshotStore {
        INSTANCE;

        @Override
        public Optional<Snapshot> load(LoopId loop) {
            return Optional.empty();
        }

        @Override
        public void save(Snapshot snapshot) {}
    }
}
