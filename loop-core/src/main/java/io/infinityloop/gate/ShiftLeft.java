package io.infinityloop.gate;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where on its way a change was first looked at for security, or for what else a policy asks. The sooner, the cheaper:
 * what comes before TEST is called shifted left.
 *
 * <p>Source: requirement GATE-23.
 *
 * @param stage the stage of the first look, from CODE on
 * @param at when
 * @param check what looked
 * @since 0.1
 */
public record ShiftLeft(Stage stage, Instant at, ArtifactRef check) {
    /**
     * Creates the place of the first look.
     *
     * @throws IllegalArgumentException if the stage is PLAN, where there is nothing to look at
     */
    public ShiftLeft {
        requireNonNull(at, "at");
        requireNonNull(check, "check");
        if (requireNonNull(stage, "stage") == Stage.PLAN) {
            throw new IllegalArgumentException("a change is looked at from CODE on, not in PLAN");
        }
    }

    /**
     * Finds the first look at security.
     *
     * @param events the events of one loop, or of one cycle of it, oldest first
     * @return the first look; empty if there was none
     */
    public static Optional<ShiftLeft> of(List<? extends LoopEvent> events) {
        return of(events, artifact -> artifact instanceof TestRun run && isSecurityCheck(run));
    }

    /**
     * Finds the first check of a kind. It belongs to the stage in which it was recorded, or to its own if that is
     * earlier.
     *
     * @param events the events of one loop, or of one cycle of it, oldest first
     * @param isCheck tells whether an artifact is such a check
     * @return the first check from CODE on; empty if there was none
     */
    public static Optional<ShiftLeft> of(List<? extends LoopEvent> events, Predicate<? super Artifact> isCheck) {
        Optional<Stage> current = Optional.empty();
        for (LoopEvent event : events) {
            Optional<Stage> entered = stage(event);
            current = entered.isPresent() ? entered : current;
            if (event instanceof Recorded recorded && isCheck.test(recorded.artifact())) {
                Artifact check = recorded.artifact();
                Stage own = check.stage();
                Stage stage = current.filter(now -> now.isBefore(own)).orElse(own);
                if (stage != Stage.PLAN) {
                    return Optional.of(new ShiftLeft(stage, check.at(), check.ref()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Stage> stage(LoopEvent event) {
        if (event instanceof Started started) {
            return Optional.of(started.stage());
        }
        if (event instanceof Advanced advanced) {
            return Optional.of(advanced.transition().to());
        }
        return event instanceof Returned returned ? Optional.of(returned.to()) : Optional.empty();
    }

    /**
     * Tells whether a test run is about security.
     *
     * @param run the run
     * @return whether it is evidence of security, or made a security check
     */
    public static boolean isSecurityCheck(TestRun run) {
        return run.isSecurityCheck();
    }

    /** {@return whether it was before TEST} */
    public boolean isShiftedLeft() {
        return stage.isBefore(Stage.TEST);
    }
}
