package io.infinityloop.json;

/** Makes foreign text safe to print. */
final class Excerpt {
    private static final int CHARACTERS = 200;

    private Excerpt() {}

    /** {@return the first 200 characters, escaped, with an ellipsis if there are more} */
    static String of(String text) {
        if (text.length() <= CHARACTERS) {
            return escaped(text);
        }
        int end = Character.isHighSurrogate(text.charAt(CHARACTERS - 1)) ? CHARACTERS - 1 : CHARACTERS;
        return escaped(text.substring(0, end)) + "…";
    }

    /** {@return the text with what could upset a terminal or mislead a reader written as \}{@code uXXXX} */
    static String escaped(String text) {
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
    static void append(StringBuilder text, char unit) {
        String hex = Integer.toHexString(unit);
        text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
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
