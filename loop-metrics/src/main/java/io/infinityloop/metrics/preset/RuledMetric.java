package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;

/**
 * A metric that can be computed by any rules.
 *
 * @param definition the library's own definition
 * @param ours the library's own rules
 * @param query how it is computed by rules
 */
record RuledMetric(MetricDefinition definition, Rules ours, Recount.Query query) {
    /** The metric by rules, under a name of its own. */
    MetricCalculator<?, ?> by(String variant, Rules rules, String source) {
        StringBuilder purpose = new StringBuilder("As ").append(source).append(" has it.");
        rules.options()
                .forEach(option -> purpose.append(' ')
                        .append(option.rule())
                        .append(": ")
                        .append(option.meaning())
                        .append('.'));
        return new Recount(definition.variant(variant, purpose.toString(), source), rules, query);
    }
}
