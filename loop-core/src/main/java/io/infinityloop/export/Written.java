package io.infinityloop.export;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was written of some events, and what was not. Immutable.
 *
 * @param events how many events were given
 * @param records how many records were written, by their type, such as {@code service.deployed}
 * @param repeated how many records were left out because the same was written before
 * @param untold how many events were not written, by the reason
 * @param less how often something of what was written was left out, by what it is
 * @since 0.1
 */
public record Written(
        long events,
        SortedMap<String, Long> records,
        long repeated,
        SortedMap<String, Long> untold,
        SortedMap<String, Long> less) {
    /** Creates the counts. */
    public Written {
        records = copy(records);
        untold = copy(untold);
        less = copy(less);
    }

    private static SortedMap<String, Long> copy(Map<String, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
