package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether acting on an insight helped. Work that is done closes nothing: only a later cycle's look at the number of the
 * goal does.
 *
 * <pre>{@code
 * InsightFollowUp slow = InsightFollowUp.of(insight, goal);   // found in cycle 1: p95 is to fall below 500 ms
 * slow.with(2, measurement).status();                         // CLOSED_IMPROVED with 480 ms
 * }</pre>
 *
 * <p>Source: requirement FBK-03.
 *
 * @param insight the insight, whose aim says in which cycle it was found
 * @param goal what acting on it is to bring about
 * @param measured what was measured, in any order
 * @since 0.1
 */
public record InsightFollowUp(Insight insight, OutcomeGoal goal, List<Measured> measured) {
    private static final Comparator<Measured> LATEST_LAST = Comparator.comparingLong(Measured::cycle)
            .thenComparing(found -> found.measurement().at())
            .thenComparing(found -> found.measurement().id());

    /**
     * Creates a follow-up.
     *
     * @throws IllegalArgumentException if the insight says that nothing was found
     */
    public InsightFollowUp {
        if (insight.isNothingFound()) {
            throw new IllegalArgumentException(
                    "insight " + insight.id() + " says that nothing was found: expected one on which somebody can act");
        }
        requireNonNull(goal, "goal");
        measured = List.copyOf(requireNonNull(measured, "measured"));
    }

    /**
     * Returns the follow-up of an insight, after which nothing was measured yet.
     *
     * @param insight the insight
     * @param goal what acting on it is to bring about
     * @return the follow-up, OPEN
     * @throws IllegalArgumentException if the insight says that nothing was found
     */
    public static InsightFollowUp of(Insight insight, OutcomeGoal goal) {
        return new InsightFollowUp(insight, goal, List.of());
    }

    /**
     * Returns this with one more measurement. Any may be given; which of them count, {@link #decisive} tells.
     *
     * @param cycle the cycle in whose MONITOR it was taken, from 1
     * @param measurement what was measured
     * @return the follow-up
     * @throws IllegalArgumentException if the cycle is below 1
     */
    public InsightFollowUp with(long cycle, Measurement measurement) {
        List<Measured> more = new ArrayList<>(measured);
        more.add(new Measured(cycle, measurement));
        return new InsightFollowUp(insight, goal, more);
    }

    /** {@return whether it is closed, and how} */
    public Status status() {
        return decisive()
                .flatMap(Measured::metric)
                .map(metric -> goal.isReached(metric.value()) ? Status.CLOSED_IMPROVED : Status.CLOSED_NOT_IMPROVED)
                .orElse(Status.OPEN);
    }

    /**
     * Returns the measurement that closes the insight: of those of a later cycle, with the metric and the unit of the
     * goal, the latest.
     *
     * @return the measurement; empty if there is none, or nobody said in which cycle the insight was found
     */
    public Optional<Measured> decisive() {
        long found = insight.aim().cycle();
        return measured.stream()
                .filter(later -> found > 0 && later.cycle() > found)
                .filter(later -> later.metric().filter(this::isOfTheGoal).isPresent())
                .max(LATEST_LAST);
    }

    private boolean isOfTheGoal(Reading.Metric metric) {
        return metric.name().equals(goal.metric()) && metric.unit().equals(goal.unit());
    }

    /**
     * How far an insight is followed up.
     *
     * @since 0.1
     */
    public enum Status {
        /** No later cycle measured the goal. */
        OPEN,
        /** A later cycle measured it, and it was reached. */
        CLOSED_IMPROVED,
        /** A later cycle measured it, and it was not reached. */
        CLOSED_NOT_IMPROVED
    }

    /**
     * A measurement, and in which cycle's MONITOR it was taken.
     *
     * @param cycle the cycle, from 1
     * @param measurement the measurement
     * @since 0.1
     */
    public record Measured(long cycle, Measurement measurement) {
        /**
         * Creates it.
         *
         * @throws IllegalArgumentException if the cycle is below 1
         */
        public Measured {
            if (cycle < 1) {
                throw new IllegalArgumentException("cycle " + cycle + ": cycles are counted from 1");
            }
            requireNonNull(measurement, "measurement");
        }

        private Optional<Reading.Metric> metric() {
            return measurement.reading() instanceof Reading.Metric metric ? Optional.of(metric) : Optional.empty();
        }
    }
}
