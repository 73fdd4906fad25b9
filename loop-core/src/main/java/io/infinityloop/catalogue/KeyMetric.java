package io.infinityloop.catalogue;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;

/**
 * A metric that tells how a stage, or the loop as a whole, is doing.
 *
 * <p>Source: requirements CAT-09 and CAT-14.
 *
 * @param card what it measures; its stages are those that it is about, none for the whole loop
 * @param metric the id under which a registry of metrics knows it, for example {@code dora.change-lead-time}
 * @param dimension the side of CALMR that it belongs to
 * @since 0.1
 */
public record KeyMetric(Card card, String metric, CalmrDimension dimension) {
    /**
     * Creates a key metric.
     *
     * @throws NullPointerException if a component is null
     */
    public KeyMetric {
        requireNonNull(card, "card");
        requireNonNull(metric, "metric");
        requireNonNull(dimension, "dimension");
    }

    static KeyMetric of(Card card) {
        return new KeyMetric(card, card.required("metric"), CalmrDimension.valueOf(card.required("dimension")));
    }
}
