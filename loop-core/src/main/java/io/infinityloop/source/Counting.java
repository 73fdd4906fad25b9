package io.infinityloop.source;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of records. Not safe for use by many threads. */
final class Counting {
    private static final byte[] NO_BYTES = {};

    private long records;
    private long mapped;
    private long events;
    private long duplicates;
    private long rejected;
    private final SortedMap<String, Long> formats = new TreeMap<>();
    private final SortedMap<String, Long> ignored = new TreeMap<>();
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private final SortedMap<String, Long> guesses = new TreeMap<>();
    private final SortedMap<String, Long> untold = new TreeMap<>();
    private final List<Leftover> rejections = new ArrayList<>();

    void record() {
        records++;
    }

    void taken(String format) {
        formats.merge(format, 1L, Long::sum);
    }

    void mapped(int made) {
        mapped++;
        events += made;
    }

    void duplicate() {
        duplicates++;
    }

    void guess(String name) {
        guesses.merge(name, 1L, Long::sum);
    }

    void untold(String format, String what, long number) {
        untold.merge(format + ": " + what, number, Long::sum);
    }

    void leftover(Leftover leftover, String format) {
        switch (leftover.cause()) {
            case IGNORED -> ignored.merge(format + ":" + leftover.type(), 1L, Long::sum);
            case UNKNOWN -> unknown.merge(format.isEmpty() ? "?" : format + ":" + leftover.type(), 1L, Long::sum);
            case REJECTED -> {
                rejected++;
                if (rejections.size() < Reading.LISTED) {
                    rejections.add(new Leftover(
                            leftover.cause(),
                            leftover.number(),
                            leftover.line(),
                            leftover.type(),
                            leftover.field(),
                            leftover.problem(),
                            NO_BYTES));
                }
            }
        }
    }

    Reading reading(long forgotten) {
        return new Reading(
                records,
                mapped,
                events,
                duplicates,
                formats,
                ignored,
                unknown,
                rejected,
                rejections,
                guesses,
                untold,
                forgotten);
    }
}
