package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.LoopEvent;

/**
 * What became of one line of a log.
 *
 * @since 0.1
 */
public sealed interface Line {
    /** {@return the place of the line in the log, 1 for the first; blank lines are counted} */
    long number();

    /**
     * The line holds an event.
     *
     * @param number the place of the line in the log, 1 for the first
     * @param event the event
     */
    record Known(long number, LoopEvent event) implements Line {
        /** Creates the line. */
        public Known {
            requireNonNull(event, "event");
        }
    }

    /**
     * The line is well-formed but of an event type, an artifact kind or a version of the format that this release does
     * not know. It is no mistake: a later release wrote it. Whoever counts should count it, whoever copies should copy
     * it.
     *
     * @param number the place of the line in the log, 1 for the first
     * @param type what is not known: {@code paused} for an event type, {@code recorded/sbom} for an artifact kind,
     *     {@code advanced/v2} for a version of the format; letters, digits, dots, dashes and underscores besides the
     *     slash
     * @param raw the whole line as it was, without its line break
     */
    record Unknown(long number, String type, String raw) implements Line {
        /** Creates the line. */
        public Unknown {
            requireNonNull(type, "type");
            requireNonNull(raw, "raw");
        }
    }

    /**
     * The line is no event: it is broken, or breaks a rule of the format or of the model.
     *
     * <p>All texts are safe to print: control characters and the like are escaped as in {@code \}{@code u001b}.
     *
     * @param number the place of the line in the log, 1 for the first
     * @param field the field that is wrong as a path such as {@code artifact.finishedAt} or {@code artifacts[2]}; empty
     *     if it is the line as a whole
     * @param problem what was wrong and what was expected, in one sentence
     * @param raw the beginning of the line, at most its first 200 characters, with an ellipsis if there was more
     */
    record Rejected(long number, String field, String problem, String raw) implements Line {
        /** Creates the line. */
        public Rejected {
            requireNonNull(field, "field");
            requireNonNull(problem, "problem");
            requireNonNull(raw, "raw");
        }
    }
}
