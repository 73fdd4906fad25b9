package io.infinityloop.metrics.testing;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * Checks that a metric of your own keeps the laws of the library, so that its numbers do not depend on order, on who
 * added up what, or on what nobody knows.
 *
 * <p>One line in a test of any framework: {@code MetricLaws.check(metric, frame, subjects)}. Some ten subjects that
 * differ, some of them odd, tell more than a thousand alike. All laws that are broken are in one message.
 *
 * <p>The laws: a new state is neutral; merging is associative and commutative, is the fold of both, and leaves the
 * added state as it is; the order of subjects changes nothing; nothing throws or gives null; the definition stays the
 * same; without a subject n is 0, and a duration is undefined; a value has the unit and the id of the definition, and a
 * ratio is 0 to 1. All of that in exact and in bounded memory.
 *
 * @since 0.1
 */
public final class MetricLaws {
    private MetricLaws() {}

    /**
     * Checks a metric.
     *
     * @param metric the metric
     * @param frame a window into which some of the subjects fall, what is known, and the zone
     * @param samples subjects, at least one of the metric's type; others are passed over
     * @throws AssertionError if a law is broken; the message lists all of them
     */
    public static void check(MetricCalculator<?, ?> metric, Frame frame, Collection<? extends Subject> samples) {
        Violations violations = new Violations();
        if (look(metric, frame, samples, violations) == 0) {
            violations.add("none of the " + samples.size() + " samples is in the window for this metric");
        }
        violations.report("the metric " + name(metric));
    }

    /**
     * Returns which laws a metric breaks, as far as these subjects tell.
     *
     * @param metric the metric
     * @param frame the window, what is known, and the zone
     * @param samples subjects; those of other types are passed over
     * @return the laws that are broken, one line each; none if all is well
     */
    public static List<String> violations(
            MetricCalculator<?, ?> metric, Frame frame, Collection<? extends Subject> samples) {
        Violations violations = new Violations();
        look(metric, frame, samples, violations);
        return violations.all();
    }

    private static String name(MetricCalculator<?, ?> metric) {
        try {
            return "'" + metric.definition().id() + "'";
        } catch (RuntimeException nameless) {
            return metric.getClass().getName();
        }
    }

    private static <F extends Subject, S> int look(
            MetricCalculator<F, S> metric, Frame frame, Collection<? extends Subject> samples, Violations violations) {
        requireNonNull(frame, "frame");
        violations.unless("definition() does not throw", () -> {
            if (!requireNonNull(metric.definition(), "definition() gives null").equals(metric.definition())) {
                violations.add("definition() is the same each time: " + metric.definition());
            }
        });
        if (!violations.all().isEmpty()) {
            return 1;
        }
        int seen = 0;
        for (Memory memory : Memory.values()) {
            seen += new FoldLaws<>(new InFrame<>(metric, frame, memory), violations).check(samples);
        }
        violations.unless("result() does not throw", () -> results(metric, frame, samples, violations));
        return seen;
    }

    private static void results(
            MetricCalculator<?, ?> metric, Frame frame, Collection<? extends Subject> samples, Violations violations) {
        Analysis analysis = Analysis.builder(frame.asOf(), frame.zone())
                .metric(metric)
                .window(frame.window())
                .build();
        for (Cell cell : analysis.run(samples).cells()) {
            result(metric.definition(), cell.result(), violations);
        }
        nothing(metric, frame, violations);
    }

    private static <F extends Subject, S> void nothing(
            MetricCalculator<F, S> metric, Frame frame, Violations violations) {
        MetricResult result = requireNonNull(metric.result(metric.newState(), frame), "result() gives null");
        result(metric.definition(), result, violations);
        if (result instanceof MetricResult.Value value) {
            boolean lasts = metric.definition().unit().dimension() == Unit.Dimension.TIME;
            if (lasts || value.n() != 0) {
                violations.add("no data has n=0, and no duration at all: it is " + value);
            }
        }
    }

    /** What holds of the result of any metric. */
    static void result(MetricDefinition definition, MetricResult result, Violations violations) {
        if (!result.definition().equals(definition.id())) {
            violations.add("a result has the id of its definition: it is '" + result.definition() + "'");
        }
        if (result instanceof MetricResult.Failed failed) {
            violations.add("a metric does not fail: " + failed.error());
        }
        if (result instanceof MetricResult.Value value) {
            Amount headline = value.headline();
            if (headline.unit() != definition.unit()) {
                violations.add("a value has the unit of its definition: it is in " + headline.unit() + ", not in "
                        + definition.unit());
            }
            boolean beyond = headline.number().signum() < 0 || headline.number().compareTo(BigDecimal.ONE) > 0;
            if (headline.unit() == Unit.RATIO && beyond) {
                violations.add("a ratio is 0 to 1: it is " + headline);
            }
            if (value.n() < 0) {
                violations.add("n is not negative: it is " + value.n());
            }
        }
    }

    /** A metric in one frame. */
    private record InFrame<F extends Subject, S>(MetricCalculator<F, S> metric, Frame frame, Memory memory)
            implements Fold<F, S> {
        @Override
        public Class<F> subject() {
            return metric.subject();
        }

        @Override
        public Place place(F subject) {
            return metric.place(subject, frame.asOf());
        }

        @Override
        public boolean isInWindow(Place place) {
            return Fold.isIn(frame, place);
        }

        @Override
        public S newState() {
            return requireNonNull(metric.newState(memory), "newState() gives null");
        }

        @Override
        public Use add(S state, F subject) {
            return requireNonNull(metric.add(state, subject, frame), "add() gives null");
        }

        @Override
        public S merge(S into, S from) {
            return requireNonNull(metric.merge(into, from), "merge() gives null");
        }

        @Override
        public Object result(S state) {
            return requireNonNull(metric.result(state, frame), "result() gives null");
        }
    }
}
