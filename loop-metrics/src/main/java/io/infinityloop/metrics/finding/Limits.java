package io.infinityloop.metrics.finding;

import java.time.Duration;

/** Checks of what can be chosen. */
final class Limits {
    private Limits() {}

    static Duration positive(DetectorDefinition definition, String option, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(definition.id() + ": the option '" + option + "' is " + limit
                    + ", expected a duration of more than zero");
        }
        return limit;
    }

    static long atLeast(long least, DetectorDefinition definition, String option, long limit) {
        if (limit < least) {
            throw new IllegalArgumentException(
                    definition.id() + ": the option '" + option + "' is " + limit + ", expected " + least + " or more");
        }
        return limit;
    }
}
