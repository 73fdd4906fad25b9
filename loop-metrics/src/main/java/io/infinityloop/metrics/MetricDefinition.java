package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Says what a metric is.
 *
 * @param id the unique name, lower-case and dotted: {@code delivery.release-frequency}
 * @param name the name for people: {@code Release frequency}
 * @param purpose what it tells and how it is computed, in a sentence or two
 * @param needs what it is computed from, as a plural that fits behind "no": {@code releases}
 * @param unit what its number counts
 * @param direction which way is better
 * @param source where the definition comes from
 * @since 0.1
 */
public record MetricDefinition(
        String id, String name, String purpose, String needs, Unit unit, Direction direction, String source) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");

    /**
     * Creates a definition.
     *
     * @throws IllegalArgumentException if the id is not lower-case and dotted, or a text is blank
     */
    public MetricDefinition {
        if (!ID.matcher(requireNonNull(id, "id")).matches()) {
            throw new IllegalArgumentException(
                    "metric id '" + id + "' is not lower-case and dotted such as 'acme.review-time'");
        }
        notBlank("name", name);
        notBlank("purpose", purpose);
        notBlank("needs", needs);
        notBlank("source", source);
        requireNonNull(unit, "unit");
        requireNonNull(direction, "direction");
    }

    private static void notBlank(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " of a metric must not be blank");
        }
    }

    /**
     * Which way is better.
     *
     * @since 0.1
     */
    public enum Direction {
        /** More is better. */
        HIGHER_IS_BETTER,
        /** Less is better. */
        LOWER_IS_BETTER,
        /** Neither is better as such. */
        NEUTRAL
    }
}
