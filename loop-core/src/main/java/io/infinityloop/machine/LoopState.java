package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Checked;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where a loop stands after its events so far. A pure function of these events: see {@link #evolve}.
 *
 * @param loop the loop
 * @param stage the stage that it is in
 * @param cycle how often it went round, 1 for the first cycle; grows by one on MONITOR→PLAN only
 * @param attempt which try of the cycle this is: 1, and one more for each return to an earlier stage
 * @param entered when it entered the stage
 * @param lastAt when its last event happened
 * @param revision how many events it has
 * @param retirement why it was given up, empty while it was not
 * @param failures what holds it up: the failed artifact per checked thing, sorted
 * @since 0.1
 */
public record LoopState(
        LoopId loop,
        Stage stage,
        long cycle,
        int attempt,
        Instant entered,
        Instant lastAt,
        long revision,
        String retirement,
        SortedMap<CheckedThing, ArtifactRef> failures) {

    /** Creates a state; use {@link #start} and {@link #evolve} to get one from events. */
    public LoopState {
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
        requireNonNull(entered, "entered");
        requireNonNull(lastAt, "lastAt");
        requireNonNull(retirement, "retirement");
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    /**
     * Something that can fail in a stage and be healed by a later success.
     *
     * @param stage the stage that it belongs to
     * @param kind the name of the artifact's kind
     * @param subject what was checked
     */
    public record CheckedThing(Stage stage, String kind, String subject) implements Comparable<CheckedThing> {
        /** Creates the name. */
        public CheckedThing {
            requireNonNull(stage, "stage");
            requireNonNull(kind, "kind");
            requireNonNull(subject, "subject");
        }

        /** Compares by stage, kind and subject. */
        @Override
        public int compareTo(CheckedThing other) {
            int byStage = stage.compareTo(other.stage);
            int byKind = byStage != 0 ? byStage : kind.compareTo(other.kind);
            return byKind != 0 ? byKind : subject.compareTo(other.subject);
        }
    }

    /**
     * Returns the state of a loop that was just started.
     *
     * @param started the first event
     * @return the state, in cycle 1, attempt 1
     */
    public static LoopState start(Started started) {
        return new LoopState(started.loop(), started.stage(), 1, 1, started.at(), started.at(), 1, "", new TreeMap<>());
    }

    /**
     * Returns the state after one more event. The event is taken as it is: whether it is legal is
     * {@link LoopDefinition}'s to say.
     *
     * @param event the next event of this loop
     * @return the state
     * @throws IllegalArgumentException if the event belongs to another loop or starts one
     */
    public LoopState evolve(LoopEvent event) {
        if (!loop.equals(event.loop())) {
            throw new IllegalArgumentException(
                    "event " + event.key() + " belongs to loop " + event.loop() + ", not to " + loop);
        }
        if (event instanceof Advanced advanced) {
            boolean closesCycle = advanced.transition().closesCycle();
            return closesCycle
                    ? moved(event, Stage.PLAN, cycle + 1, 1, new TreeMap<>())
                    : moved(event, advanced.transition().to(), cycle, attempt, failures);
        }
        if (event instanceof Returned returned) {
            Predicate<CheckedThing> stands = thing -> thing.stage().isBefore(returned.to());
            return moved(event, returned.to(), cycle, attempt + 1, only(stands));
        }
        if (event instanceof Recorded recorded) {
            return next(event, stage, cycle, attempt, entered, retirement, after(recorded.artifact()));
        }
        if (event instanceof Retired retired) {
            return next(event, stage, cycle, attempt, entered, retired.reason(), failures);
        }
        throw new IllegalArgumentException("loop " + loop + " is started already, by event " + event.key() + " again");
    }

    /** {@return whether the loop was given up} */
    public boolean isRetired() {
        return !retirement.isEmpty();
    }

    /** {@return the first failure that keeps the loop in its stage, or empty if there is none} */
    public Optional<Reason.OutcomeFailed> obstacle() {
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey().stage() == stage)
                .map(failure -> new Reason.OutcomeFailed(stage, failure.getKey().subject(), failure.getValue()))
                .findFirst();
    }

    /** Only success heals: a cancelled, skipped or running check says nothing about what failed before it. */
    private SortedMap<CheckedThing, ArtifactRef> after(Artifact artifact) {
        if (!(artifact instanceof Checked checked)) {
            return failures;
        }
        CheckedThing thing = new CheckedThing(artifact.stage(), artifact.kind().name(), checked.subject());
        if (checked.outcome().isSuccess()) {
            return only(other -> !other.equals(thing));
        }
        if (checked.outcome().isFailure()) {
            SortedMap<CheckedThing, ArtifactRef> more = new TreeMap<>(failures);
            more.put(thing, artifact.ref());
            return more;
        }
        return failures;
    }

    private SortedMap<CheckedThing, ArtifactRef> only(Predicate<CheckedThing> kept) {
        SortedMap<CheckedThing, ArtifactRef> less = new TreeMap<>(failures);
        less.keySet().removeIf(kept.negate());
        return less;
    }

    private LoopState moved(
            LoopEvent event,
            Stage newStage,
            long newCycle,
            int newAttempt,
            SortedMap<CheckedThing, ArtifactRef> newFailures) {
        return next(event, newStage, newCycle, newAttempt, event.at(), retirement, newFailures);
    }

    private LoopState next(
            LoopEvent event,
            Stage newStage,
            long newCycle,
            int newAttempt,
            Instant newEntered,
            String newRetirement,
            SortedMap<CheckedThing, ArtifactRef> newFailures) {
        Instant latest = event.at().isAfter(lastAt) ? event.at() : lastAt;
        return new LoopState(
                loop, newStage, newCycle, newAttempt, newEntered, latest, revision + 1, newRetirement, newFailures);
    }
}
