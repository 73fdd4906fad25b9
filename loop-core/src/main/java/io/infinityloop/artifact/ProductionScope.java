package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * What keeps a test in production away from most users: a feature flag, or a canary.
 *
 * <p>Source: requirements GATE-21 and D-27.
 *
 * @param flag the feature flag that the test is behind; empty for a canary
 * @param share how much of the users or of the traffic can meet the test; less than all for a canary
 * @since 0.1
 */
public record ProductionScope(String flag, Share share) {
    /**
     * Creates a scope.
     *
     * @throws IllegalArgumentException if the flag has more than 500 characters or is blank and not empty, or there is
     *     neither a flag nor a limit to the share
     */
    public ProductionScope {
        requireNonNull(share, "share");
        if (Texts.idOrEmpty("flag", flag).isEmpty() && share.equals(Share.ALL)) {
            throw new IllegalArgumentException("a canary of 100 % limits nothing: expected a flag or a smaller share");
        }
    }

    /**
     * Returns the scope of a test that is behind a feature flag.
     *
     * @param flag the name of the flag, not blank
     * @param share for how many users the flag is on
     * @return the scope
     * @throws IllegalArgumentException if the flag is blank or has more than 500 characters
     */
    public static ProductionScope flag(String flag, Share share) {
        return new ProductionScope(Texts.id("flag", flag), share);
    }

    /**
     * Returns the scope of a test on a canary.
     *
     * @param share how much of the traffic the canary gets, less than 100 %
     * @return the scope
     * @throws IllegalArgumentException if the share is 100 %
     */
    public static ProductionScope canary(Share share) {
        return new ProductionScope("", share);
    }
}
