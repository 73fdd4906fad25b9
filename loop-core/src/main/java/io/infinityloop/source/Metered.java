package io.infinityloop.source;

import java.io.Serial;
import java.util.regex.Pattern;

/**
 * A text that can be read so often and no more: some patterns take longer than anybody lives to refuse a short name.
 */
final class Metered implements CharSequence {
    private static final int READS = 100_000;

    private final String text;
    private int left = READS;

    private Metered(String text) {
        this.text = text;
    }

    /**
     * Tells whether a pattern matches the whole of a text.
     *
     * @throws ExhaustedException if it reads on and on
     */
    static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(new Metered(text)).matches();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Thrown when a text was read too often. */
    static final class ExhaustedException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private ExhaustedException() {
            super("read more than " + READS + " times", null, false, false);
        }
    }
}
