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
                byPart = compareNumbers(one.substring(i, iEnd), other.substring(j, jEnd));
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

    private static int compareNumbers(String one, String other) {
        String left = withoutLeadingZeros(one);
        String right = withoutLeadingZeros(other);
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
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
