package io.infinityloop.internal.json;

import io.infinityloop.internal.Escapes;

/** Makes foreign text safe to print. */
public final class Excerpt {
    private static final int CHARACTERS = 200;

    private Excerpt() {}

    /** {@return the first 200 characters, escaped, with an ellipsis if there are more} */
    public static String of(String text) {
        if (text.length() <= CHARACTERS) {
            return Escapes.printable(text);
        }
        int end = Character.isHighSurrogate(text.charAt(CHARACTERS - 1)) ? CHARACTERS - 1 : CHARACTERS;
        return Escapes.printable(text.substring(0, end)) + "…";
    }
}
