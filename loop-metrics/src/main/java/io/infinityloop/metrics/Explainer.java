package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goes over the subjects of one cell once more, and this time says of each what became of it. */
final class Explainer<F extends Subject, S> {
    private static final Comparator<Subject> BY_EVENTS =
            Comparator.comparing(Subject::evidence, Explainer::compare).thenComparing(Subject::toString);

    private final MetricDefinition definition;
    private final MetricCalculator<F, S> metric;
    private final Segment segment;
    private final Plan plan;
    private final Frame frame;
    private final Row<F, S> row;
    private final List<Explanation.Used> used = new ArrayList<>();
    private final SortedMap<String, List<Subject>> excluded = new TreeMap<>();

    /** The plan has the one window that is asked for. */
    Explainer(MetricDefinition definition, MetricCalculator<F, S> metric, Segment segment, Plan plan) {
        this.definition = definition;
        this.metric = metric;
        this.segment = segment;
        this.plan = plan;
        this.frame = plan.frames().get(0);
        this.row = new Row<>(definition, metric, plan);
    }

    private static int compare(List<EventKey> one, List<EventKey> other) {
        Iterator<EventKey> others = other.iterator();
        for (EventKey key : one) {
            int order = others.hasNext() ? key.compareTo(others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    Explanation explain(Collection<? extends Subject> subjects) {
        try {
            Class<F> type = requireNonNull(metric.subject(), "subject() gave null");
            for (Subject subject : subjects) {
                if (type.isInstance(subject)
                        && (segment.isAll() || plan.segmenter().of(subject).equals(segment))) {
                    look(type.cast(subject));
                }
            }
            used.sort(Comparator.comparing(Explanation.Used::subject, BY_EVENTS));
            excluded.values().forEach(left -> left.sort(BY_EVENTS));
            return new Explanation(row.cells(segment).get(0), used, excluded, List.of());
        } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
            Cell all = plan.failed(definition, MetricResult.Failed.of(definition, thrown))
                    .get(0);
            return new Explanation(DerivedRun.absent(segment, all), List.of(), new TreeMap<>(), List.of());
        }
    }

    private void look(F subject) {
        row.add(subject);
        Place place = metric.place(subject, plan.asOf());
        if (place instanceof Place.Nowhere nowhere) {
            exclude(nowhere.reason(), subject);
        } else if (place instanceof Place.At at && at.instant().isAfter(plan.asOf())) {
            exclude(Plan.LATER, subject);
        } else if (isInWindow(place)) {
            S alone = requireNonNull(metric.newState(plan.memory()), "newState() gave null");
            Use use = metric.add(alone, subject, frame);
            if (use instanceof Use.Excluded reason) {
                exclude(reason.reason(), subject);
            } else if (use instanceof Use.Counted) {
                used.add(new Explanation.Used(subject, definition.own(metric.result(alone, frame))));
            }
        }
    }

    private boolean isInWindow(Place place) {
        if (place instanceof Place.At at) {
            return plan.index().at(0, at.instant()) == 0;
        }
        return place instanceof Place.Over over && plan.index().over(0, over.from(), over.to()).length > 0;
    }

    private void exclude(String reason, Subject subject) {
        excluded.computeIfAbsent(reason, same -> new ArrayList<>()).add(subject);
    }
}
