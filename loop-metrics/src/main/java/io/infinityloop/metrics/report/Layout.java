package io.infinityloop.metrics.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts text into columns of a fixed width, and makes text of others harmless for a terminal. Widths count the columns
 * of a terminal: two for the signs of East Asian scripts and for emoji, one for all others.
 *
 * @since 0.1
 */
public final class Layout {
    /** How wide a text report is. */
    public static final int WIDTH = 80;

    private Layout() {}

    /**
     * Replaces what a terminal would obey or a reader could not see, control characters and marks that change the
     * direction of text, by a question mark.
     *
     * @param text the text of others
     * @return the text, as many code points long
     */
    public static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> '?';
                    default -> point;
                })
                .forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    /**
     * Breaks text at spaces into lines of at most a width; a longer word is cut into pieces.
     *
     * @param text the text
     * @param width the most columns of a line, at least 2
     * @return the lines, at least one
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && length(line) + 1 + length(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (length(rest) > width) {
                String piece = cut(rest, width);
                lines.add(piece);
                rest = rest.substring(piece.length());
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Pads with spaces on the right to a width; longer text is cut and ends with an ellipsis.
     *
     * @param text the text
     * @param width the columns of the result, at least 1
     * @return the text in exactly that width
     */
    public static String left(String text, int width) {
        int length = length(text);
        return length > width ? left(cut(text, width - 1) + "…", width) : text + " ".repeat(width - length);
    }

    /** Pads with spaces on the left to a width; longer text stays as it is. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }

    private static String cut(String text, int width) {
        int columns = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            columns += columns(point);
            if (columns > width) {
                return text.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return text;
    }

    static int length(CharSequence text) {
        return text.codePoints().map(Layout::columns).sum();
    }

    /** Two for the signs of East Asian scripts and for emoji, roughly as terminals show them; one for all others. */
    private static int columns(int point) {
        boolean wide = point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0xA4CF)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFFE6)
                        || (point >= 0x1F300 && point <= 0x1FAFF)
                        || (point >= 0x20000 && point <= 0x3FFFD));
        return wide ? 2 : 1;
    }
}
