package io.infinityloop.webhook;

import static java.util.Objects.requireNonNull;

/**
 * What became of a delivery.
 *
 * @since 0.1
 */
public sealed interface Received {
    /** {@return the status code that suits as the answer of an HTTP server} */
    int status();

    /** {@return what to tell the sender, in one sentence, without any secret} */
    String message();

    /**
     * The delivery was taken, and its events are kept.
     *
     * @param events how many events were made of it; none if it says nothing about the loop
     * @param passedOver how many of its records say nothing about the loop, or are of a type that is not known
     * @param rejected how many of its records are broken; the others are kept
     */
    record Accepted(int events, int passedOver, int rejected) implements Received {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String message() {
            return events
                    + (events == 1 ? " event" : " events")
                    + (passedOver == 0 ? "" : ", " + passedOver + " passed over")
                    + (rejected == 0 ? "" : ", " + rejected + " rejected");
        }
    }

    /**
     * The delivery was not taken; nothing of it is kept.
     *
     * @param reason why
     * @param message what was wrong and what was expected, in one sentence, without any secret
     */
    record Refused(Reason reason, String message) implements Received {
        /** Creates the refusal. */
        public Refused {
            requireNonNull(reason, "reason");
            requireNonNull(message, "message");
        }

        @Override
        public int status() {
            return reason.status;
        }
    }

    /** Why a delivery is refused. */
    enum Reason {
        /** It is longer than the receiver takes. */
        TOO_LARGE(413),
        /** It bears no signature that the receiver has a secret for. */
        NOT_SIGNED(401),
        /** Its signature is not that of the secret. */
        WRONG_SIGNATURE(401),
        /** It was signed too long ago, or is dated in the future. */
        STALE(401),
        /** It was received before. */
        REPLAYED(409),
        /** All of it is broken, or breaks a rule of its format. */
        UNREADABLE(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }
}
