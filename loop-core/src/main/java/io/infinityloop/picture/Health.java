package io.infinityloop.picture;

/**
 * How a stage fares, as a mark on its node. Each mark has a shape of its own, so that it can be told without colour.
 *
 * @since 0.1
 */
public enum Health {
    /** Nothing is said: no mark. */
    UNKNOWN(""),
    /** All is well: a tick in a circle. */
    GOOD("good"),
    /** Worth a look: an exclamation mark in a triangle. */
    WARNING("needs a look"),
    /** Something is wrong: a cross in a square. */
    BAD("bad");

    private final String words;

    Health(String words) {
        this.words = words;
    }

    /** {@return the mark in words, in English; empty for {@code UNKNOWN}} */
    public String words() {
        return words;
    }
}
