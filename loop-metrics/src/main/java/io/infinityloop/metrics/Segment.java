package io.infinityloop.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
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

    private static final Comparator<Map.Entry<String, String>> BY_KEY_AND_VALUE =
            Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue());

    /** Creates a segment. */
    public Segment {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** {@return whether this is {@link #ALL}} */
    public boolean isAll() {
        return values.isEmpty();
    }

    /** Compares key by key and value by value; {@link #ALL} comes first. */
    @Override
    public int compareTo(Segment other) {
        Iterator<Map.Entry<String, String>> others = other.values.entrySet().iterator();
        for (Map.Entry<String, String> own : values.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            int byEntry = BY_KEY_AND_VALUE.compare(own, others.next());
            if (byEntry != 0) {
                return byEntry;
            }
        }
        return others.hasNext() ? -1 : 0;
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
