package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One metric on its way over the subjects: a {@link Row} of states for each segment. What the metric throws ends the
 * run, and nothing else. Not safe for use by many threads.
 */
final class MetricRun<F extends Subject, S> {
    private static final Logger log = LoggerFactory.getLogger(MetricRun.class);

    private final MetricDefinition definition;
    private final MetricCalculator<F, S> metric;
    private final Plan plan;
    private final TimeLimit.Clock clock;
    private final List<@Nullable Row<F, S>> rows = new ArrayList<>();
    private MetricResult.@Nullable Failed failure;

    MetricRun(MetricDefinition definition, MetricCalculator<F, S> metric, Plan plan) {
        this.definition = definition;
        this.metric = metric;
        this.plan = plan;
        this.clock = plan.limit().clock();
    }

    MetricDefinition definition() {
        return definition;
    }

    void add(Batch batch) {
        guarded(() -> {
            Class<F> type = requireNonNull(metric.subject(), "subject() gave null");
            for (Batch.Group group : batch.of(type)) {
                if (group.failure() != null) {
                    throw new IllegalStateException(group.failure());
                }
                for (int i = 0; i < group.size(); i++) {
                    row(group.segment(i)).add(type.cast(group.subject(i)));
                    clock.check();
                }
            }
        });
    }

    /** Adds the states of another run of the same metric, which are not changed. */
    void merge(MetricRun<F, S> other, int[] numbersHere) {
        if (other.failure != null) {
            failed(other.failure);
        }
        guarded(() -> {
            for (int number = 0; number < other.rows.size(); number++) {
                Row<F, S> row = other.rows.get(number);
                if (row != null) {
                    row(numbersHere[number]).merge(row);
                    clock.check();
                }
            }
        });
    }

    private Row<F, S> row(int number) {
        while (rows.size() <= number) {
            rows.add(null);
        }
        Row<F, S> row = rows.get(number);
        if (row == null) {
            row = new Row<>(definition, metric, plan);
            rows.set(number, row);
        }
        return row;
    }

    /** The results over all subjects first, then by segment. */
    List<Cell> cells(SegmentTable segments) {
        List<Cell> cells = new ArrayList<>();
        guarded(() -> {
            List<Cell> found = new ArrayList<>();
            if (plan.segmenter().isTrivial()) {
                found.addAll(row(0).cells(Segment.ALL));
            } else {
                int[] numbers = numbers(segments);
                for (int number : numbers) {
                    found.addAll(row(number).cells(segments.get(number)));
                    clock.check();
                }
                found.addAll(0, whole(numbers).cells(Segment.ALL));
            }
            clock.check();
            cells.addAll(found);
        });
        return failure == null ? cells : plan.failed(definition, failure);
    }

    /** The numbers of the segments that have a row, in the order of the segments. */
    private int[] numbers(SegmentTable segments) {
        return IntStream.range(0, rows.size())
                .filter(number -> rows.get(number) != null)
                .boxed()
                .sorted(Comparator.comparing(segments::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Row<F, S> whole(int[] numbers) {
        Row<F, S> all = new Row<>(definition, metric, plan);
        for (int number : numbers) {
            all.merge(row(number));
            clock.check();
        }
        return all;
    }

    private void guarded(Runnable work) {
        if (failure != null) {
            return;
        }
        clock.start();
        try {
            work.run();
        } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
            log.debug("metric {} failed", definition.id(), thrown);
            failed(MetricResult.Failed.of(definition, thrown));
        }
        clock.stop();
    }

    /** Of two failures the one counts that comes first as text, whichever came first in time. */
    private void failed(MetricResult.Failed other) {
        if (failure == null || other.error().compareTo(failure.error()) < 0) {
            failure = other;
        }
        rows.clear();
    }
}
