package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.DefectFound;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How early defects are found: the share of them that is found before RELEASE.
 *
 * <p>A defect is work that was sent back, a row of failures of the same tests, or an incident that was no exercise; see
 * {@link DefectFound}. It falls into the window in which it was found. The headline is the defects found in PLAN, CODE,
 * BUILD or TEST, divided by all; the parts are both counts, and how many were found in each stage.
 *
 * <p>No data is undefined: a period without defects says nothing about where they would be found.
 *
 * @unit ratio, 0 to 1
 * @source the lesson of the DevOps loop, "Shift left"; the formula is ours. Requirement MET-37.
 * @since 0.1
 */
public final class ShiftLeftIndex {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.shift-left-index",
                    "Shift-left index",
                    "How many of the defects are found before Release.",
                    "defects",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "DevOps loop, formula ours; MET-37")
            .with(MetricProfile.PLAIN
                    .formula("defects found in Plan, Code, Build or Test / defects found")
                    .leading()
                    .audience(Audience.ENGINEER, Audience.BUSINESS)
                    .dimension(CalmrDimension.MEASUREMENT));

    private ShiftLeftIndex() {}

    /** {@return the metric} */
    public static MetricCalculator<DefectFound, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                DefectFound.class,
                (defect, asOf) -> new Place.At(defect.at()),
                Shares::new,
                (state, defect, frame) -> {
                    state.add(defect.stage().displayName(), defect.stage().isBefore(Stage.RELEASE));
                    return Use.counted();
                },
                Shares::merge,
                (state, frame) -> state.result(DEFINITION, "before Release", found(state)));
    }

    private static SortedMap<String, Amount> found(Shares state) {
        SortedMap<String, Amount> found = new TreeMap<>();
        for (Stage stage : Stage.all()) {
            found.put("in " + stage.displayName(), Amount.count(state.of(stage.displayName())[1]));
        }
        return found;
    }
}
