package io.infinityloop.machine;

import io.infinityloop.LoopId;
import java.io.Serial;

/**
 * Thrown when a loop was changed by others each time that the engine tried to change it. Nothing was changed by this
 * request; it may be made again.
 *
 * @since 0.1
 */
public final class ContentionException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    ContentionException(LoopId loop, int attempts) {
        super("loop " + loop + " was changed by others in each of " + attempts
                + " attempts; nothing was changed by this request, make it again");
    }
}
