package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries requests through: decide, append, tell; where somebody was faster, look again and decide again. */
final class Requests {
    private static final int ATTEMPTS = 100;

    private final LoopDefinition definition;
    private final Journal journal;
    private final Stamp stamp;
    private final BoundGates gates;
    private final Listeners listeners;
    private final Loader loader;

    Requests(
            LoopDefinition definition,
            Journal journal,
            Stamp stamp,
            BoundGates gates,
            Listeners listeners,
            Loader loader) {
        this.definition = definition;
        this.journal = journal;
        this.stamp = stamp;
        this.gates = gates;
        this.listeners = listeners;
        this.loader = loader;
    }

    /**
     * Carries a request through. The command may depend on the state, because the state may move under it; ids that the
     * engine gives follow from the state, so that a taken id means that somebody was faster.
     */
    Result apply(LoopState known, @Nullable Stay stay, Function<LoopState, Command> request) {
        return apply(known, stay, request, false);
    }

    /** Carries a request of the caller's making through, at most once: its id tells a redelivery. */
    Result applyOnce(LoopState known, @Nullable Stay stay, Command command) {
        return apply(known, stay, state -> command, true);
    }

    private Result apply(LoopState known, @Nullable Stay stay, Function<LoopState, Command> request, boolean once) {
        gates.refuseInside();
        LoopState state = known;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LoopState before = state;
            List<LoopEvent> first = migration(before, request);
            LoopState ready = before.evolve(first);
            Command command = request.apply(ready);
            Decision decision = decide(ready, stay, command);
            if (decision instanceof Decision.Accepted accepted && isAppended(before, first, accepted.events())) {
                LoopState after = ready.evolve(accepted.events());
                loader.keep(
                        before, after, accepted.events().get(accepted.events().size() - 1));
                listeners.accepted(accepted, after);
                return new Result(accepted, after);
            }
            state = loader.refresh(before);
            List<LoopEvent> earlier = once ? carriedOut(state.loop(), command) : List.of();
            if (!earlier.isEmpty()) {
                return new Result(new Decision.Accepted(earlier), state);
            }
            if (state.revision() == before.revision()) {
                return new Result(refused(before, command, decision), before);
            }
        }
        throw new ContentionException(known.loop(), ATTEMPTS);
    }

    private Decision refused(LoopState state, Command command, Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            listeners.refused(command, refused, state);
            return refused;
        }
        throw new IllegalStateException("the journal refuses the request "
                + command.metadata().key() + " to loop "
                + state.loop() + " though the loop has not moved: another event has an id of it already; choose another"
                + " id");
    }

    /** What lets a loop go on under the engine's rules, appended with what is granted only, and not later than it. */
    private List<LoopEvent> migration(LoopState state, Function<LoopState, Command> request) {
        if (!loader.isOlder(state) || state.isRetired()) {
            return List.of();
        }
        EventMetadata asked = request.apply(state).metadata();
        EventMetadata metadata = stamp.next(state, asked.at());
        return List.of(new Migrated(metadata, state.loop(), requireNonNull(state.definition()), definition.ref()));
    }

    private boolean isAppended(LoopState state, List<LoopEvent> first, List<LoopEvent> then) {
        List<LoopEvent> events = then;
        if (!first.isEmpty()) {
            events = new ArrayList<>(first);
            events.addAll(then);
        }
        return journal.append(state.loop(), state.revision(), events) instanceof AppendResult.Appended;
    }

    /** Returns the events that followed from a command when it was carried out, none if it was not. */
    private List<LoopEvent> carriedOut(LoopId loop, Command command) {
        List<LoopEvent> history =
                journal.read(loop, 0).stream().map(Entry::event).toList();
        EventKey key = command.metadata().key();
        for (int place = 0; place < history.size(); place++) {
            if (history.get(place).key().equals(key)) {
                return RequestIds.isOf(history.get(place), command) ? RequestIds.eventsOf(history, place) : List.of();
            }
        }
        return List.of();
    }

    /** What a request came to, and where the loop stands after it. */
    record Result(Decision decision, LoopState state) {}

    /** Returns metadata for the event that would follow a state and some more events. */
    EventMetadata metadata(LoopState state, int more, Trigger trigger) {
        return stamp.next(state, more, trigger);
    }

    /** Decides without doing. */
    Decision check(LoopState state, @Nullable Stay stay, Command command) {
        gates.refuseInside();
        return decide(state, stay, command);
    }

    /** A request for a stay that the loop is not in is nothing that a gate need judge. */
    private Decision decide(LoopState state, @Nullable Stay stay, Command command) {
        if (stay != null && !state.isRetired() && !stay.equals(state.stay())) {
            Reason movedOn = new Reason.MovedOn(stay, state.stay());
            return new Decision.Refused(state.stage(), List.of(movedOn), definition.permitted(state));
        }
        return definition.decide(state, command, gates.ask(definition, state, command));
    }

    LoopDefinition definition() {
        return definition;
    }

    /** {@return the events of a loop, oldest first} */
    List<Entry> entries(LoopId loop) {
        return journal.read(loop, 0);
    }

    /** {@return where a loop stands now} */
    LoopState refresh(LoopState state) {
        return loader.refresh(state);
    }
}
