package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Handoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The rule by which a handoff is clean.
 *
 * @param charge which handoff a return makes unclean
 * @param horizon how long after a handoff a return counts
 */
record Cleanliness(Charge charge, Duration horizon) {
    static final Cleanliness STANDARD = new Cleanliness(Charge.STAGE_RETURNED_TO, Duration.ofDays(7));

    Cleanliness {
        requireNonNull(charge, "charge");
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("the horizon of %C/A is " + horizon
                    + ", so that no return would count: expected a duration above zero");
        }
    }

    Variant variant(MetricDefinition base) {
        return new Variant(base)
                .option(charge == STANDARD.charge, charge.label(), charge.rule())
                .option(
                        horizon.equals(STANDARD.horizon),
                        horizon.toString().toLowerCase(Locale.ROOT),
                        "a return counts within " + horizon);
    }

    static Place place(Handoff handoff) {
        return handoff.isForward() ? new Place.At(handoff.at()) : new Place.NotConcerned();
    }

    /** Counts a handoff whose fate is settled: its cycle is over, or the horizon is. */
    Use add(Handoff handoff, Instant asOf, Consumer<Boolean> clean) {
        boolean open = handoff.aftermath().settled() == null;
        if (open && Duration.between(handoff.at(), asOf).compareTo(horizon) < 0) {
            return Use.excluded("not yet mature");
        }
        Instant charged = charge.of(handoff);
        clean.accept(charged == null || Duration.between(handoff.at(), charged).compareTo(horizon) > 0);
        return Use.counted();
    }
}
