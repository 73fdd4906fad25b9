package io.infinityloop.internal;

import java.util.HexFormat;

/** Makes foreign text safe to print. */
public final class Escapes {
    private Escapes() {}

    /** {@return the text, in which what could upset a terminal or mislead a reader stands as a Unicode escape} */
    public static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isSafe(point)) {
                safe.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    append(safe, unit);
                }
            }
        });
        return safe.toString();
    }

    /** Appends a UTF-16 code unit as JSON escapes it. */
    public static void append(StringBuilder text, char unit) {
        text.append("\\u").append(HexFormat.of().toHexDigits(unit));
    }

    private static boolean isSafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
