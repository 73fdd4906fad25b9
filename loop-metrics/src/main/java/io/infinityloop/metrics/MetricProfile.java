package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a metric besides how it is computed. Begin with {@link #PLAIN} and add to it.
 *
 * <p>Source: requirements MET-01, MET-33, MET-34, OBS-13 and CAT-14.
 *
 * @param aliases other names, such as {@code MTTR}
 * @param formula the definition as a formula in words, for example {@code passed / (passed + failed)}; empty if the
 *     purpose says it all
 * @param target what a value is to reach unless a user says otherwise; null if no source gives a figure
 * @param relevance whether it is about what users feel, or about what is behind
 * @param timing whether it moves before the result does, or after
 * @param audiences who looks at it
 * @param dimension the side of CALMR that it belongs to; null if none
 * @param stage the stage that it is about; null if it is about the loop as a whole
 * @param options what can be chosen, by name: what the choice means, with its default
 * @since 0.1
 */
public record MetricProfile(
        List<String> aliases,
        String formula,
        @Nullable Target target,
        Relevance relevance,
        Timing timing,
        Set<Audience> audiences,
        @Nullable CalmrDimension dimension,
        @Nullable Stage stage,
        SortedMap<String, String> options) {
    /** No other names, no target, no options; secondary, lagging, for engineers. */
    public static final MetricProfile PLAIN = new MetricProfile(
            List.of(),
            "",
            null,
            Relevance.SECONDARY,
            Timing.LAGGING,
            Set.of(Audience.ENGINEER),
            null,
            null,
            new TreeMap<>());

    /** Creates a profile. */
    public MetricProfile {
        aliases = List.copyOf(aliases);
        requireNonNull(formula, "formula");
        requireNonNull(relevance, "relevance");
        requireNonNull(timing, "timing");
        audiences = Collections.unmodifiableSet(
                audiences.isEmpty() ? EnumSet.noneOf(Audience.class) : EnumSet.copyOf(audiences));
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /**
     * What a metric is about.
     *
     * @since 0.1
     */
    public enum Relevance {
        /** What users feel: the experience of those whom the software is for. */
        PRIMARY,
        /** What is behind it: resources, topology, process. */
        SECONDARY
    }

    /**
     * When a metric moves.
     *
     * @since 0.1
     */
    public enum Timing {
        /** Before the result: it can still be acted on. */
        LEADING,
        /** With the result, or after it. */
        LAGGING
    }

    /**
     * Who looks at a metric.
     *
     * @since 0.1
     */
    public enum Audience {
        /** Those who build and run the software. */
        ENGINEER,
        /** Those who decide what it is to do. */
        BUSINESS,
        /** Those who answer for it as a whole. */
        EXECUTIVE
    }

    /**
     * Returns this with other names.
     *
     * @param names the names
     * @return the profile
     */
    public MetricProfile alias(String... names) {
        return new MetricProfile(
                List.of(names), formula, target, relevance, timing, audiences, dimension, stage, options);
    }

    /**
     * Returns this with a formula in words.
     *
     * @param words the formula
     * @return the profile
     */
    public MetricProfile formula(String words) {
        return new MetricProfile(aliases, words, target, relevance, timing, audiences, dimension, stage, options);
    }

    /**
     * Returns this with what a value is to reach.
     *
     * @param newTarget the target
     * @return the profile
     */
    public MetricProfile target(Target newTarget) {
        return new MetricProfile(aliases, formula, newTarget, relevance, timing, audiences, dimension, stage, options);
    }

    /** {@return this for a metric of what users feel} */
    public MetricProfile primary() {
        return new MetricProfile(
                aliases, formula, target, Relevance.PRIMARY, timing, audiences, dimension, stage, options);
    }

    /** {@return this for a metric that moves before the result does} */
    public MetricProfile leading() {
        return new MetricProfile(
                aliases, formula, target, relevance, Timing.LEADING, audiences, dimension, stage, options);
    }

    /**
     * Returns this for those who look at it.
     *
     * @param readers who looks at it
     * @return the profile
     */
    public MetricProfile audience(Audience... readers) {
        return new MetricProfile(
                aliases, formula, target, relevance, timing, Set.of(readers), dimension, stage, options);
    }

    /**
     * Returns this with the side of CALMR that it belongs to.
     *
     * @param side the side
     * @return the profile
     */
    public MetricProfile dimension(CalmrDimension side) {
        return new MetricProfile(aliases, formula, target, relevance, timing, audiences, side, stage, options);
    }

    /**
     * Returns this with the stage that it is about.
     *
     * @param about the stage
     * @return the profile
     */
    public MetricProfile stage(Stage about) {
        return new MetricProfile(aliases, formula, target, relevance, timing, audiences, dimension, about, options);
    }

    /**
     * Returns this with one more option.
     *
     * @param name the name of the option, as the builder's method is called
     * @param meaning what the choice means, with its default
     * @return the profile
     */
    public MetricProfile option(String name, String meaning) {
        SortedMap<String, String> more = new TreeMap<>(options);
        more.put(name, meaning);
        return new MetricProfile(aliases, formula, target, relevance, timing, audiences, dimension, stage, more);
    }
}
