package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes one way with one loop, move by move, and notes its visits, its handoffs and its passes. Used once, by one
 * thread.
 */
final class LoopWalk {
    private final LoopId loop;
    private final Moves moves;
    private final Activity activity;
    private final Map<Stage, Integer> attempts = new EnumMap<>(Stage.class);
    private final Handoffs handoffs = new Handoffs();
    private final List<StageVisit> visits = new ArrayList<>();
    private final List<StageVisit> ofPass = new ArrayList<>();
    private final List<LoopPass> passes = new ArrayList<>();
    private long cycle = 1;
    private @Nullable Stage stage;

    private LoopWalk(LoopId loop, Moves moves, Activity activity) {
        this.loop = loop;
        this.moves = moves;
        this.activity = activity;
    }

    /**
     * What was seen on the way.
     *
     * @param visits the visits, finished ones first
     * @param handoffs the moves that are no returns, in order
     * @param passes the cycles, in order; not yet with production
     */
    record Seen(List<StageVisit> visits, List<Handoff> handoffs, List<LoopPass> passes) {}

    /** Follows a loop to its last move. */
    static Seen follow(LoopId loop, Moves moves, Activity activity) {
        LoopWalk walk = new LoopWalk(loop, moves, activity);
        walk.stage = moves.start() == null ? null : moves.start().stage();
        moves.moves().forEach(walk::step);
        walk.stand();
        return new Seen(walk.visits, walk.handoffs.seen(), walk.passes);
    }

    private void step(LoopEvent move) {
        Stage from = requireNonNull(Moves.from(move));
        Stage to = Moves.to(move);
        visit(from, Moves.entered(move), move.at(), move, false);
        if (move instanceof Advanced advanced) {
            Transition transition = advanced.transition();
            handoffs.add(new Handoff(
                    loop,
                    cycle,
                    transition,
                    move.at(),
                    move.trigger(),
                    deviation(transition),
                    Handoff.Aftermath.NONE,
                    labels(move),
                    List.of(move.key())));
        }
        if (to.isBefore(from) && !closesCycle(move)) {
            handoffs.back(from, to, move);
        }
        stage = to;
        if (closesCycle(move)) {
            end(LoopPass.End.FINISHED, move.at());
        }
    }

    /** The loop is where its last move brought it, unless it was given up. */
    private void stand() {
        LoopEvent last = moves.moves().isEmpty()
                ? moves.start()
                : moves.moves().get(moves.moves().size() - 1);
        Instant retired = moves.retired();
        if (last != null && stage != null && retired == null) {
            visit(stage, last.at(), null, last, isResting(stage, last));
        }
        if (!ofPass.isEmpty()) {
            end(retired == null ? LoopPass.End.NONE : LoopPass.End.RETIRED, retired);
        }
    }

    private static boolean closesCycle(LoopEvent move) {
        return move instanceof Advanced advanced && advanced.transition().closesCycle();
    }

    private Handoff.@Nullable Deviation deviation(Transition transition) {
        if (transition.from() == transition.to()) {
            return Handoff.Deviation.REPEATED_STAGE;
        }
        if (!transition.isOfRing()) {
            return transition.skipped().isEmpty() ? Handoff.Deviation.BACKWARD_MOVE : Handoff.Deviation.SKIPPED_STAGE;
        }
        return stage == null || stage == transition.from() ? null : Handoff.Deviation.MISSING_MOVE;
    }

    /** In PLAN after a finished cycle, and nothing is known to have been made for the next one. */
    private boolean isResting(Stage in, LoopEvent last) {
        Instant recorded = moves.recorded();
        return in == Stage.PLAN && closesCycle(last) && (recorded == null || !recorded.isAfter(last.at()));
    }

    private void visit(Stage in, Instant entered, @Nullable Instant left, LoopEvent event, boolean resting) {
        List<Activity.Busy> busy = activity.within(new Span(entered, left));
        TreeSet<EventKey> evidence = new TreeSet<>();
        evidence.add(event.key());
        busy.forEach(one -> evidence.addAll(one.evidence()));
        StageVisit visit = new StageVisit(
                loop,
                cycle,
                in,
                attempts.merge(in, 1, Integer::sum),
                entered,
                left,
                resting,
                left == null ? Trigger.UNKNOWN : event.trigger(),
                busy.stream().map(Activity.Busy::span).toList(),
                labels(event),
                List.copyOf(evidence));
        visits.add(visit);
        ofPass.add(visit);
    }

    private Labels labels(LoopEvent move) {
        return Moves.with(moves.labels(), move.labels());
    }

    private void end(LoopPass.End end, @Nullable Instant ended) {
        TreeSet<EventKey> evidence = new TreeSet<>();
        ofPass.forEach(visit -> evidence.addAll(visit.evidence()));
        passes.add(new LoopPass(loop, cycle, end, ended, ofPass, null, moves.labels(), List.copyOf(evidence)));
        handoffs.settle(ended);
        ofPass.clear();
        attempts.clear();
        cycle++;
    }
}
