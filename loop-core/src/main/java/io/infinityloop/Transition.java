package io.infinityloop;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A move from one stage to another.
 *
 * <p>Eight of the 64 possible pairs are the transitions {@linkplain #ring() of the loop}, and only these does a machine
 * make. The others exist as values because foreign tools record them: a watcher must be able to say that a feed went
 * from CODE straight to DEPLOY.
 *
 * <p>Source: requirements LOOP-02, LOOP-04, LOOP-05, LOOP-10.
 *
 * @param from the stage that is left
 * @param to the stage that is entered
 * @since 0.1
 */
public record Transition(Stage from, Stage to) {
    private static final List<Transition> RING =
            Stage.all().stream().map(Transition::from).toList();

    /**
     * Creates a transition between any two stages.
     *
     * @throws NullPointerException if a stage is null
     */
    public Transition {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * Returns the one transition of the loop that leaves a stage.
     *
     * @param stage the stage that is left
     * @return the transition to {@link Stage#next()}
     */
    public static Transition from(Stage stage) {
        return new Transition(stage, stage.next());
    }

    /**
     * Returns the eight transitions of the loop, from PLAN→CODE to MONITOR→PLAN.
     *
     * @return an unmodifiable list in loop order
     */
    public static List<Transition> ring() {
        return RING;
    }

    /** {@return whether this is one of the eight transitions of the loop} */
    public boolean isOfRing() {
        return from.next() == to;
    }

    /** {@return whether this closes a cycle: MONITOR→PLAN} */
    public boolean closesCycle() {
        return from == Stage.MONITOR && to == Stage.PLAN;
    }

    /** {@return whether the two stages are on different sides of the loop} */
    public boolean crossesSides() {
        return from.side() != to.side();
    }

    /** {@return the verb with which the left stage hands over, {@link Stage#verb()}} */
    public String verb() {
        return from.verb();
    }

    /**
     * Returns the stages that this transition leaps over, in loop order: BUILD and TEST for CODE→RELEASE, none for a
     * transition of the loop or a move to the same or an earlier stage.
     *
     * @return an unmodifiable list, empty if nothing was skipped
     */
    public List<Stage> skipped() {
        return from.isBefore(to)
                ? Stream.iterate(from.next(), stage -> stage != to, Stage::next).toList()
                : List.of();
    }

    @Override
    public String toString() {
        return from + "→" + to;
    }
}
