package io.infinityloop.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Samples at seconds of one day. */
final class Samples {
    static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    private Samples() {}

    static Instant second(long second) {
        return T0.plusSeconds(second);
    }

    static Sample at(long second, String measure, String value) {
        return Sample.of(measure, second(second), value);
    }

    /** {@return the value each ten seconds, first and last included} */
    static List<Sample> every10s(long from, long to, String measure, String value) {
        List<Sample> samples = new ArrayList<>();
        for (long second = from; second <= to; second += 10) {
            samples.add(at(second, measure, value));
        }
        return samples;
    }
}
