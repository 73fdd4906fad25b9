package io.infinityloop.metrics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A part of all subjects: those with certain values of certain labels.
 *
 * @param values the value by label key, sorted by key; empty for all subjects
 * @since 0.1
 */
public record Segment(SortedMap<String, String> values) implements Comparable<Segment> {
    /** All subjects. */
    public static final Segment ALL = new Segment(new TreeMap<>());

    /** Creates a segment. */
    public Segment {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** {@return whether this is {@link #ALL}} */
    public boolean isAll() {
        return values.isEmpty();
    }

    /** Compares by text; {@link #ALL} comes first. */
    @Override
    public int compareTo(Segment other) {
        return Boolean.compare(other.isAll(), isAll()) != 0
                ? Boolean.compare(other.isAll(), isAll())
                : toString().compareTo(other.toString());
    }

    /** {@return {@code all}, or keys and values as {@code service=shop, team=blue}} */
    @Override
    public String toString() {
        return isAll()
                ? "all"
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
