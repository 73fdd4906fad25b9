package io.infinityloop;

/**
 * One of the five sides of CALMR, which grow together or not at all: culture, automation, lean flow, measurement,
 * recovery.
 *
 * <p>Source: requirement CAT-14.
 *
 * @since 0.1
 */
public enum CalmrDimension {
    /** People share goals, and answer for the whole together. */
    CULTURE("Culture"),
    /** Machines do what is repeated. */
    AUTOMATION("Automation"),
    /** Small pieces move without waiting. */
    LEAN_FLOW("Lean flow"),
    /** Numbers tell whether it got better. */
    MEASUREMENT("Measurement"),
    /** What fails is soon whole again. */
    RECOVERY("Recovery");

    private final String displayName;

    CalmrDimension(String displayName) {
        this.displayName = displayName;
    }

    /** {@return the name for people, in English: {@code Culture}, {@code Lean flow}, …} */
    public String displayName() {
        return displayName;
    }
}
