package io.infinityloop;

import java.util.List;
import java.util.stream.Stream;

/**
 * A continuous practice: something that a team does all the time, and that spans one stage or several. A stage may
 * belong to several practices, and together they cover all eight.
 *
 * <p>Sources draw the borders of a practice differently; these are the ones that this library uses. Continuous delivery
 * ends with a release that could go live at any time, continuous deployment goes live with every one of them.
 *
 * <p>Source: requirement LOOP-20.
 *
 * @since 0.1
 */
public enum Practice {
    /** Plans in small steps, from what was learned. */
    PLANNING("Continuous Planning", Stage.PLAN, Stage.PLAN),
    /** Brings every change into the mainline at once, builds and tests it. */
    INTEGRATION("Continuous Integration", Stage.CODE, Stage.TEST),
    /** Keeps every change such that it could be released at any time. */
    DELIVERY("Continuous Delivery", Stage.CODE, Stage.RELEASE),
    /** Brings every change that passes into production, without a decision by hand. */
    DEPLOYMENT("Continuous Deployment", Stage.CODE, Stage.DEPLOY),
    /** Runs the service without interruption, through changes and failures. */
    OPERATIONS("Continuous Operations", Stage.OPERATE, Stage.OPERATE),
    /** Watches the service all the time. */
    MONITORING("Continuous Monitoring", Stage.MONITOR, Stage.MONITOR),
    /** Brings what operation showed to those who plan. */
    FEEDBACK("Continuous Feedback", Stage.OPERATE, Stage.PLAN);

    private final String displayName;
    private final Stage first;
    private final Stage last;

    Practice(String displayName, Stage first, Stage last) {
        this.displayName = displayName;
        this.first = first;
        this.last = last;
    }

    /** {@return the name for people, in English: {@code Continuous Planning}, …} */
    public String displayName() {
        return displayName;
    }

    /** {@return the stages that it spans, in the order in which a change passes them, unmodifiable} */
    public List<Stage> stages() {
        int stages = Math.floorMod(last.number() - first.number(), Stage.all().size()) + 1;
        return Stream.iterate(first, Stage::next).limit(stages).toList();
    }
}
