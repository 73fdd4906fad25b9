package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@link Analysis} knows of some of the subjects: the states of its metrics. Subjects may be added at any time,
 * and the parts of others: the scorecard is the same, bit for bit, whichever way and in whichever order they came
 * together. Each subject is to be added once.
 *
 * <p>Parts can be computed side by side, for example one for each service, and merged. Not safe for use by many
 * threads; a part that others are merged from may be read by many.
 *
 * @since 0.1
 */
public final class Partial {
    private final Analysis analysis;
    private final SegmentTable segments;
    private final Map<String, MetricRun<?, ?>> runs = new LinkedHashMap<>();

    Partial(Analysis analysis) {
        this.analysis = analysis;
        this.segments = new SegmentTable(analysis.plan().segmenter());
        analysis.metrics()
                .forEach((definition, metric) -> runs.put(definition.id(), run(definition, metric, analysis.plan())));
    }

    private static <F extends Subject, S> MetricRun<F, S> run(
            MetricDefinition definition, MetricCalculator<F, S> metric, Plan plan) {
        return new MetricRun<>(definition, metric, plan);
    }

    /**
     * Adds subjects.
     *
     * @param subjects the subjects, in any order
     * @return this
     */
    public Partial add(Collection<? extends Subject> subjects) {
        Batch batch = new Batch(subjects, segments);
        runs.values().forEach(run -> run.add(batch));
        return this;
    }

    /**
     * Adds what another part of the same analysis knows.
     *
     * @param other the other part, not changed
     * @return this
     * @throws IllegalArgumentException if it is of another analysis, or is this one
     */
    public Partial merge(Partial other) {
        if (other == this || other.analysis != analysis) {
            throw new IllegalArgumentException(
                    other == this
                            ? "a part cannot be merged with itself: its subjects would count twice"
                            : "only parts of one and the same analysis can be merged");
        }
        int[] numbersHere = segments.numbers(other.segments);
        // Both have the runs of the same metrics in the same order.
        Iterator<MetricRun<?, ?>> others = other.runs.values().iterator();
        runs.values().forEach(run -> merge(run, others.next(), numbersHere));
        return this;
    }

    @SuppressWarnings("unchecked")
    private static <F extends Subject, S> void merge(MetricRun<F, S> into, MetricRun<?, ?> from, int[] numbersHere) {
        into.merge((MetricRun<F, S>) from, numbersHere);
    }

    /** {@return the results so far} */
    public Scorecard scorecard() {
        Map<String, List<Cell>> computed = new LinkedHashMap<>();
        runs.forEach((id, run) -> computed.put(id, run.cells(segments)));
        for (DerivedRun derived : analysis.derivedRuns()) {
            List<List<Cell>> inputs = new ArrayList<>();
            derived.inputs().forEach(id -> inputs.add(computed.getOrDefault(id, List.of())));
            computed.put(derived.definition().id(), derived.cells(inputs));
        }
        return analysis.scorecard(computed);
    }
}
