package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import io.infinityloop.internal.Texts;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and finds loops, and carries their requests through: load, decide, append, tell the listeners. Where another
 * thread or process was faster, it loads and decides again.
 *
 * <p>Safe for use by many threads. Time comes from the clock that is given; the engine starts no thread.
 *
 * @since 0.1
 */
public final class LoopEngine {
    private static final Logger log = LoggerFactory.getLogger(LoopEngine.class);
    private static final int ATTEMPTS = 100;
    private static final int PAGE = 1_000;

    private final LoopDefinition definition;
    private final Journal journal;
    private final Clock clock;
    private final String source;
    private final Labels labels;
    private final List<LoopListener> listeners;

    private LoopEngine(Builder builder) {
        this.definition = builder.definition;
        this.journal = builder.journal;
        this.clock = builder.clock;
        this.source = builder.source;
        this.labels = builder.labels;
        this.listeners = List.copyOf(builder.listeners);
    }

    /**
     * Returns an engine over a new journal in memory.
     *
     * @param clock tells the instants of events
     * @return the engine
     */
    public static LoopEngine inMemory(Clock clock) {
        return builder(clock).build();
    }

    /**
     * Returns a builder with the definition {@link LoopDefinition#ring()}, a new journal in memory, the source
     * {@code loop-engine}, no labels and no listeners.
     *
     * @param clock tells the instants of events
     * @return the builder
     */
    public static Builder builder(Clock clock) {
        return new Builder(clock);
    }

    /**
     * Starts a loop in PLAN.
     *
     * @param id names the loop
     * @return the loop
     * @throws IllegalStateException if there is a loop of that name already
     */
    public Loop start(LoopId id) {
        Started started = definition.start(metadata(id, 0, Trigger.UNKNOWN), id);
        if (!(journal.append(id, 0, List.of(started)) instanceof AppendResult.Appended)) {
            throw new IllegalStateException("loop " + id + " is started already: use find");
        }
        LoopState state = LoopState.start(started);
        tell(listener -> listener.onAccepted(new Decision.Accepted(List.of(started)), state));
        return new Loop(this, state, Trigger.UNKNOWN);
    }

    /**
     * Finds a loop.
     *
     * @param id names the loop
     * @return the loop as it stands now, or empty if it was never started
     * @throws IllegalStateException if its history breaks the definition
     */
    public Optional<Loop> find(LoopId id) {
        List<Entry> entries = journal.read(requireNonNull(id, "id"), 0);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Loop(this, replayed(id, entries), Trigger.UNKNOWN));
    }

    /**
     * Returns where every loop stands, by reading the whole journal.
     *
     * @return the states, sorted by loop id
     * @throws IllegalStateException if a loop's history does not begin with its start
     */
    public List<LoopState> states() {
        Map<LoopId, LoopState> states = new TreeMap<>();
        long position = 0;
        List<Entry> page = journal.readAll(position, PAGE);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                LoopId id = entry.event().loop();
                if (id != null) {
                    states.compute(id, (same, state) -> evolved(state, entry.event()));
                }
            }
            position = page.get(page.size() - 1).position();
            page = journal.readAll(position, PAGE);
        }
        return List.copyOf(states.values());
    }

    /**
     * Carries a request through. The command may depend on the state, because the state may move under it; ids that the
     * engine gives follow from the state, so that a taken id means that somebody was faster.
     */
    Result apply(LoopState known, Function<LoopState, Command> request) {
        return apply(known, request, false);
    }

    /** Carries a request of the caller's making through, at most once: its id tells a redelivery. */
    Result applyOnce(LoopState known, Command command) {
        return apply(known, state -> command, true);
    }

    private Result apply(LoopState known, Function<LoopState, Command> request, boolean once) {
        LoopState state = known;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LoopState before = state;
            Command command = request.apply(before);
            Decision decision = definition.decide(before, command);
            if (decision instanceof Decision.Accepted accepted && isAppended(before, accepted)) {
                LoopState after = fold(before, accepted.events());
                tell(listener -> listener.onAccepted(accepted, after));
                return new Result(accepted, after);
            }
            state = refreshed(before);
            List<LoopEvent> earlier = once ? carriedOut(state.loop(), command) : List.of();
            if (!earlier.isEmpty()) {
                return new Result(new Decision.Accepted(earlier), state);
            }
            if (state.revision() == before.revision()) {
                if (decision instanceof Decision.Refused refused) {
                    tell(listener -> listener.onRefused(command, refused, before));
                    return new Result(refused, before);
                }
                throw new IllegalStateException("the journal refuses the request "
                        + command.metadata().key() + " to loop " + before.loop()
                        + " though the loop has not moved: another event has an id of it already; choose another id");
            }
        }
        throw new ContentionException(known.loop(), ATTEMPTS);
    }

    private boolean isAppended(LoopState state, Decision.Accepted accepted) {
        return journal.append(state.loop(), state.revision(), accepted.events()) instanceof AppendResult.Appended;
    }

    /** Returns the events that followed from a command when it was carried out, none if it was not. */
    private List<LoopEvent> carriedOut(LoopId loop, Command command) {
        List<LoopEvent> events = events(journal.read(loop, 0));
        EventKey key = command.metadata().key();
        Set<EventKey> keys = events.stream()
                .filter(event -> event.key().equals(key))
                .flatMap(LoopDefinition::keysOfRequest)
                .collect(Collectors.toSet());
        return events.stream().filter(event -> keys.contains(event.key())).toList();
    }

    /** What a request came to, and where the loop stands after it. */
    record Result(Decision decision, LoopState state) {}

    /** Returns metadata for the event that would follow a revision: its id is unique within the loop and the source. */
    EventMetadata metadata(LoopId id, long revision, Trigger trigger) {
        return new EventMetadata(id + "#" + (revision + 1), source, clock.instant(), labels, trigger);
    }

    List<HistoryEntry> history(LoopId id) {
        return History.of(journal.read(id, 0));
    }

    private LoopState refreshed(LoopState state) {
        return fold(state, events(journal.read(state.loop(), state.revision())));
    }

    private LoopState replayed(LoopId id, List<Entry> entries) {
        Replay replay = definition.replay(events(entries));
        if (replay instanceof Replay.Diverged diverged) {
            throw new IllegalStateException("the history of loop " + id + " breaks the definition '" + definition.id()
                    + "' at event " + diverged.eventId() + " (index " + diverged.index() + "): " + diverged.message());
        }
        return ((Replay.Reached) replay).state();
    }

    private static LoopState evolved(@Nullable LoopState state, LoopEvent event) {
        if (state != null) {
            return state.evolve(event);
        }
        if (event instanceof Started started) {
            return LoopState.start(started);
        }
        throw new IllegalStateException(
                "loop " + event.loop() + " was never started: its first event is " + event.key());
    }

    private static LoopState fold(LoopState state, Collection<? extends LoopEvent> events) {
        LoopState folded = state;
        for (LoopEvent event : events) {
            folded = folded.evolve(event);
        }
        return folded;
    }

    private static List<LoopEvent> events(List<Entry> entries) {
        return entries.stream().map(Entry::event).toList();
    }

    private void tell(Consumer<LoopListener> news) {
        for (LoopListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (Exception | AssertionError | LinkageError failure) {
                log.warn(
                        "listener {} failed; the loop is not affected",
                        listener.getClass().getName(),
                        failure);
            }
        }
    }

    /**
     * Gathers what an engine needs. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Clock clock;
        private final List<LoopListener> listeners = new ArrayList<>();
        private LoopDefinition definition = LoopDefinition.ring();
        private Journal journal = InMemoryJournal.empty();
        private String source = "loop-engine";
        private Labels labels = Labels.none();

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

        /** {@return the engine} */
        public LoopEngine build() {
            return new LoopEngine(this);
        }
    }
}
