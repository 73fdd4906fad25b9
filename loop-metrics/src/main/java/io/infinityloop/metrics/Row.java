package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One metric in one segment: a state for each window that anything fell into, and what fell into none. */
final class Row<F extends Subject, S> {
    private final MetricDefinition definition;
    private final MetricCalculator<F, S> metric;
    private final Plan plan;
    private final List<@Nullable Slot<S>> slots;
    private final Map<String, Long> nowhere = new TreeMap<>();
    private boolean known;

    /** A segment in a window. */
    private static final class Slot<S> {
        private S state;
        private @Nullable Map<String, Long> excluded;

        Slot(S state) {
            this.state = state;
        }

        void exclude(String reason, long count) {
            if (excluded == null) {
                excluded = new TreeMap<>();
            }
            excluded.merge(reason, count, Long::sum);
        }
    }

    Row(MetricDefinition definition, MetricCalculator<F, S> metric, Plan plan) {
        this.definition = definition;
        this.metric = metric;
        this.plan = plan;
        this.slots = Arrays.asList(Row.<S>empty(plan.frames().size()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S> @Nullable Slot<S>[] empty(int size) {
        return new Slot[size];
    }

    void add(F subject) {
        Place place = requireNonNull(metric.place(subject, plan.asOf()), "place() gave null");
        if (place instanceof Place.At at) {
            if (at.instant().isAfter(plan.asOf())) {
                nowhere.merge(Plan.LATER, 1L, Long::sum);
                return;
            }
            known = true;
            for (int lane = 0; lane < plan.index().lanes(); lane++) {
                int window = plan.index().at(lane, at.instant());
                if (window >= 0) {
                    add(subject, window);
                }
            }
        } else if (place instanceof Place.Over over) {
            known = true;
            for (int lane = 0; lane < plan.index().lanes(); lane++) {
                for (int window : plan.index().over(lane, over.from(), over.to())) {
                    add(subject, window);
                }
            }
        } else if (place instanceof Place.Nowhere reason) {
            nowhere.merge(reason.reason(), 1L, Long::sum);
        }
    }

    private void add(F subject, int window) {
        Slot<S> slot = slot(window);
        Use use = requireNonNull(metric.add(slot.state, subject, plan.frames().get(window)), "add() gave null");
        if (use instanceof Use.Excluded reason) {
            slot.exclude(reason.reason(), 1);
        }
    }

    private Slot<S> slot(int window) {
        Slot<S> slot = slots.get(window);
        if (slot == null) {
            slot = new Slot<>(requireNonNull(metric.newState(plan.memory()), "newState() gave null"));
            slots.set(window, slot);
        }
        return slot;
    }

    /** Adds the states of another row of the same metric, which are not changed. */
    void merge(Row<F, S> other) {
        known |= other.known;
        other.nowhere.forEach((reason, count) -> nowhere.merge(reason, count, Long::sum));
        for (int window = 0; window < slots.size(); window++) {
            Slot<S> from = other.slots.get(window);
            if (from != null) {
                Slot<S> into = slot(window);
                into.state = requireNonNull(metric.merge(into.state, from.state), "merge() gave null");
                if (from.excluded != null) {
                    from.excluded.forEach(into::exclude);
                }
            }
        }
    }

    List<Cell> cells(Segment segment) {
        Target target = plan.targets().find(definition, segment).orElse(null);
        List<Cell> cells = new ArrayList<>(slots.size());
        for (int window = 0; window < slots.size(); window++) {
            Frame frame = plan.frames().get(window);
            cells.add(new Cell(definition, segment, frame.window(), result(slots.get(window), frame), target));
        }
        return cells;
    }

    private MetricResult result(@Nullable Slot<S> slot, Frame frame) {
        MetricResult result = MetricResult.Undefined.unknown(definition);
        if (known) {
            S state =
                    slot == null ? requireNonNull(metric.newState(plan.memory()), "newState() gave null") : slot.state;
            result = definition.own(metric.result(state, frame));
        }
        if (slot == null || slot.excluded == null) {
            return nowhere.isEmpty() && result.excluded().isEmpty() ? result : result.withExcluded(nowhere);
        }
        Map<String, Long> all = new TreeMap<>(nowhere);
        slot.excluded.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return result.withExcluded(all);
    }
}
