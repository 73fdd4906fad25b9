package io.infinityloop.metrics.preset;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.link.Derived;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric under several definitions side by side, and which rule makes the difference.
 *
 * <p>For each definition the rules in which it differs from the library's own are tried one at a time: all of its rules
 * but this one, which is ours. What the number would be then says what the rule does, by itself. Rules may need each
 * other, so that the steps do not add up to the whole difference.
 *
 * <p>Worked example: {@code DefinitionComparisonTest}.
 *
 * @since 0.1
 */
public final class DefinitionComparison {
    private DefinitionComparison() {}

    /**
     * A definition and what it says.
     *
     * @param preset the name of the preset
     * @param definition the definition
     * @param result what it says
     * @param effects what would be said if one of its rules were ours, the greatest change first; none for our own
     * @since 0.1
     */
    public record Row(String preset, MetricDefinition definition, MetricResult result, List<Effect> effects) {
        /** Creates a row. */
        public Row {
            requireNonNull(preset, "preset");
            requireNonNull(definition, "definition");
            requireNonNull(result, "result");
            effects = List.copyOf(effects);
        }

        /** {@return the rule that changes the number most, or empty if none changes it} */
        public Optional<Effect> decisive() {
            return effects.stream().filter(effect -> effect.changes(result)).findFirst();
        }
    }

    /**
     * What a rule does to a number.
     *
     * @param rule the name of the rule: {@code statistic}
     * @param theirs what the definition has: {@code the mean}
     * @param ours what we have: {@code the median}
     * @param result what the definition would say if this rule were ours
     * @since 0.1
     */
    public record Effect(String rule, String theirs, String ours, MetricResult result) {
        /** Creates an effect. */
        public Effect {
            requireNonNull(rule, "rule");
            requireNonNull(theirs, "theirs");
            requireNonNull(ours, "ours");
            requireNonNull(result, "result");
        }

        /**
         * Tells whether the rule matters.
         *
         * @param before what the definition says by its own rule
         * @return whether the number is another, or only one of both is a number
         */
        public boolean changes(MetricResult before) {
            BigDecimal change = change(before, result);
            return change == null || change.signum() != 0;
        }
    }

    /** How much the number moves; null if it comes or goes, 0 if there is none in both. */
    private static @Nullable BigDecimal change(MetricResult before, MetricResult after) {
        if (before instanceof MetricResult.Value one && after instanceof MetricResult.Value other) {
            return other.headline().number().subtract(one.headline().number()).abs();
        }
        return before instanceof MetricResult.Value || after instanceof MetricResult.Value ? null : BigDecimal.ZERO;
    }

    /**
     * Compares definitions of a metric.
     *
     * @param metric the id or another name of the library's metric: {@code dora.change-lead-time}
     * @param presets the presets, in the order of the rows
     * @param derived the subjects, also those of {@link Preset#producers()}
     * @param frame the window, what is known, and the zone
     * @return a row for each preset
     * @throws IllegalArgumentException if there is only one definition of the metric, or none
     */
    public static List<Row> of(String metric, Collection<Preset> presets, Derived derived, Frame frame) {
        RuledMetric ruled = Preset.ruled(metric)
                .orElseThrow(() -> new IllegalArgumentException("there is nothing to compare '" + metric
                        + "' with: tools define "
                        + Preset.defined().stream().map(MetricDefinition::id).toList()));
        String id = ruled.definition().id();
        return presets.stream()
                .map(preset -> row(preset, ruled, preset.find(id).orElseThrow(), derived, frame))
                .toList();
    }

    private static Row row(
            Preset preset, RuledMetric ruled, MetricCalculator<?, ?> metric, Derived derived, Frame frame) {
        MetricResult result = measure(metric, derived, frame);
        Rules rules = preset.rules(ruled.definition().id()).orElseThrow();
        List<Effect> effects = new ArrayList<>();
        for (Option ours : rules.differences(ruled.ours())) {
            String name = preset.name() + "-with-our-" + ours.rule();
            MetricCalculator<?, ?> changed = ruled.by(name, rules.with(ours), preset.source());
            effects.add(new Effect(
                    ours.rule(), rules.like(ours).meaning(), ours.meaning(), measure(changed, derived, frame)));
        }
        effects.sort(Comparator.comparing(
                (Effect effect) -> change(result, effect.result()),
                Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder().reversed())));
        return new Row(preset.name(), metric.definition(), result, effects);
    }

    private static MetricResult measure(MetricCalculator<?, ?> metric, Derived derived, Frame frame) {
        return Analysis.builder(frame.asOf(), frame.zone())
                .metric(metric)
                .window(frame.window())
                .build()
                .run(derived)
                .find(metric.definition().id(), frame.window())
                .orElseThrow()
                .result();
    }
}
