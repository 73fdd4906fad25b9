package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Revision;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of the commits could go to production as they are.
 *
 * <p>Commits that are READY, divided by all: see {@link Readiness}. A commit that was never built or tested counts
 * against it, because nobody knows. The instant of the commit says which window it falls into. The parts are how many
 * are ready, not ready and unknown, and the median time from the commit to the answer.
 *
 * <p>Left out and counted: commits of which nobody can say yet; merge commits without a run of their own; all commits,
 * if no build is known at all. No commit is undefined.
 *
 * @unit part of the commits, 0 to 1
 * @source ours. Requirement MET-49.
 * @since 0.1
 */
public final class ProductionReadiness {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.production-readiness",
                    "Production readiness",
                    "Commits whose builds and tests all passed, divided by those of which that is known.",
                    "commits whose builds and tests are known",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-49")
            .with(MetricProfile.PLAIN
                    .formula("ready / (ready + not ready)")
                    .audience(MetricProfile.Audience.ENGINEER, MetricProfile.Audience.BUSINESS)
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW));

    private ProductionReadiness() {}

    /** {@return the metric} */
    public static MetricCalculator<Revision, ?> calculator() {
        return Metrics.foldIn(
                DEFINITION,
                Revision.class,
                (revision, asOf) -> place(revision),
                Answers::new,
                (answers, revision, frame) -> answers.add(Readiness.of(revision)),
                Answers::merge,
                (answers, frame) -> answers.result());
    }

    private static Place place(Revision revision) {
        if (!revision.isObserved()) {
            return new Place.Nowhere("no build is known");
        }
        boolean isBare = revision.builds().isEmpty() && revision.tests().isEmpty();
        return revision.isMerge() && isBare ? new Place.Nowhere("merge commit") : new Place.At(revision.at());
    }

    private static final class Answers {
        private final Map<Readiness.State, Long> states = new EnumMap<>(Readiness.State.class);
        private final Samples times;

        Answers(Memory memory) {
            times = Samples.in(memory);
        }

        Use add(Readiness readiness) {
            if (readiness.state() == Readiness.State.UNKNOWN) {
                return Use.excluded("nobody can say yet");
            }
            states.merge(readiness.state(), 1L, Long::sum);
            Duration time = readiness.timeToAnswer();
            if (time != null) {
                times.add(time); // a clock that runs behind costs its time, not its answer
            }
            return Use.counted();
        }

        Answers merge(Answers from) {
            from.states.forEach((state, count) -> states.merge(state, count, Long::sum));
            times.addAll(from.times);
            return this;
        }

        MetricResult result() {
            long all = states.values().stream().mapToLong(Long::longValue).sum();
            if (all == 0) {
                return MetricResult.Undefined.inWindow(DEFINITION);
            }
            SortedMap<String, Amount> parts = new TreeMap<>();
            parts.put("ready", Amount.count(count(Readiness.State.READY)));
            parts.put("not ready", Amount.count(count(Readiness.State.NOT_READY)));
            if (times.size() > 0) {
                parts.put("median time to answer", times.value(Statistic.MEDIAN, Unit.SECONDS));
            }
            return MetricResult.Value.of(DEFINITION, Part.of(count(Readiness.State.READY), all), parts, all);
        }

        private long count(Readiness.State state) {
            return states.getOrDefault(state, 0L);
        }
    }
}
