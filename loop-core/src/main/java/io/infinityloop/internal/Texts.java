package io.infinityloop.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Checks of the texts that identify and describe things, with one wording for all of them. */
public final class Texts {
    /** The most characters of an id. */
    public static final int ID_LIMIT = 500;

    /** The most characters of a text that people read. */
    public static final int PROSE_LIMIT = 100_000;

    private Texts() {}

    /** {@return a name with the article that it is spoken with: {@code a release}, {@code an insight}} */
    public static String withArticle(Object name) {
        String text = name.toString();
        return (!text.isEmpty() && "aeio".indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
    }

    /**
     * Returns the text if it can serve as an id: not blank, at most {@value #ID_LIMIT} characters.
     *
     * @throws IllegalArgumentException if it cannot; the message starts with {@code what}
     */
    public static String id(String what, String text) {
        return bounded(what, text, ID_LIMIT);
    }

    /**
     * Returns an unmodifiable copy of texts that can all serve as ids, in their order.
     *
     * @throws IllegalArgumentException if one cannot; the message starts with {@code what}
     */
    public static List<String> ids(String what, List<String> texts) {
        List<String> copy = List.copyOf(requireNonNull(texts, what));
        copy.forEach(text -> id(what, text));
        return copy;
    }

    /**
     * Returns the text if it is empty or can serve as an id.
     *
     * @throws IllegalArgumentException if it is blank and not empty, or too long; the message starts with {@code what}
     */
    public static String idOrEmpty(String what, String text) {
        return requireNonNull(text, what).isEmpty() ? text : id(what, text);
    }

    /**
     * Returns the text if it is neither blank nor longer than the limit.
     *
     * @throws IllegalArgumentException if it is; the message starts with {@code what}
     */
    public static String bounded(String what, String text, int limit) {
        requireNonNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return atMost(what, text, limit);
    }

    /**
     * Returns the text if it is not longer than {@value #PROSE_LIMIT} characters; it may be empty.
     *
     * @throws IllegalArgumentException if it is longer; the message starts with {@code what}
     */
    public static String prose(String what, String text) {
        return atMost(what, requireNonNull(text, what), PROSE_LIMIT);
    }

    private static String atMost(String what, String text, int limit) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters, at most " + limit + " are accepted");
        }
        return text;
    }
}
