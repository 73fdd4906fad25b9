package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.NaturalOrder;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.machine.LoopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Follows one loop through events that need not fit together. Not safe for use by many threads. */
final class WatchedLoop {
    private static final Comparator<LoopEvent> ORDER = Comparator.comparing(LoopEvent::at)
            .thenComparingInt(Moment::rank)
            .thenComparing(LoopEvent::source)
            .thenComparing(LoopEvent::id, NaturalOrder.INSTANCE);

    private final List<LoopEvent> events;
    private final Sightings sightings;
    private final List<LoopEvent> records = new ArrayList<>();
    private LoopState state;
    private boolean started;

    /** Takes the events of one loop, at least one. */
    WatchedLoop(List<LoopEvent> events, Sightings sightings) {
        this.events = events.stream().sorted(ORDER).toList();
        this.sightings = sightings;
        this.state = begin(this.events);
    }

    /** Follows the loop to its last event, and reports on the way what does not fit. */
    LoopState watch() {
        LoopEvent first = events.get(0);
        if (first instanceof Started) {
            started = true;
        } else {
            report(Deviation.Kind.NOT_STARTED, first, "the loop's start was not reported before this");
        }
        int from = started ? 1 : 0;
        while (from < events.size()) {
            int to = endOfMoment(from);
            Moment moment = new Moment(events.subList(from, to));
            while (moment.hasNext()) {
                follow(moment.next(state.stage()));
            }
            from = to;
        }
        takeRecords();
        sightings.visited(state, null);
        return state;
    }

    /** Takes what was recorded since the last move at once: that is faster, and no move depends on less. */
    private void takeRecords() {
        state = state.evolve(records);
        records.clear();
    }

    /** A loop whose start was not reported is taken to begin where its first move leaves from. */
    private static LoopState begin(List<LoopEvent> events) {
        LoopEvent first = events.get(0);
        if (first instanceof Started start) {
            return LoopState.start(start);
        }
        Optional<LoopEvent> move = events.stream()
                .filter(event -> Moment.stageLeft(event).isPresent())
                .findFirst();
        Stage stage = move.flatMap(Moment::stageLeft).orElse(Stage.PLAN);
        Instant entered = move.map(WatchedLoop::entered).orElse(first.at());
        LoopId loop = requireNonNull(first.loop());
        return LoopState.start(new Started(EventMetadata.of("unreported start", "watcher", entered), loop, stage));
    }

    private int endOfMoment(int from) {
        Instant at = events.get(from).at();
        int to = from + 1;
        while (to < events.size() && events.get(to).at().equals(at)) {
            to++;
        }
        return to;
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
        if (event instanceof Recorded) {
            records.add(event);
            return;
        }
        takeRecords();
        Moment.stageLeft(event).ifPresent(from -> leave(from, event));
        if (event instanceof Advanced advanced) {
            judge(advanced);
        } else if (event instanceof Returned returned) {
            sightings.wentBack(event, returned.from(), returned.to());
        }
        state = state.evolve(event);
    }

    private void leave(Stage from, LoopEvent move) {
        if (from == state.stage()) {
            sightings.visited(state, move.at());
            return;
        }
        report(Deviation.Kind.MISSING_MOVE, move, "left " + from + ", but the loop was last seen in " + state.stage());
        sightings.visited(state, null);
        sightings.visited(state, from, entered(move), move.at());
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
            sightings.wentBack(advanced, move.from(), move.to());
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
        sightings.report(kind, event, message);
    }

    /** {@return when the stage that a move leaves had been entered, as the move says} */
    private static Instant entered(LoopEvent move) {
        return move instanceof Advanced advanced ? advanced.entered() : ((Returned) move).entered();
    }
}
