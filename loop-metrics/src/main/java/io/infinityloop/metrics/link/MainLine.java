package io.infinityloop.metrics.link;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which branches are the line in which all work comes together.
 *
 * @param names the names of these branches, sorted
 * @since 0.1
 */
public record MainLine(SortedSet<String> names) {
    /** The usual names: {@code main}, {@code master}, {@code trunk}. */
    public static final MainLine USUAL = of("main", "master", "trunk");

    /**
     * Creates a main line.
     *
     * @throws IllegalArgumentException if there is no name, or one is blank
     */
    public MainLine {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "a main line has at least one branch, and no name of it is blank, not " + names);
        }
    }

    /**
     * Returns the main line of branches.
     *
     * @param names their names, at least one
     * @return the main line
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public static MainLine of(String... names) {
        return new MainLine(new TreeSet<>(Set.of(names)));
    }

    /**
     * Tells whether something of a branch is on the main line.
     *
     * @param branch the branch; empty if nobody said, which is taken for the main line
     * @return whether it is
     */
    public boolean includes(String branch) {
        return branch.isEmpty() || names.contains(branch);
    }

    /** {@return the names, separated by commas} */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
