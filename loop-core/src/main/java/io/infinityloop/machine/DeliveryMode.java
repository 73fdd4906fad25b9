package io.infinityloop.machine;

/**
 * How a release gets into production.
 *
 * <p>Source: requirement REL-10.
 *
 * @since 0.1
 */
public enum DeliveryMode {
    /** Continuous delivery: what passed all tests waits in RELEASE until somebody gives the go, a granted approval. */
    DELIVERY,
    /**
     * Continuous deployment: what passed all tests moves on from RELEASE by itself, as soon as the release is there.
     */
    DEPLOYMENT
}
