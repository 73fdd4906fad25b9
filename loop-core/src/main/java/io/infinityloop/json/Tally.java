package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many lines of a log became what. No line is lost and none invented: known, unknown, rejected and blank lines
 * together are the lines of the log.
 *
 * @param known how many lines held an event
 * @param unknown how many lines were of a type, kind or version that this release does not know
 * @param rejected how many lines were no event
 * @param blank how many lines held nothing
 * @param types how often each of the unknown types came, by {@link Line.Unknown#type()}, sorted; of a log with more
 *     than 1,000 such types the first 1,000
 * @since 0.1
 */
public record Tally(long known, long unknown, long rejected, long blank, SortedMap<String, Long> types) {
    /** A hostile log must not fill the memory with names. */
    private static final int TYPES = 1_000;

    /** Creates the tally; the types can not be changed afterwards. */
    public Tally {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(types, "types")));
    }

    /** {@return how many lines the log has} */
    public long lines() {
        return known + unknown + rejected + blank;
    }

    /** Counts while the lines are read. */
    static final class Counter {
        private final SortedMap<String, Long> types = new TreeMap<>();
        private long known;
        private long unknown;
        private long rejected;

        void count(Line line) {
            if (line instanceof Line.Unknown other) {
                unknown++;
                if (types.size() < TYPES || types.containsKey(other.type())) {
                    types.merge(other.type(), 1L, Long::sum);
                }
            } else if (line instanceof Line.Known) {
                known++;
            } else {
                rejected++;
            }
        }

        /** {@return the counts of a log with as many lines} */
        Tally of(long lines) {
            return new Tally(known, unknown, rejected, lines - known - unknown - rejected, types);
        }
    }
}
