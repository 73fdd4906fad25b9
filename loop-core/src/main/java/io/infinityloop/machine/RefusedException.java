package io.infinityloop.machine;

import java.io.Serial;

/**
 * Thrown by {@link Decision#orThrow()} for a refused request. The message holds every reason.
 *
 * @since 0.1
 */
public final class RefusedException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Decision.Refused refused;

    RefusedException(Decision.Refused refused) {
        super(refused.message());
        this.refused = refused;
    }

    /** {@return the refusal: from where, why, and what would be permitted} */
    public Decision.Refused refused() {
        return refused;
    }
}
