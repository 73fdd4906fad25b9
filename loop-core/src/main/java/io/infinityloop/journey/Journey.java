package io.infinityloop.journey;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Stay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ways into a typed journey: start a loop, or go on with one.
 *
 * @since 0.1
 */
public final class Journey {
    private Journey() {}

    /**
     * Starts a loop in PLAN.
     *
     * @param engine the engine, of a definition with the order of the ring
     * @param id names the loop
     * @return the loop in PLAN
     * @throws IllegalArgumentException if the definition has another order of stages; no loop is started
     * @throws IllegalStateException if there is a loop of that name already
     */
    public static AtPlan start(LoopEngine engine, LoopId id) {
        requireRing(engine.definition());
        Loop loop = engine.start(id);
        return new AtPlan(loop, loop.state().stay());
    }

    /**
     * Goes on with a loop where its handle last saw it; find the loop anew to be sure of where it is. A switch or
     * {@code instanceof} tells which waypoint it is.
     *
     * @param loop the loop, of a definition with the order of the ring; its trigger is that of the requests to come
     * @return the loop in its stage; of a retired loop, one that refuses everything
     * @throws IllegalArgumentException if the definition has another order of stages
     */
    public static Waypoint resume(Loop loop) {
        requireRing(loop.definition());
        Stay stay = loop.state().stay();
        return switch (stay.stage()) {
            case PLAN -> new AtPlan(loop, stay);
            case CODE -> new AtCode(loop, stay);
            case BUILD -> new AtBuild(loop, stay);
            case TEST -> new AtTest(loop, stay);
            case RELEASE -> new AtRelease(loop, stay);
            case DEPLOY -> new AtDeploy(loop, stay);
            case OPERATE -> new AtOperate(loop, stay);
            case MONITOR -> new AtMonitor(loop, stay);
        };
    }

    /**
     * Goes on with a loop that is to be in a certain stage.
     *
     * @param <W> the waypoint of that stage
     * @param loop the loop, as for {@link #resume(Loop)}
     * @param waypoint the waypoint of that stage, for example {@code AtBuild.class}
     * @return the loop in that stage, or empty if it was last seen in another one
     * @throws IllegalArgumentException if the definition has another order of stages
     */
    public static <W extends Waypoint> Optional<W> resume(Loop loop, Class<W> waypoint) {
        return Optional.of(resume(loop))
                .filter(requireNonNull(waypoint, "waypoint")::isInstance)
                .map(waypoint::cast);
    }

    private static void requireRing(LoopDefinition definition) {
        if (!definition.order().equals(Stage.all())) {
            throw new IllegalArgumentException("a typed journey goes " + names(Stage.all()) + ", but the definition '"
                    + definition.id() + "' goes " + names(definition.order())
                    + ": move its loops with Loop.advance, or give it the order of the ring");
        }
    }

    private static String names(List<Stage> order) {
        return order.stream().map(Stage::name).collect(Collectors.joining("→"));
    }
}
