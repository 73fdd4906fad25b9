package io.infinityloop.metrics.story;

import java.util.List;
import java.util.Map;

/**
 * A week of the shop in the words of a format. All instants are of July 2026 in UTC; Monday is the 6th.
 *
 * <pre>
 * Sun 12:00 b0 runs in production: what was before is not measured
 * Mon 08:00 a1 is written · 10:00 merged as m1 · 10:05-10:15 built · 10:20-10:25 in staging · 12:00-12:10 d1 in production
 * Tue 07:10 a2 is written · 11:00 merged as m2 · 13:00-13:10 d2 in production
 * Tue 13:30 the checkout is down, because of d2
 * Tue 14:00 a3 is written · 14:30 merged as m3 · 15:00-15:10 d3, a hotfix, in production, and the checkout is up again
 * Wed 09:00 a4 is written · 10:00 merged as m4 · 11:00-11:10 d4 fails on its way · 12:00-12:10 d5, again m4, in production
 * </pre>
 *
 * Each merge has two parents: the merge before it, b0 for the first, and what was written.
 */
interface Story {
    /** {@return the records, a line each} */
    List<String> records();

    /** {@return the metrics that the format can not tell, with the reason that they are undefined} */
    default Map<String, String> untold() {
        return Map.of();
    }
}
