package io.infinityloop.cli;

/** Numbers with the right form of a word. */
final class Words {
    private Words() {}

    /** {@return {@code 1 line}, {@code 2 lines}} */
    static String counted(long count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }
}
