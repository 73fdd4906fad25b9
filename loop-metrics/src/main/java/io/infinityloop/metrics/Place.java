package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where on the time line a metric sees a subject, and so into which windows it falls.
 *
 * @since 0.1
 */
public sealed interface Place {
    /**
     * At an instant: in the windows that contain it. After the last instant that is known it is counted as excluded.
     *
     * @param instant the instant
     */
    record At(Instant instant) implements Place {
        /** Creates the place. */
        public At {
            requireNonNull(instant, "instant");
        }
    }

    /**
     * Over a span: in every window that shares time with it.
     *
     * @param from the first instant
     * @param to the first instant after it; null while it lasts
     */
    record Over(Instant from, @Nullable Instant to) implements Place {
        /** Creates the place. */
        public Over {
            requireNonNull(from, "from");
        }

        /**
         * Tells whether it lasts at the end of what was seen of a window. The end of a window belongs to the next one:
         * what is over just then still lasts in this one. The last instant that is known belongs to what is known: what
         * is over then does not last.
         *
         * @param frame the window, and what is known
         * @return whether it does
         */
        public boolean lastsAtEndOf(Frame frame) {
            if (frame.asOf().isBefore(frame.window().to())) {
                return !from.isAfter(frame.asOf()) && (to == null || to.isAfter(frame.asOf()));
            }
            Instant end = frame.window().to();
            return from.isBefore(end) && (to == null || !to.isBefore(end));
        }
    }

    /**
     * Nowhere: the metric cannot use the subject. It is counted as excluded.
     *
     * @param reason why, in a few words that fit behind a number: {@code not yet released}
     */
    record Nowhere(String reason) implements Place {
        /** Creates the place. */
        public Nowhere {
            requireNonNull(reason, "reason");
        }
    }

    /** Nowhere: the metric is about other things. The subject is not counted as excluded. */
    record NotConcerned() implements Place {}
}
