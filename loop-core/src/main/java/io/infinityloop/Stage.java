package io.infinityloop;

import java.util.List;

/**
 * One of the eight stages of the DevOps loop, in the order in which a change passes them.
 *
 * <p>The type is closed: there is no ninth stage, and the order is the order of the constants. The loop has no end: the
 * stage after {@link #MONITOR} is {@link #PLAN}.
 *
 * <p>Source: requirements LOOP-01, LOOP-02, LOOP-04, LOOP-10, LOOP-16.
 *
 * @since 0.1
 */
public enum Stage {
    /** Decides what to do and how its success will be seen. */
    PLAN(1, Side.DEVELOPMENT, "Plan", "defines"),
    /** Turns a plan into a reviewed change of the sources. */
    CODE(2, Side.DEVELOPMENT, "Code", "produces"),
    /** Turns sources into an artifact, once. */
    BUILD(3, Side.DEVELOPMENT, "Build", "tests"),
    /** Gathers evidence that the artifact is fit. */
    TEST(4, Side.DEVELOPMENT, "Test", "prepares"),
    /** Packages a tested artifact with version, notes and a way back. */
    RELEASE(5, Side.OPERATIONS, "Release", "delivers"),
    /** Brings a release into production. */
    DEPLOY(6, Side.OPERATIONS, "Deploy", "runs"),
    /** Runs the service and acts on alerts and incidents. */
    OPERATE(7, Side.OPERATIONS, "Operate", "observes"),
    /** Learns from what operation showed, for the next plan. */
    MONITOR(8, Side.OPERATIONS, "Monitor", "informs");

    private static final List<Stage> ALL = List.of(values());

    private final int number;
    private final Side side;
    private final String displayName;
    private final String verb;

    Stage(int number, Side side, String displayName, String verb) {
        this.number = number;
        this.side = side;
        this.displayName = displayName;
        this.verb = verb;
    }

    /**
     * Returns the eight stages in loop order, from {@link #PLAN} to {@link #MONITOR}.
     *
     * @return an unmodifiable list of eight stages
     */
    public static List<Stage> all() {
        return ALL;
    }

    /**
     * Returns the stage with a number.
     *
     * @param number the place in the loop, 1 to 8
     * @return the stage
     * @throws IllegalArgumentException if the number is not from 1 to 8
     */
    public static Stage of(int number) {
        if (number < 1 || number > ALL.size()) {
            throw new IllegalArgumentException("no stage has the number " + number + ": stages are numbered 1 to 8");
        }
        return ALL.get(number - 1);
    }

    /**
     * Reads a stage from the words that other tools use. Understood are, in any case of letters and with space around
     * them:
     *
     * <ul>
     *   <li>the name: {@code plan};
     *   <li>the number, alone or after {@code phase}, {@code stage} or {@code step}: {@code 3}, {@code phase 3};
     *   <li>PLAN: {@code planning}; CODE: {@code coding}; BUILD: {@code building}; TEST: {@code testing}; RELEASE:
     *       {@code releasing}; DEPLOY: {@code deploying}, {@code deployment}; OPERATE: {@code operating},
     *       {@code operation}, {@code operations}; MONITOR: {@code monitoring}.
     * </ul>
     *
     * <p>Nothing is guessed: {@code delivery} and {@code development} span several stages, and are words for none; see
     * {@link Practice} and {@link Side}.
     *
     * <p>Source: requirement LOOP-16.
     *
     * @param text what to read, for example {@code Deployment}
     * @return the stage
     * @throws IllegalArgumentException if the text names no stage; the message lists what would
     */
    public static Stage parse(String text) {
        return StageNames.parse(text);
    }

    /** {@return the place of this stage in the loop, 1 ({@code PLAN}) to 8 ({@code MONITOR})} */
    public int number() {
        return number;
    }

    /** {@return the half of the loop that this stage belongs to} */
    public Side side() {
        return side;
    }

    /** {@return the name for people, in English: {@code Plan}, {@code Code}, …} */
    public String displayName() {
        return displayName;
    }

    /**
     * Returns the verb with which this stage hands over to the next: a plan <em>defines</em> code, code
     * <em>produces</em> a build, and so on round to monitoring, which <em>informs</em> the next plan.
     *
     * @return the verb, in the third person
     */
    public String verb() {
        return verb;
    }

    /** {@return the stage after this one; {@link #PLAN} after {@link #MONITOR}} */
    public Stage next() {
        return plus(1);
    }

    /** {@return the stage before this one; {@link #MONITOR} before {@link #PLAN}} */
    public Stage previous() {
        return plus(-1);
    }

    /**
     * Returns the stage that is a number of steps further round the loop.
     *
     * @param steps how many steps; negative goes back; any value, the loop has no end
     * @return the stage
     */
    public Stage plus(long steps) {
        return ALL.get((int) Math.floorMod(number - 1 + Math.floorMod(steps, 8L), 8L));
    }

    /**
     * Tells whether this stage comes before another one in the same cycle.
     *
     * @param other the stage to compare with
     * @return whether this stage's number is the smaller one
     */
    public boolean isBefore(Stage other) {
        return number < other.number;
    }
}
