package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was chosen otherwise than by default, as the definition of a variant. */
final class Choices {
    private final MetricDefinition standard;
    private final List<String> names = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    Choices(MetricDefinition standard) {
        this.standard = standard;
    }

    /** Notes a choice unless it is the default: its name in the id, and what it means. */
    Choices choice(boolean isDefault, String name, String rule) {
        if (!isDefault) {
            names.add(name);
            rules.add(rule);
        }
        return this;
    }

    /** Notes a choice of a constant unless it is the default. */
    <E extends Enum<E>> Choices choice(E chosen, E standardChoice, String prefix, String rule) {
        String word = chosen.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return choice(chosen == standardChoice, prefix + word, rule);
    }

    MetricDefinition definition() {
        return names.isEmpty()
                ? standard
                : standard.variant(
                        String.join("-", names),
                        standard.purpose() + " Here: " + String.join("; ", rules) + ".",
                        standard.source());
    }
}
