package io.infinityloop.artifact;

import io.infinityloop.internal.Texts;

/**
 * A known risk of a release, and the role that took it. Which person that was is no business of this library.
 *
 * <p>Source: requirement ART-19.
 *
 * @param role the role that accepted the risk, for example {@code release-manager}
 * @param risk what may go wrong, in words
 * @since 0.1
 */
public record RiskAcceptance(String role, String risk) {
    /**
     * Creates an acceptance.
     *
     * @throws IllegalArgumentException if a text is blank, the role has more than 100 characters or the risk more than
     *     100,000
     */
    public RiskAcceptance {
        Texts.bounded("role", role, 100);
        Texts.bounded("risk", risk, Texts.PROSE_LIMIT);
    }
}
