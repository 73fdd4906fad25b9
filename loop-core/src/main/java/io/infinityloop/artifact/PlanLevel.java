package io.infinityloop.artifact;

/**
 * How large a piece of planned work is: roadmap &gt; epic &gt; feature &gt; story &gt; task.
 *
 * <p>Source: requirement ART-07.
 *
 * @since 0.1
 */
public enum PlanLevel {
    /** Where a product is going. */
    ROADMAP(1),
    /** A large piece of work, of several features. */
    EPIC(2),
    /** Something that users can do. */
    FEATURE(3),
    /** A part of a feature that is of use by itself. */
    STORY(4),
    /** A step of the work. */
    TASK(5),
    /** The source does not tell. */
    UNKNOWN(0);

    private final int number;

    PlanLevel(int number) {
        this.number = number;
    }

    /** {@return 1 for a roadmap to 5 for a task; 0 if the level is not known} */
    public int number() {
        return number;
    }

    /**
     * Tells whether an item of this level may hold one of another. Levels may be left out: a feature may hold a task.
     * An unknown level contradicts nothing.
     *
     * @param inner the level of the item within
     * @return whether this level is above the other, or one of them is not known
     */
    public boolean canHold(PlanLevel inner) {
        return this == UNKNOWN || inner == UNKNOWN || number < inner.number;
    }
}
