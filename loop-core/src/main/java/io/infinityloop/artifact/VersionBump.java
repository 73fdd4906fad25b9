package io.infinityloop.artifact;

import java.util.Collection;
import java.util.Optional;

/**
 * Which part of a semantic version a release raises, from the least to the most.
 *
 * <p>Source: requirement ART-29.
 *
 * @since 0.1
 */
public enum VersionBump {
    /** Nothing that users get has changed: no release is needed. */
    NONE,
    /** The third number: what was wrong is right. */
    PATCH,
    /** The second number: there is more than before. */
    MINOR,
    /** The first number: something that worked may work no longer. */
    MAJOR;

    /**
     * Returns what all changes of a release ask for together: the most that one of them does.
     *
     * @param changes the changes
     * @return the bump; {@link #NONE} for no changes; empty if a change does not say what it asks for and none asks for
     *     {@link #MAJOR}
     */
    public static Optional<VersionBump> of(Collection<ChangeDetails> changes) {
        VersionBump most = NONE;
        boolean isKnown = true;
        for (ChangeDetails change : changes) {
            VersionBump bump = change.bump().orElse(NONE);
            isKnown &= change.bump().isPresent();
            most = bump.compareTo(most) > 0 ? bump : most;
        }
        return isKnown || most == MAJOR ? Optional.of(most) : Optional.empty();
    }
}
