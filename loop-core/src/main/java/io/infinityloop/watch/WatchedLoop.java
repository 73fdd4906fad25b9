package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.NaturalOrder;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.machine.LoopState;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Follows one loop through events that need not fit together. Not safe for use by many threads. */
final class WatchedLoop {
    private final Deque<LoopEvent> waiting;
    private final List<Deviation> deviations;
    private LoopState state;
    private boolean started;

    /** Takes the events of one loop, at least one. */
    WatchedLoop(List<LoopEvent> events, List<Deviation> deviations) {
        this.waiting = new ArrayDeque<>(events.stream()
                .sorted(Comparator.comparing(LoopEvent::at)
                        .thenComparingInt(Watcher::rank)
                        .thenComparing(LoopEvent::source)
                        .thenComparing(LoopEvent::id, NaturalOrder.INSTANCE))
                .toList());
        this.deviations = deviations;
        this.state = begin();
    }

    /** Follows the loop to its last event, and reports on the way what does not fit. */
    LoopState watch() {
        while (!waiting.isEmpty()) {
            follow(takeFitting());
        }
        return state;
    }

    /** A loop whose start was not reported is taken to begin where its first move leaves from. */
    private LoopState begin() {
        LoopEvent first = waiting.getFirst();
        if (first instanceof Started start) {
            waiting.removeFirst();
            started = true;
            return LoopState.start(start);
        }
        report(Deviation.Kind.NOT_STARTED, first, "the loop's start was not reported before this");
        Stage stage = waiting.stream()
                .flatMap(event -> left(event).stream())
                .findFirst()
                .orElse(Stage.PLAN);
        LoopId loop = requireNonNull(first.loop());
        return LoopState.start(new Started(EventMetadata.of("unreported start", "watcher", first.at()), loop, stage));
    }

    /** Of the events at the earliest instant, moves are taken in the order in which they fit together. */
    private LoopEvent takeFitting() {
        LoopEvent first = waiting.getFirst();
        for (Iterator<LoopEvent> events = waiting.iterator(); events.hasNext(); ) {
            LoopEvent event = events.next();
            if (!event.at().equals(first.at()) || Watcher.rank(event) != Watcher.rank(first)) {
                break;
            }
            if (left(event).isEmpty() || left(event).get() == state.stage()) {
                events.remove();
                return event;
            }
        }
        return waiting.removeFirst();
    }

    private void follow(LoopEvent event) {
        if (event instanceof Started) {
            if (started) {
                report(Deviation.Kind.STARTED_AGAIN, event, "the loop was started before");
            }
            started = true;
            return;
        }
        if (state.isRetired()) {
            report(Deviation.Kind.AFTER_RETIREMENT, event, "the loop was retired (" + state.retirement() + ")");
        }
        left(event)
                .filter(from -> from != state.stage())
                .ifPresent(from -> report(
                        Deviation.Kind.MISSING_MOVE,
                        event,
                        "left " + from + ", but the loop was last seen in " + state.stage()));
        if (event instanceof Advanced advanced) {
            judge(advanced);
        }
        state = state.evolve(event);
    }

    private void judge(Advanced advanced) {
        Transition move = advanced.transition();
        if (move.from() == move.to()) {
            report(Deviation.Kind.REPEATED_STAGE, advanced, "entered " + move.to() + " from itself");
        } else if (!move.skipped().isEmpty()) {
            report(Deviation.Kind.SKIPPED_STAGE, advanced, "went " + move + " past " + move.skipped());
        } else if (!move.isOfRing()) {
            report(
                    Deviation.Kind.BACKWARD_MOVE,
                    advanced,
                    "went " + move + ", which is back; the stage after " + move.from() + " is "
                            + move.from().next());
        }
        if (move.from() == state.stage() && (move.isOfRing() || move.from().isBefore(move.to()))) {
            state.obstacle()
                    .ifPresent(failure -> report(
                            Deviation.Kind.IGNORED_FAILURE,
                            advanced,
                            "left " + move.from() + " though '" + failure.subject() + "' had failed ("
                                    + failure.artifact() + ")"));
        }
    }

    private void report(Deviation.Kind kind, LoopEvent event, String message) {
        LoopId loop = requireNonNull(event.loop());
        deviations.add(new Deviation(kind, loop, event.key(), event.at(), message));
    }

    private static Optional<Stage> left(LoopEvent event) {
        if (event instanceof Advanced advanced) {
            return Optional.of(advanced.transition().from());
        }
        return event instanceof Returned returned ? Optional.of(returned.from()) : Optional.empty();
    }
}
