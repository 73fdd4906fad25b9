package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * What is done if a version turns out to be bad.
 *
 * <p>Source: requirements ART-19 and DEP-12.
 *
 * @param path back or forward
 * @param version the version to go back to; empty for the way forward
 * @since 0.1
 */
public record Recovery(Path path, String version) {
    /**
     * Creates a recovery.
     *
     * @throws IllegalArgumentException if a roll-back names no version, the way forward names one, or the version has
     *     more than 500 characters
     */
    public Recovery {
        requireNonNull(path, "path");
        Texts.idOrEmpty("version", version);
        if (path == Path.ROLLBACK && version.isEmpty()) {
            throw new IllegalArgumentException("ROLLBACK names no version: expected the one to go back to");
        }
        if (path == Path.FIX_FORWARD && !version.isEmpty()) {
            throw new IllegalArgumentException(
                    "FIX_FORWARD goes to a version that is not there yet, not to " + version);
        }
    }

    /**
     * Returns the way back to a version.
     *
     * @param version the version, not blank
     * @return the recovery
     * @throws IllegalArgumentException if the version is blank or has more than 500 characters
     */
    public static Recovery rollbackTo(String version) {
        return new Recovery(Path.ROLLBACK, version);
    }

    /** {@return the way forward: the next version repairs it} */
    public static Recovery fixForward() {
        return new Recovery(Path.FIX_FORWARD, "");
    }

    /** {@return the recovery as {@code ROLLBACK to 1.4.1} or {@code FIX_FORWARD}} */
    @Override
    public String toString() {
        return path == Path.ROLLBACK ? "ROLLBACK to " + version : "FIX_FORWARD";
    }

    /**
     * The two ways out of a bad version.
     *
     * @since 0.1
     */
    public enum Path {
        /** An earlier version is brought back. */
        ROLLBACK,
        /** A later version repairs it. */
        FIX_FORWARD
    }
}
