package io.infinityloop.metrics.link;

/**
 * The five loops by which those who change a system learn what became of it, from the quickest to the slowest.
 *
 * <p>Source: requirement MET-28.
 *
 * @since 0.1
 */
public enum FeedbackLoop {
    /** Tests of single parts: seconds. */
    UNIT("unit"),
    /** Tests of parts together, and of the whole: minutes. */
    INTEGRATION("integration"),
    /** A deployment that is verified: minutes to hours. */
    DEPLOYMENT("deployment"),
    /** What watches production: at once. */
    PRODUCTION("production"),
    /** What users say: days to weeks. */
    CUSTOMER("customer");

    private final String label;

    FeedbackLoop(String label) {
        this.label = label;
    }

    /** {@return the name for people and ids, lower-case: {@code unit}} */
    public String label() {
        return label;
    }
}
