package io.infinityloop;

import java.util.Comparator;

/**
 * Compares ids as people count: {@code shop#9} before {@code shop#10}. Runs of the digits 0 to 9 are compared as
 * numbers of any length, everything else by UTF-16 code units. Texts that differ only in leading zeros are told apart
 * by their code units, so that the order is total.
 *
 * @since 0.1
 */
public enum NaturalOrder implements Comparator<String> {
    /** The order. */
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int byPart;
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int iEnd = endOfNumber(one, i);
                int jEnd = endOfNumber(other, j);
                byPart = compareNumbers(one, i, iEnd, other, j, jEnd);
                i = iEnd;
                j = jEnd;
            } else {
                byPart = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (byPart != 0) {
                return byPart;
            }
        }
        int byRest = Integer.compare(one.length() - i, other.length() - j);
        return byRest != 0 ? byRest : one.compareTo(other);
    }

    /** Compares in place: long lists of ids are sorted by this. */
    private static int compareNumbers(String one, int from, int to, String other, int otherFrom, int otherTo) {
        int i = firstDigit(one, from, to);
        int j = firstDigit(other, otherFrom, otherTo);
        int byLength = Integer.compare(to - i, otherTo - j);
        if (byLength != 0) {
            return byLength;
        }
        while (i < to) {
            int byDigit = Character.compare(one.charAt(i++), other.charAt(j++));
            if (byDigit != 0) {
                return byDigit;
            }
        }
        return 0;
    }

    /** Leading zeros do not count, but one digit is left. */
    private static int firstDigit(String text, int from, int to) {
        int first = from;
        while (first < to - 1 && text.charAt(first) == '0') {
            first++;
        }
        return first;
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
