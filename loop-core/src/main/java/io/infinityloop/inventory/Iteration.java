package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A box of time, short as a rule, with the plan items that are to be done in it.
 *
 * <p>Source: requirement ART-33.
 *
 * @param id names the iteration, not blank
 * @param start when it begins, inclusive
 * @param end when it ends, exclusive; after the start
 * @param items the ids of its plan items, sorted
 * @since 0.1
 */
public record Iteration(String id, Instant start, Instant end, SortedSet<String> items) {
    /** How long an iteration is unless somebody says otherwise: 14 days of 24 hours. */
    public static final Duration USUAL_LENGTH = Duration.ofDays(14);

    /**
     * Creates an iteration.
     *
     * @throws IllegalArgumentException if an id is blank or has more than 500 characters, or the end is not after the
     *     start
     */
    public Iteration {
        Texts.id("iteration id", id);
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "iteration " + id + " ends at " + end + ": expected an end after its start at " + start);
        }
        items = Collections.unmodifiableSortedSet(new TreeSet<>(requireNonNull(items, "items")));
        items.forEach(item -> Texts.id("plan item id", item));
    }

    /**
     * Returns an iteration of the {@linkplain #USUAL_LENGTH usual length}.
     *
     * @param id names the iteration, not blank
     * @param start when it begins
     * @param items the ids of its plan items
     * @return the iteration
     */
    public static Iteration starting(String id, Instant start, Collection<String> items) {
        return new Iteration(id, start, start.plus(USUAL_LENGTH), new TreeSet<>(items));
    }

    /** {@return how long it is} */
    public Duration length() {
        return Duration.between(start, end);
    }

    /**
     * Tells whether it runs at an instant.
     *
     * @param at the instant
     * @return whether {@code at} is from the start, inclusive, to the end, exclusive
     */
    public boolean isAt(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
