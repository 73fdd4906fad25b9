package io.infinityloop.inventory;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown by who asked for a whole lineage and there is none, because artifacts name parents that are not there.
 *
 * <p>Source: requirement ART-26.
 *
 * @since 0.1
 */
public final class BrokenLineageException extends IllegalArgumentException {
    private static final int NAMED = 5;

    @Serial
    private static final long serialVersionUID = 1L;

    /** A list of records of texts; what is thrown here is not sent anywhere. */
    @SuppressWarnings("serial")
    private final List<BrokenParent> broken;

    BrokenLineageException(List<BrokenParent> broken) {
        super(message(broken));
        this.broken = broken;
    }

    /** {@return the parents that are not there, at least one, sorted by child and parent, unmodifiable} */
    public List<BrokenParent> broken() {
        return broken;
    }

    private static String message(List<BrokenParent> broken) {
        String named = broken.stream().limit(NAMED).map(BrokenParent::toString).collect(Collectors.joining("; "));
        return broken.size() > NAMED ? named + "; and " + (broken.size() - NAMED) + " more" : named;
    }
}
