package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * Two steps that had better change places.
 *
 * <p>Source: requirements GATE-11 and GATE-25.
 *
 * @param code what speaks for it
 * @param earlier the name of the step that comes first
 * @param earlierPosition its {@linkplain Pipeline#position place}, from 1
 * @param later the name of the step that comes after it
 * @param laterPosition its place, more than that of the other
 * @since 0.1
 */
public record PipelineFinding(Code code, String earlier, int earlierPosition, String later, int laterPosition) {
    /**
     * Creates a finding.
     *
     * @throws IllegalArgumentException if a name is blank or too long, or the places are not in order
     */
    public PipelineFinding {
        requireNonNull(code, "code");
        Texts.id("earlier", earlier);
        Texts.id("later", later);
        if (earlierPosition < 1 || laterPosition <= earlierPosition) {
            throw new IllegalArgumentException("places " + earlierPosition + " and " + laterPosition
                    + " are not in order: expected 1 or more, and then more than that");
        }
    }

    /** {@return one sentence for people: what stands where, and why it had better not} */
    public String message() {
        return "'" + earlier + "' (place " + earlierPosition + ") comes before '" + later + "' (place " + laterPosition
                + "), which " + code.reason();
    }

    /**
     * What can speak for another order.
     *
     * @since 0.1
     */
    public enum Code {
        /** The later step is faster: who waits for the slow one would have known sooner. */
        SLOWER_FIRST("is faster: expected the faster one first"),
        /** The later step fails more often: it would have spared the time of the other. */
        SAFER_FIRST("fails more often: expected it first"),
        /** The later step is as fast, and what it guards against costs more. */
        CHEAPER_FIRST("is as fast and guards against what costs more: expected it first");

        private final String reason;

        Code(String reason) {
            this.reason = requireNonNull(reason, "reason");
        }

        private String reason() {
            return reason;
        }
    }
}
