package io.infinityloop.cli;

import io.infinityloop.journal.Anchor;

/** Places in a journal as users give them. */
final class Anchors {
    private Anchors() {}

    static Anchor parse(String option, String text) {
        try {
            return Anchor.parse(text.strip());
        } catch (IllegalArgumentException none) {
            throw new BadInputException(
                    option + " '" + text + "' is no place in a journal: give POSITION:HASH as 'loop journal verify'"
                            + " prints it, a number, a colon and 64 hexadecimal digits",
                    none);
        }
    }
}
