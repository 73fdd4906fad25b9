package io.infinityloop.metrics.flow;

import io.infinityloop.metrics.MetricDefinition;
import java.util.ArrayList;
import java.util.List;

/** What was chosen other than by default, so that a definition says by which rule its numbers are made. */
final class Variants {
    private final List<String> names = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    /** Notes a choice if it was made: its name in the id, and what it means in a sentence. */
    Variants when(boolean chosen, String name, String sentence) {
        if (chosen) {
            names.add(name);
            sentences.add(sentence);
        }
        return this;
    }

    /** {@return the definition, as a variant if anything was chosen} */
    MetricDefinition of(MetricDefinition standard) {
        return names.isEmpty()
                ? standard
                : standard.variant(
                        String.join("-", names),
                        standard.purpose() + " " + String.join(" ", sentences),
                        standard.source());
    }
}
