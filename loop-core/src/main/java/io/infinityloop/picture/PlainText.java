package io.infinityloop.picture;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** Makes any text fit to be shown in one line: the first step of every format, before its own escaping. */
final class PlainText {
    static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** {@return the text in one line, without characters that no format can hold or that reorder their surroundings} */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(PlainText::shown).forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    /** {@return the text in at most so many columns, cut with an ellipsis if it is longer} */
    static String fitting(String text, int columns) {
        String line = line(text);
        if (columns(line) <= columns) {
            return line;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int at = 0; at < line.length(); ) {
            int codePoint = line.codePointAt(at);
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            cut.appendCodePoint(codePoint);
            at += Character.charCount(codePoint);
        }
        return cut.toString().strip() + "…";
    }

    /** {@return how many columns a line takes, East Asian characters and pictures counted as two} */
    static int columns(String line) {
        return line.codePoints().map(PlainText::width).sum();
    }

    /** {@return the parts that are not empty, with a separator} */
    static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(separator));
    }

    private static int width(int codePoint) {
        return codePoint >= 0x1100 && !isBetween(0x1E00, codePoint, 0x22FF) ? 2 : 1;
    }

    private static int shown(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || codePoint == 0x2028 || codePoint == 0x2029) {
            return ' ';
        }
        return isControl(codePoint) || isReordering(codePoint) || isNoCharacter(codePoint) ? REPLACEMENT : codePoint;
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint);
    }

    /** The marks, embeddings, overrides and isolates of bidirectional text; letters of such scripts are welcome. */
    private static boolean isReordering(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || isBetween(0x202A, codePoint, 0x202E)
                || isBetween(0x2066, codePoint, 0x2069);
    }

    private static boolean isNoCharacter(int codePoint) {
        return isBetween(0xD800, codePoint, 0xDFFF)
                || isBetween(0xFDD0, codePoint, 0xFDEF)
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    private static boolean isBetween(int first, int codePoint, int last) {
        return first <= codePoint && codePoint <= last;
    }
}
