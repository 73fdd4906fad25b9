package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import io.infinityloop.internal.Texts;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Checkpoints;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.journal.Subscription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts and finds loops, and carries their requests through: load, ask the gates, decide, append, tell the listeners.
 * Where another thread or process was faster, it loads, asks and decides again.
 *
 * <p>Safe for use by many threads; no lock is held while a gate, a listener, a snapshot store or the journal is called.
 * Time comes from the clock that is given; a clock that is behind a loop's last event, as clocks of several machines
 * are, is taken to show the instant of that event. The engine starts no thread.
 *
 * <p>Requests from inside: a listener may make requests, of the same loop too; they are carried out at once, and the
 * listeners that are still to hear of the first request hear of the later ones before it. A gate must not; see
 * {@link Gate}.
 *
 * @since 0.1
 */
public final class LoopEngine {
    private static final int PAGE = 1_000;
    private static final int LOOPS_KEPT = 1_000;
    private static final int SNAPSHOT_EVERY = 100;

    private final LoopDefinition definition;
    private final Journal journal;
    private final Stamp stamp;
    private final Listeners listeners;
    private final BoundGates gates;
    private final Loader loader;
    private final Requests requests;

    private LoopEngine(Builder builder) {
        this.definition = builder.definition;
        this.journal = builder.journal;
        this.stamp = new Stamp(builder.clock, builder.source, builder.labels);
        this.listeners = new Listeners(builder.listeners);
        this.gates = new BoundGates(builder.gates);
        this.loader = new Loader(journal, builder.snapshots, builder.snapshotEvery, definition, builder.older);
        this.requests = new Requests(definition, journal, stamp, gates, listeners, loader);
    }

    private LoopEngine(LoopEngine like, Journal transaction) {
        this.definition = like.definition;
        this.journal = transaction;
        this.stamp = like.stamp;
        this.listeners = new Listeners(List.of());
        this.gates = like.gates;
        this.loader = like.loader.over(transaction);
        this.requests = new Requests(definition, journal, stamp, gates, listeners, loader);
    }

    /**
     * Returns an engine with the definition {@link LoopDefinition#delivery()} over a new journal in memory.
     *
     * @param clock tells the instants of events
     * @return the engine
     */
    public static LoopEngine inMemory(Clock clock) {
        return builder(clock).build();
    }

    /**
     * Returns a builder with the definition {@link LoopDefinition#delivery()}, a new journal in memory, the source
     * {@code loop-engine}, no labels and no listeners.
     *
     * @param clock tells the instants of events
     * @return the builder
     */
    public static Builder builder(Clock clock) {
        return new Builder(clock);
    }

    /**
     * Returns an engine like this one whose moves are part of a transaction of the caller: it has the same rules, gates
     * and source. Its listeners are none, and it keeps no snapshots, because what it does may still be rolled back;
     * {@linkplain #subscribe subscriptions} hear of it after the commit.
     *
     * @param transaction a journal that appends within the transaction, see {@code JdbcJournal.within}
     * @return the engine, to be used until the transaction ends
     */
    public LoopEngine joining(Journal transaction) {
        return new LoopEngine(this, requireNonNull(transaction, "transaction"));
    }

    /** {@return the rules that the engine enforces} */
    public LoopDefinition definition() {
        return definition;
    }

    /**
     * Starts a loop in PLAN.
     *
     * @param id names the loop
     * @return the loop
     * @throws IllegalStateException if there is a loop of that name already
     */
    public Loop start(LoopId id) {
        return importAt(id, Stage.PLAN);
    }

    /**
     * Takes over a loop that is on its way already. What it did before is not known: record what counts.
     *
     * <p>Source: requirement LOOP-15.
     *
     * @param id names the loop
     * @param stage where it is
     * @return the loop
     * @throws IllegalStateException if there is a loop of that name already
     */
    public Loop importAt(LoopId id, Stage stage) {
        gates.refuseInside();
        EventMetadata metadata = stamp.first(id);
        Started started = definition.start(metadata, id, requireNonNull(stage, "stage"));
        if (!(journal.append(id, 0, List.of(started)) instanceof AppendResult.Appended)) {
            throw new IllegalStateException("loop " + id + " is started already: use find");
        }
        LoopState state = LoopState.start(started);
        listeners.accepted(new Decision.Accepted(List.of(started)), state);
        return new Loop(requests, state, Trigger.UNKNOWN);
    }

    /**
     * Finds a loop.
     *
     * @param id names the loop
     * @return the loop as it stands now, or empty if it was never started
     * @throws IllegalStateException if its history breaks the definition
     * @throws DefinitionMismatchException if it runs under other rules that were not declared
     */
    public Optional<Loop> find(LoopId id) {
        return loader.load(requireNonNull(id, "id")).map(state -> new Loop(requests, state, Trigger.UNKNOWN));
    }

    /**
     * Returns where every loop stands, by reading the whole journal page by page.
     *
     * @return the states, sorted by loop id
     * @throws IllegalStateException if a loop's history does not begin with its start
     */
    public List<LoopState> states() {
        Map<LoopId, LoopState> states = new TreeMap<>();
        long position = 0;
        List<Entry> page = journal.readAll(position, PAGE);
        while (!page.isEmpty()) {
            Map<LoopId, List<LoopEvent>> byLoop = new TreeMap<>();
            for (Entry entry : page) {
                LoopId id = entry.event().loop();
                if (id != null) {
                    byLoop.computeIfAbsent(id, any -> new ArrayList<>()).add(entry.event());
                }
            }
            byLoop.forEach((id, events) -> states.compute(id, (same, state) -> evolved(state, events)));
            position = page.get(page.size() - 1).position();
            page = journal.readAll(position, PAGE);
        }
        return List.copyOf(states.values());
    }

    /**
     * Subscribes to everything that is appended to the engine's journal, by this engine or by others: what a listener
     * may miss in a crash, a subscription hears of after it.
     *
     * @param name names the subscription among those of the checkpoints, not blank
     * @param checkpoints keeps how far it has read
     * @param handler deals with an entry; it hears of each at least once
     * @return the subscription; it goes on where the one of the same name left off
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public Subscription subscribe(String name, Checkpoints checkpoints, Consumer<Entry> handler) {
        return Subscription.of(name, journal, checkpoints, handler);
    }

    private static LoopState evolved(@Nullable LoopState state, List<LoopEvent> events) {
        if (state != null) {
            return state.evolve(events);
        }
        LoopEvent first = events.get(0);
        if (first instanceof Started started) {
            return LoopState.start(started).evolve(events.subList(1, events.size()));
        }
        throw new IllegalStateException(
                "loop " + first.loop() + " was never started: its first event is " + first.key());
    }

    /**
     * Gathers what an engine needs. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Clock clock;
        private final List<LoopListener> listeners = new ArrayList<>();
        private final Map<String, Gate> gates = new TreeMap<>();
        private final List<LoopDefinition> older = new ArrayList<>();
        private LoopDefinition definition = LoopDefinition.delivery();
        private Journal journal = InMemoryJournal.empty();
        private String source = "loop-engine";
        private Labels labels = Labels.none();
        private SnapshotStore snapshots = InMemorySnapshots.upTo(LOOPS_KEPT);
        private int snapshotEvery = SNAPSHOT_EVERY;

        private Builder(Clock clock) {
            this.clock = requireNonNull(clock, "clock");
        }

        /**
         * Sets the rules.
         *
         * @param newDefinition the rules
         * @return this builder
         */
        public Builder definition(LoopDefinition newDefinition) {
            this.definition = requireNonNull(newDefinition, "definition");
            return this;
        }

        /**
         * Sets where events are kept.
         *
         * @param newJournal the journal
         * @return this builder
         */
        public Builder journal(Journal newJournal) {
            this.journal = requireNonNull(newJournal, "journal");
            return this;
        }

        /**
         * Sets the source that the engine's events name.
         *
         * @param newSource the name of the tool, not blank
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or has more than 500 characters
         */
        public Builder source(String newSource) {
            this.source = Texts.id("event source", newSource);
            return this;
        }

        /**
         * Sets the labels of the engine's events, for example the service.
         *
         * @param newLabels the labels
         * @return this builder
         */
        public Builder labels(Labels newLabels) {
            this.labels = requireNonNull(newLabels, "labels");
            return this;
        }

        /**
         * Adds a listener; listeners are told in the order in which they were added.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(LoopListener listener) {
            listeners.add(requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Binds a gate to a name that the definition asks for.
         *
         * @param name the name
         * @param gate the gate; one that was bound to the name before is replaced
         * @return this builder
         */
        public Builder gate(String name, Gate gate) {
            gates.put(requireNonNull(name, "name"), requireNonNull(gate, "gate"));
            return this;
        }

        /**
         * Lets loops that run under an older definition go on under the engine's, from their next request on that is
         * granted. What they did before is judged by the older one. Every definition that is found in the journal has
         * to be declared, also those that were migrated from before.
         *
         * @param old the older definition
         * @return this builder
         */
        public Builder migrate(LoopDefinition old) {
            older.add(requireNonNull(old, "old"));
            return this;
        }

        /**
         * Sets where snapshots of loops are kept; by default in memory, of the 1,000 loops used last, after every 100
         * events of a loop.
         *
         * @param store the store
         * @param every after how many events of a loop a new snapshot is kept, at least 1
         * @return this builder
         * @throws IllegalArgumentException if the number is below 1
         */
        public Builder snapshots(SnapshotStore store, int every) {
            if (every < 1) {
                throw new IllegalArgumentException("a snapshot is kept after every 1 event at least, not " + every);
            }
            this.snapshots = requireNonNull(store, "store");
            this.snapshotEvery = every;
            return this;
        }

        /**
         * Returns the engine.
         *
         * @return the engine
         * @throws IllegalStateException if the definition asks for gates that are not bound; it names them all
         */
        public LoopEngine build() {
            LoopEngine engine = new LoopEngine(this);
            List<String> unbound = engine.gates.unbound(definition);
            if (!unbound.isEmpty()) {
                throw new IllegalStateException("the definition '" + definition.id() + "' asks for gates " + unbound
                        + " that are not bound: bind each with LoopEngine.Builder.gate");
            }
            return engine;
        }
    }
}
