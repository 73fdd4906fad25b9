package io.infinityloop.machine;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners, in order, so that none of them can harm another or the loop. */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(LoopEngine.class);

    private final LoopListener[] listeners;

    Listeners(List<LoopListener> listeners) {
        this.listeners = listeners.toArray(LoopListener[]::new);
    }

    void accepted(Decision.Accepted decision, LoopState after) {
        if (log.isDebugEnabled()) {
            log.debug("loop {} is in {} at revision {}", after.loop(), after.stage(), after.revision());
        }
        for (LoopListener listener : listeners) {
            safely(listener, told -> told.onAccepted(decision, after));
        }
    }

    void refused(Command command, Decision.Refused decision, LoopState unchanged) {
        if (log.isDebugEnabled()) {
            log.debug("loop {} stays in {}: {}", unchanged.loop(), unchanged.stage(), decision.message());
        }
        for (LoopListener listener : listeners) {
            safely(listener, told -> told.onRefused(command, decision, unchanged));
        }
    }

    private static void safely(LoopListener listener, Consumer<LoopListener> news) {
        try {
            news.accept(listener);
        } catch (Exception | AssertionError | LinkageError failure) {
            log.warn(
                    "listener {} failed; the loop is not affected",
                    listener.getClass().getName(),
                    failure);
        }
    }
}
