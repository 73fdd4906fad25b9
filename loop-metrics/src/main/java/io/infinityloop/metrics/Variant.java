package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the definition of a metric by options: the metric's own where all are the default, else a variant that is named
 * by those that are not. Not safe for use by many threads.
 *
 * @since 0.1
 */
public final class Variant {
    private final MetricDefinition base;
    private final List<String> names = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    /**
     * Begins with no option.
     *
     * @param base the metric's own definition
     */
    public Variant(MetricDefinition base) {
        this.base = requireNonNull(base, "base");
    }

    /**
     * Notes an option unless it is the default.
     *
     * @param isDefault whether it is
     * @param name its name in the id, lower-case
     * @param rule what it means, in a few words
     * @return this
     */
    public Variant option(boolean isDefault, String name, String rule) {
        if (!isDefault) {
            names.add(name);
            rules.add(rule);
        }
        return this;
    }

    /**
     * Notes the choice of a constant unless it is the default.
     *
     * @param chosen the constant
     * @param standard the default
     * @param prefix what stands before the constant in the id, possibly empty
     * @param rule what it means, in a few words
     * @param <E> the type of the constants
     * @return this
     */
    public <E extends Enum<E>> Variant option(E chosen, E standard, String prefix, String rule) {
        return option(chosen == standard, prefix + word(chosen), rule);
    }

    /** {@return the definition} */
    public MetricDefinition definition() {
        return names.isEmpty()
                ? base
                : base.variant(
                        String.join("-", names),
                        base.purpose() + " Here: " + String.join("; ", rules) + ".",
                        base.source());
    }

    /**
     * Returns a constant as a part of an id.
     *
     * @param constant the constant, such as {@code LOWER_MEDIAN}
     * @return its name, such as {@code lower-median}
     */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
