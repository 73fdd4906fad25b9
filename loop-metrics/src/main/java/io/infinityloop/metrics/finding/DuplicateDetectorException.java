package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

/**
 * Two detectors have the same id.
 *
 * @since 0.1
 */
public final class DuplicateDetectorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** The id that both have. */
    private final String id;

    DuplicateDetectorException(String id, String where) {
        super("detector '" + id + "' " + where + ": an id must be unique");
        this.id = requireNonNull(id, "id");
    }

    /** {@return the id that both have} */
    public String id() {
        return id;
    }
}
