package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param failures what holds it up, sorted by stage, kind and subject
 * @param artifacts what counts in this cycle, the latest snapshot of each, in the order of recording; one that is
 *     recorded again word for word stays where it was. A return drops those of the stage returned to and of later ones;
 *     closing a cycle keeps only what MONITOR left for the next plan
 * @param inherited how many of the artifacts, from the first, were there when the stage was entered
 * @param definition the rules that it runs under; null if nobody enforces any
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
        List<Failure> failures,
        List<Artifact> artifacts,
        int inherited,
        @Nullable DefinitionRef definition) {

    /**
     * Creates a state; use {@link #start} and {@link #evolve} to get one from events.
     *
     * @throws IllegalArgumentException if cycle, attempt or revision is below 1, or more is inherited than there is
     */
    public LoopState {
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
        requireNonNull(entered, "entered");
        requireNonNull(lastAt, "lastAt");
        requireNonNull(retirement, "retirement");
        failures = List.copyOf(failures);
        artifacts = List.copyOf(artifacts);
        if (cycle < 1 || attempt < 1 || revision < 1) {
            throw new IllegalArgumentException("cycle " + cycle + ", attempt " + attempt + " and revision " + revision
                    + " of loop " + loop + " count from 1");
        }
        if (inherited < 0 || inherited > artifacts.size()) {
            throw new IllegalArgumentException("loop " + loop + " cannot have inherited " + inherited + " of its "
                    + artifacts.size() + " artifacts");
        }
    }

    /**
     * The latest outcome of something that was checked, where it is a failure. Only a success of the same stage, kind
     * and subject heals it.
     *
     * @param stage the stage that it belongs to
     * @param kind the name of the artifact's kind
     * @param subject what was checked
     * @param artifact the failed artifact
     * @since 0.1
     */
    public record Failure(Stage stage, String kind, String subject, ArtifactRef artifact)
            implements Comparable<Failure> {
        /** Creates a failure. */
        public Failure {
            requireNonNull(stage, "stage");
            requireNonNull(kind, "kind");
            requireNonNull(subject, "subject");
            requireNonNull(artifact, "artifact");
        }

        /** {@return whether both are about the same thing} */
        boolean isOfSame(Failure other) {
            return stage == other.stage && kind.equals(other.kind) && subject.equals(other.subject);
        }

        /** Compares by stage, kind, subject and artifact. */
        @Override
        public int compareTo(Failure other) {
            int byStage = stage.compareTo(other.stage);
            int byKind = byStage != 0 ? byStage : kind.compareTo(other.kind);
            int bySubject = byKind != 0 ? byKind : subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : artifact.compareTo(other.artifact);
        }
    }

    /**
     * Returns the state of a loop that was just started.
     *
     * @param started the first event
     * @return the state, in cycle 1, attempt 1
     */
    public static LoopState start(Started started) {
        return new LoopState(
                started.loop(),
                started.stage(),
                1,
                1,
                started.at(),
                started.at(),
                1,
                "",
                List.of(),
                List.of(),
                0,
                started.definition());
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
        return Evolution.of(this, event);
    }

    /**
     * Returns the state after more events, the same as after {@linkplain #evolve(LoopEvent) one} and the next; for many
     * artifacts in a row it is much faster.
     *
     * @param events the next events of this loop, oldest first, possibly none
     * @return the state
     * @throws IllegalArgumentException if an event belongs to another loop or starts one
     */
    public LoopState evolve(List<? extends LoopEvent> events) {
        return Evolution.of(this, events);
    }

    /** {@return whether the loop was given up} */
    public boolean isRetired() {
        return !retirement.isEmpty();
    }

    /** {@return the stay in its stage: stage, cycle and attempt} */
    public Stay stay() {
        return new Stay(stage, cycle, attempt);
    }

    /** {@return the first failure that keeps the loop in its stage, or empty if there is none} */
    public Optional<Reason.OutcomeFailed> obstacle() {
        for (Failure failure : failures) {
            if (failure.stage() == stage) {
                return Optional.of(new Reason.OutcomeFailed(stage, failure.subject(), failure.artifact()));
            }
        }
        return Optional.empty();
    }

    /** {@return what was recorded since the stage was entered, in the order of recording, unmodifiable} */
    public List<Artifact> produced() {
        return artifacts.subList(inherited, artifacts.size());
    }
}
