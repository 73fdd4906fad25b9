package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sort of change is made. Every sort passes the same eight stages; what differs is how the notes of a release head
 * it, and which part of the version it raises.
 *
 * <p>Source: requirement ART-29.
 *
 * @since 0.1
 */
public enum ChangeKind {
    /** There is more than before. */
    FEATURE("Feature", VersionBump.MINOR),
    /** What was wrong is right. */
    FIX("Fix", VersionBump.PATCH),
    /** The same code is set up differently. */
    CONFIGURATION("Configuration", VersionBump.PATCH),
    /** Something is tried out, for some users, and may be taken back. */
    EXPERIMENT("Experiment", VersionBump.MINOR),
    /** Work on the inside: nothing that users get has changed. */
    CHORE("Chore", VersionBump.NONE),
    /** The source does not tell. */
    UNKNOWN("Other", null);

    private final String heading;
    private final @Nullable VersionBump bump;

    ChangeKind(String heading, @Nullable VersionBump bump) {
        this.heading = requireNonNull(heading, "heading");
        this.bump = bump;
    }

    /** {@return the heading for such changes in the notes of a release} */
    public String heading() {
        return heading;
    }

    /**
     * Returns which part of the version a change raises that breaks nothing.
     *
     * @return the bump; empty if the kind is not known
     */
    public Optional<VersionBump> bump() {
        return Optional.ofNullable(bump);
    }
}
