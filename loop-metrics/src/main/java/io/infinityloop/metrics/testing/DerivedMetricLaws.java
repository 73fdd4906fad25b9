package io.infinityloop.metrics.testing;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.CellView;
import io.infinityloop.metrics.DerivedMetric;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Checks that a derived metric of your own keeps the laws of the library: its definition and inputs stay the same, the
 * same results give the same, it copes with inputs that are undefined or failed, and its values have the unit and the
 * id of its definition.
 *
 * @since 0.1
 */
public final class DerivedMetricLaws {
    private DerivedMetricLaws() {}

    /**
     * Checks a derived metric.
     *
     * @param metric the metric
     * @param frame a window that some of the cells are of, what is known, and the zone
     * @param samples results of its inputs over all subjects, good ones
     * @throws AssertionError if a law is broken; the message lists all of them
     */
    public static void check(DerivedMetric metric, Frame frame, Collection<Cell> samples) {
        Violations violations = new Violations();
        violations.unless("definition() and inputs() do not throw", () -> named(metric, violations));
        if (violations.all().isEmpty()) {
            List<Cell> cells = known(metric, frame, samples);
            value(metric, frame, cells, violations);
            absent(metric, frame, cells, violations);
        }
        violations.report("the derived metric of " + metric.getClass().getName());
    }

    private static void named(DerivedMetric metric, Violations violations) {
        MetricDefinition definition = requireNonNull(metric.definition(), "definition() gives null");
        if (!definition.equals(metric.definition())) {
            violations.add("definition() is the same each time");
        }
        if (!metric.inputs().equals(metric.inputs())) {
            violations.add("inputs() are the same each time");
        }
        if (metric.inputs().isEmpty() || metric.inputs().contains(definition.id())) {
            violations.add("it has inputs, and is none itself: " + metric.inputs());
        }
    }

    /** The samples, and something undefined for each input that they lack. */
    private static List<Cell> known(DerivedMetric metric, Frame frame, Collection<Cell> samples) {
        List<Cell> cells = new ArrayList<>();
        for (Cell sample : samples) {
            if (metric.inputs().contains(sample.metric().id())) {
                cells.add(sample);
            }
        }
        for (String input : metric.inputs()) {
            if (cells.stream().noneMatch(cell -> cell.metric().id().equals(input))) {
                cells.add(new Cell(
                        input(input), Segment.ALL, frame.window(), MetricResult.Undefined.unknown(input(input)), null));
            }
        }
        return cells;
    }

    private static MetricDefinition input(String id) {
        return new MetricDefinition(
                id, id, id, "data", Unit.NUMBER, MetricDefinition.Direction.NEUTRAL, "the test kit");
    }

    private static void value(DerivedMetric metric, Frame frame, List<Cell> cells, Violations violations) {
        violations.unless("result() does not throw", () -> {
            CellView view = CellView.of(frame, Segment.ALL, cells);
            MetricResult result = requireNonNull(metric.result(view), "result() gives null");
            MetricLaws.result(metric.definition(), result, violations);
            MetricResult again = metric.result(CellView.of(frame, Segment.ALL, cells));
            if (!result.equals(again)) {
                violations.add("the same inputs give the same: " + result + " against " + again);
            }
        });
    }

    private static void absent(DerivedMetric metric, Frame frame, List<Cell> cells, Violations violations) {
        for (Cell cell : cells) {
            for (MetricResult gone : List.of(
                    new MetricResult.Undefined(cell.metric().id(), "nothing is known", new TreeMap<>()),
                    new MetricResult.Failed(cell.metric().id(), "failed"))) {
                List<Cell> without = new ArrayList<>(cells);
                without.replaceAll(
                        other -> other.metric().id().equals(cell.metric().id())
                                ? new Cell(other.metric(), other.segment(), other.window(), gone, null)
                                : other);
                violations.unless("it copes with an input that is undefined or failed", () -> {
                    MetricResult result = requireNonNull(
                            metric.result(CellView.of(frame, Segment.ALL, without)), "result() gives null");
                    MetricLaws.result(metric.definition(), result, violations);
                });
            }
        }
    }
}
