package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of one loop: the unit of flow. It begins when the loop enters its first stage of the cycle and ends when it
 * leaves MONITOR, or is given up.
 *
 * @param loop the loop
 * @param cycle which time it goes round, from 1
 * @param end how it ended
 * @param ended when it ended; null while it lasts
 * @param visits its visits of stages, in the order of time, at least one
 * @param production when it came into production; null if it has not
 * @param labels short facts to split numbers by: those of the loop
 * @param evidence the events of the visits, and of what tells that it came into production
 * @since 0.1
 */
public record LoopPass(
        LoopId loop,
        long cycle,
        End end,
        @Nullable Instant ended,
        List<StageVisit> visits,
        @Nullable Production production,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a pass.
     *
     * @throws IllegalArgumentException if it has no visit, or has an end without an instant or an instant without an
     *     end
     */
    public LoopPass {
        requireNonNull(loop, "loop");
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a pass of loop " + loop + " visits at least one stage");
        }
        if ((end == End.NONE) != (ended == null)) {
            throw new IllegalArgumentException(
                    "a pass of loop " + loop + " has the end " + end + " and the instant " + ended);
        }
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return when it entered its first stage} */
    public Instant started() {
        return visits.get(0).entered();
    }

    /** {@return whether it was seen from its beginning in PLAN} */
    public boolean isWhole() {
        return visits.get(0).stage() == Stage.PLAN;
    }

    /** {@return whether the loop rests in PLAN after a finished cycle: nobody says that this one has begun} */
    public boolean isResting() {
        return visits.get(visits.size() - 1).resting();
    }

    /** {@return whether it went all the way round} */
    public boolean isFinished() {
        return end == End.FINISHED;
    }

    /** {@return when something is known to have run for it, in the order of time; overlaps count once} */
    public List<Span> activity() {
        return Span.union(
                visits.stream().flatMap(visit -> visit.activity().stream()).toList());
    }

    /**
     * How a pass ends.
     *
     * @since 0.1
     */
    public enum End {
        /** It has not ended. */
        NONE,
        /** MONITOR was left for the next PLAN. */
        FINISHED,
        /** The loop was given up. */
        RETIRED
    }

    /**
     * When a pass came into production.
     *
     * @param at when the production deployment ended that delivered the last of its changes
     * @param linkedBy how that is known: {@code commit}, a deployment contains its commits; {@code loop}, a deployment
     *     was recorded with it; {@code move}, it left DEPLOY and nobody recorded with what
     * @since 0.1
     */
    public record Production(Instant at, String linkedBy) {
        /** Creates the answer. */
        public Production {
            requireNonNull(at, "at");
            requireNonNull(linkedBy, "linkedBy");
        }
    }
}
