package io.infinityloop.source;

import java.util.Locale;

/** Tells whether somebody who wrote one name meant another. */
final class Spelling {
    private static final int SHORTEST = 5;

    private Spelling() {}

    /** {@return whether a name is another but for its case and punctuation, or but for one letter} */
    static boolean isMeant(String name, String known) {
        String one = plain(name);
        String other = plain(known);
        if (one.equals(other)) {
            return true;
        }
        return Math.min(one.length(), other.length()) >= SHORTEST && isOneOff(one, other);
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    /** One letter more, less, other, or in the place of its neighbour. */
    private static boolean isOneOff(String one, String other) {
        int from = 0;
        while (from < one.length() && from < other.length() && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        String a = one.substring(from);
        String b = other.substring(from);
        return rest(a, 1).equals(rest(b, 1))
                || rest(a, 1).equals(b)
                || a.equals(rest(b, 1))
                || (a.length() > 1
                        && b.length() > 1
                        && a.charAt(0) == b.charAt(1)
                        && a.charAt(1) == b.charAt(0)
                        && rest(a, 2).equals(rest(b, 2)));
    }

    private static String rest(String text, int from) {
        return text.length() < from ? text : text.substring(from);
    }
}
