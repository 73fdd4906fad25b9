package io.infinityloop.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name somebody meant. */
final class Nearest {
    /** What is longer is no slip of a name. */
    private static final int LONGEST = 80;

    private Nearest() {}

    /** {@return the end of a sentence about a name that is not known: what was meant, or all that there is} */
    static String advice(String name, Collection<String> known, String otherwise) {
        return to(name, known).map(meant -> ": did you mean " + meant + "?").orElse(otherwise);
    }

    /** The name that differs by the fewest letters, if that is few enough to be a slip. */
    static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> distance(name, each) <= Math.max(1, each.length() / 3))
                .min(Comparator.<String>comparingInt(each -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be put in, left out, replaced, or swapped with the next one. */
    static int distance(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, costs, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] costs, int i, int j) {
        int replaced = costs[i - 1][j - 1] + (same(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1);
        int cheapest = Math.min(replaced, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && same(one.charAt(i - 1), other.charAt(j - 2))
                && same(one.charAt(i - 2), other.charAt(j - 1));
        return swapped ? Math.min(cheapest, costs[i - 2][j - 2] + 1) : cheapest;
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other) || (one == '_' && other == '-');
    }
}
