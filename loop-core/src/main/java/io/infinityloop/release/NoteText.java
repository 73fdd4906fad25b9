package io.infinityloop.release;

import java.util.regex.Pattern;

/** Makes the messages of commits, which anybody may have written, safe to stand in notes. */
final class NoteText {
    private static final Pattern BREAKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\`*_\\[\\]|~]");
    /** What begins a list, a heading or a line at the start of a paragraph, where the text of a note stands. */
    private static final Pattern AT_START = Pattern.compile("^(\\d{0,9})([-+#=.)])");

    private NoteText() {}

    /** {@return the text in one line, without what steers a terminal or turns the direction of writing} */
    static String plain(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        BREAKS.matcher(text)
                .replaceAll(" ")
                .strip()
                .codePoints()
                .forEach(point -> safe.appendCodePoint(isSafe(point) ? point : 0xfffd));
        return safe.toString();
    }

    /** {@return the same, with what Markdown would take for more than text escaped} */
    static String markdown(String text) {
        String escaped = ANYWHERE.matcher(plain(text)).replaceAll("\\\\$0");
        return AT_START.matcher(escaped)
                .replaceFirst("$1\\\\$2")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** The joiners are a part of words and emoji; other characters that are not seen have no business here. */
    private static boolean isSafe(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT -> point == 0x200c || point == 0x200d;
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
