package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.Run;

/** Where a run is seen that counts if it passed or failed. */
final class Verdicts {
    private Verdicts() {}

    /** At its end; nowhere if it has no verdict, is another attempt, or ran on a developer's own machine. */
    static Place place(Run run, Attempts attempts) {
        if (run.isLocal()) {
            return new Place.Nowhere("on a developer's machine");
        }
        if (!run.hasVerdict()) {
            return new Place.Nowhere(reason(run));
        }
        return attempts.accept(run.attempt()) ? new Place.At(run.endedAt()) : new Place.Nowhere("another attempt");
    }

    private static String reason(Run run) {
        return switch (run.outcome()) {
            case CANCELLED -> "cancelled";
            case SKIPPED -> "skipped";
            case RUNNING -> "still running";
            default -> "outcome unknown";
        };
    }
}
