package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

/**
 * How often a security check found something.
 *
 * <p>Source: requirement GATE-18.
 *
 * @param check what was looked for
 * @param findings how many were found, not negative
 * @since 0.1
 */
public record SecurityResult(SecurityCheck check, long findings) {
    /**
     * Creates a result.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public SecurityResult {
        requireNonNull(check, "check");
        if (findings < 0) {
            throw new IllegalArgumentException("findings must not be negative: " + findings);
        }
    }

    /** {@return whether nothing was found} */
    public boolean isClean() {
        return findings == 0;
    }
}
