package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** A derived metric that is given as a function. */
record FunctionOfResults(MetricDefinition definition, List<String> inputs, Function<CellView, MetricResult> function)
        implements DerivedMetric {
    FunctionOfResults {
        requireNonNull(definition, "definition");
        requireNonNull(function, "result");
        if (inputs.isEmpty() || inputs.contains(definition.id())) {
            throw new IllegalArgumentException("metric '" + definition.id() + "' is derived from " + inputs
                    + ": name at least one metric, and none that is itself");
        }
    }

    @Override
    public MetricResult result(CellView view) {
        return function.apply(view);
    }
}
