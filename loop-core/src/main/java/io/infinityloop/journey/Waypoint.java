package io.infinityloop.journey;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.Reason;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in a stage of which the compiler knows: one type a stage, with the moves that lead out of it.
 *
 * <p>It speaks for one {@linkplain Stay stay}. Once the loop has left it, whoever moved it, every request made here is
 * refused with {@link Reason.MovedOn}, also when the loop has come back to the stage in a later attempt or cycle.
 *
 * @since 0.1
 */
public abstract sealed class Waypoint permits AtPlan, BeyondPlan {
    private final Loop loop;
    private final Loop here;
    private final Stay stay;

    Waypoint(Loop loop, Stay stay) {
        this.loop = loop;
        this.here = loop.during(stay);
        this.stay = stay;
    }

    /** {@return the loop itself, for everything that needs no types; what it moves outdates this handle} */
    public final Loop loop() {
        return loop;
    }

    /** {@return the stay that this handle speaks for: stage, cycle and attempt} */
    public final Stay stay() {
        return stay;
    }

    /**
     * Records an artifact, of any stage, without moving.
     *
     * @param artifact the artifact
     * @throws RefusedException if it is refused; nothing has changed
     */
    public final void record(Artifact artifact) {
        here.record(artifact).orThrow();
    }

    /**
     * Gives the loop up for good.
     *
     * @param reason why, not blank
     * @throws IllegalArgumentException if the reason is blank
     * @throws RefusedException if the loop has left this stay, or was retired before; nothing has changed
     */
    public final void retire(String reason) {
        here.retire(reason).orThrow();
    }

    /** Moves on with what the stage produced; returns the stay that follows. */
    final Stay advance(Artifact required, Artifact... more) {
        Artifact[] artifacts = new Artifact[more.length + 1];
        artifacts[0] = requireNonNull(required, "required artifact");
        System.arraycopy(more, 0, artifacts, 1, more.length);
        Stage next = stay.stage().next();
        here.advance(next, artifacts).orThrow();
        return next == Stage.PLAN ? new Stay(next, stay.cycle() + 1, 1) : new Stay(next, stay.cycle(), stay.attempt());
    }

    /** Goes back to an earlier stage; returns the stay that follows. */
    final Stay back(Stage to, String cause) {
        here.returnTo(to, cause).orThrow();
        return new Stay(to, stay.cycle(), stay.attempt() + 1);
    }

    /** {@return the loop and the stay, for people} */
    @Override
    public final String toString() {
        return "loop " + loop.id() + " at " + stay;
    }
}
