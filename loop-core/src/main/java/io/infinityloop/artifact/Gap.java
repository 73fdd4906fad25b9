package io.infinityloop.artifact;

import io.infinityloop.internal.Texts;

/**
 * Something that an artifact does not say and had better say. A gap forbids nothing: what must be there before a change
 * moves on is a contract of the machine.
 *
 * @param field the name of the field that is missing or weak, as in the wire format
 * @param message one sentence for people: what is missing, and what it is good for
 * @since 0.1
 */
public record Gap(String field, String message) {
    /**
     * Creates a gap.
     *
     * @throws IllegalArgumentException if a text is blank or too long
     */
    public Gap {
        Texts.bounded("field", field, 100);
        Texts.bounded("message", message, Texts.PROSE_LIMIT);
    }
}
