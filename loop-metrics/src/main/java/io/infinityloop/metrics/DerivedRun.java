package io.infinityloop.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes one derived metric, once the cells of its inputs are there. */
final class DerivedRun {
    private static final Logger log = LoggerFactory.getLogger(DerivedRun.class);

    private final MetricDefinition definition;
    private final DerivedMetric metric;
    private final Plan plan;
    private final List<String> inputs;

    DerivedRun(MetricDefinition definition, DerivedMetric metric, Plan plan) {
        this.definition = definition;
        this.metric = metric;
        this.plan = plan;
        this.inputs = List.copyOf(metric.inputs());
    }

    MetricDefinition definition() {
        return definition;
    }

    /** The ids of the inputs. */
    List<String> inputs() {
        return inputs;
    }

    List<Cell> cells(List<List<Cell>> inputCells) {
        TimeLimit.Clock clock = plan.limit().clock();
        clock.start();
        try {
            List<Cell> cells = new ArrayList<>();
            for (Map.Entry<Segment, List<Cell>> segment : bySegment(inputCells).entrySet()) {
                Target target =
                        plan.targets().find(definition, segment.getKey()).orElse(null);
                CellView view = CellView.of(plan.frames().get(0), segment.getKey(), segment.getValue());
                for (Frame frame : plan.frames()) {
                    MetricResult result = definition.own(metric.result(view.in(frame)));
                    cells.add(new Cell(definition, segment.getKey(), frame.window(), result, target));
                    clock.check();
                }
            }
            return cells;
        } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
            log.debug("metric {} failed", definition.id(), thrown);
            return plan.failed(definition, MetricResult.Failed.of(definition, thrown));
        }
    }

    /** The cells of each segment that any input has; what an input does not know of a segment is undefined there. */
    private Map<Segment, List<Cell>> bySegment(List<List<Cell>> inputs) {
        SortedSet<Segment> segments = new TreeSet<>();
        inputs.forEach(cells -> cells.forEach(cell -> segments.add(cell.segment())));
        Map<Segment, List<Cell>> bySegment = new LinkedHashMap<>();
        segments.forEach(segment -> bySegment.put(segment, new ArrayList<>()));
        for (List<Cell> cells : inputs) {
            Map<Segment, List<Cell>> own = new LinkedHashMap<>();
            cells.forEach(cell -> own.computeIfAbsent(cell.segment(), same -> new ArrayList<>())
                    .add(cell));
            List<Cell> whole = own.getOrDefault(Segment.ALL, List.of());
            bySegment.forEach((segment, all) -> all.addAll(own.getOrDefault(segment, absent(segment, whole))));
        }
        return bySegment;
    }

    private static List<Cell> absent(Segment segment, List<Cell> whole) {
        return whole.stream().map(cell -> absent(segment, cell)).toList();
    }

    /** The cell of a segment of which a metric knows nothing. */
    static Cell absent(Segment segment, Cell whole) {
        MetricResult result = whole.result() instanceof MetricResult.Failed
                ? whole.result()
                : MetricResult.Undefined.unknown(whole.metric());
        return new Cell(whole.metric(), segment, whole.window(), result, whole.target());
    }
}
