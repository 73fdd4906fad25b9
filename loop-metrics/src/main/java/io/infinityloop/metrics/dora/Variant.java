package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.MetricDefinition;
import java.util.ArrayList;
import java.util.List;

/** The definition of a metric by options: the metric's own where all are the default, else a variant named by them. */
final class Variant {
    private final MetricDefinition base;
    private final List<String> names = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    Variant(MetricDefinition base) {
        this.base = base;
    }

    /** Notes an option unless it is the default: its name in the id, and what it means. */
    Variant option(boolean isDefault, String name, String rule) {
        if (!isDefault) {
            names.add(name);
            rules.add(rule);
        }
        return this;
    }

    MetricDefinition definition() {
        return names.isEmpty()
                ? base
                : base.variant(
                        String.join("-", names),
                        base.purpose() + " Here: " + String.join("; ", rules) + ".",
                        base.source());
    }

    /** A constant as a part of an id: {@code LOWER_MEDIAN} is {@code lower-median}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
