package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a metric may know besides its subjects.
 *
 * @param window what the number is about
 * @param asOf what was known when: nothing later counts
 * @param zone where days begin
 * @since 0.1
 */
public record Frame(Window window, Instant asOf, ZoneId zone) {
    /**
     * Creates a frame.
     *
     * @throws NullPointerException if a component is null
     */
    public Frame {
        requireNonNull(window, "window");
        requireNonNull(asOf, "asOf");
        requireNonNull(zone, "zone");
    }

    /** {@return the end of what was seen of the window: its own end, or {@code asOf} where that is earlier} */
    public Instant observedTo() {
        return asOf.isBefore(window.to()) ? asOf : window.to();
    }

    /** {@return how much of the window was seen: up to {@link #observedTo()}; zero if nothing was} */
    public Duration observed() {
        Duration seen = Duration.between(window.from(), observedTo());
        return seen.isNegative() ? Duration.ZERO : seen;
    }
}
