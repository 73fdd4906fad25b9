package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Makes the usual metrics in one line each.
 *
 * <p>All of them give {@link MetricResult.Undefined} where they have nothing to compute from.
 *
 * @since 0.1
 */
public final class Metrics {
    private Metrics() {}

    /**
     * Returns a metric of how long something took: the median, with min, mean, p90, p95 and max as parts. A negative
     * duration is excluded and counted, and so is one of more than 292 years.
     *
     * @param definition what the metric is; its unit is {@link Unit#SECONDS}
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen
     * @param duration how long it took; asked for only where the subject has a place
     * @param <F> the type of the subjects
     * @return the metric
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> duration(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place, Function<F, Duration> duration) {
        return SampleMetric.ofDurations(definition, subject, place, duration, Statistic.MEDIAN);
    }

    /**
     * Returns a metric of how long something took, with another headline than the median.
     *
     * @param definition what the metric is; its unit is {@link Unit#SECONDS}
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen
     * @param duration how long it took; asked for only where the subject has a place
     * @param statistic the headline
     * @param <F> the type of the subjects
     * @return the metric
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> duration(
            MetricDefinition definition,
            Class<F> subject,
            Function<F, Place> place,
            Function<F, Duration> duration,
            Statistic statistic) {
        return SampleMetric.ofDurations(definition, subject, place, duration, statistic);
    }

    /**
     * Returns a metric of how big something is: the median, with min, mean, p90, p95 and max as parts.
     *
     * @param definition what the metric is; its unit is {@link Unit#COUNT}
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen
     * @param size how big it is; asked for only where the subject has a place
     * @param <F> the type of the subjects
     * @return the metric
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> size(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place, ToLongFunction<F> size) {
        return SampleMetric.ofSizes(definition, subject, place, size, Statistic.MEDIAN);
    }

    /**
     * Returns a metric of how many of something there are.
     *
     * @param definition what the metric is; its unit is {@link Unit#COUNT}
     * @param subject the type of the subjects
     * @param place when it happened
     * @param <F> the type of the subjects
     * @return the metric; a window without any, where others are known, is 0
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> count(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place) {
        requireUnit(definition, Unit.COUNT);
        return fold(
                definition,
                subject,
                always(place),
                () -> new long[1],
                (count, one, frame) -> {
                    count[0]++;
                    return Use.counted();
                },
                (into, from) -> {
                    into[0] += from[0];
                    return into;
                },
                (count, frame) -> frame.observed().isZero()
                        ? MetricResult.Undefined.notYet(definition)
                        : MetricResult.Value.of(definition, Amount.count(count[0]), Map.of(), count[0]));
    }

    /**
     * Returns any metric, from the parts of a {@link MetricCalculator}.
     *
     * @param definition what the metric is
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen, by subject and the last instant that is known
     * @param newState makes a state that holds nothing
     * @param add adds a subject to a state, and says whether it was used
     * @param merge adds the second state to the first and returns it; associative and commutative
     * @param result the result of a state
     * @param <F> the type of the subjects
     * @param <S> the type of the state
     * @return the metric
     */
    public static <F extends Subject, S> MetricCalculator<F, S> fold(
            MetricDefinition definition,
            Class<F> subject,
            BiFunction<F, Instant, Place> place,
            Supplier<S> newState,
            Step<F, S> add,
            BinaryOperator<S> merge,
            BiFunction<S, Frame, MetricResult> result) {
        requireNonNull(newState, "newState");
        return foldIn(definition, subject, place, memory -> newState.get(), add, merge, result);
    }

    /**
     * Returns any metric whose state keeps samples, and so depends on how much may be kept.
     *
     * @param definition what the metric is
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen, by subject and the last instant that is known
     * @param newState makes a state that holds nothing, by how much it may keep
     * @param add adds a subject to a state, and says whether it was used
     * @param merge adds the second state to the first and returns it; associative and commutative
     * @param result the result of a state
     * @param <F> the type of the subjects
     * @param <S> the type of the state
     * @return the metric
     */
    public static <F extends Subject, S> MetricCalculator<F, S> foldIn(
            MetricDefinition definition,
            Class<F> subject,
            BiFunction<F, Instant, Place> place,
            Function<Memory, S> newState,
            Step<F, S> add,
            BinaryOperator<S> merge,
            BiFunction<S, Frame, MetricResult> result) {
        return new FoldMetric<>(definition, subject, place, newState, add, merge, result);
    }

    /**
     * Returns a metric that is computed from the results of others.
     *
     * @param definition what the metric is
     * @param inputs the ids of the others, at least one
     * @param result computes the result from theirs
     * @return the metric
     * @throws IllegalArgumentException if there is no input, or the metric is its own
     */
    public static DerivedMetric derived(
            MetricDefinition definition, Collection<String> inputs, Function<CellView, MetricResult> result) {
        return new FunctionOfResults(definition, List.copyOf(inputs), result);
    }

    /**
     * Adds one subject to a state.
     *
     * @param <F> the type of the subjects
     * @param <S> the type of the state
     * @since 0.1
     */
    @FunctionalInterface
    public interface Step<F, S> {
        /**
         * Adds a subject.
         *
         * @param state the state to change
         * @param subject the subject
         * @param frame window, last known instant and zone
         * @return whether it was used
         */
        Use add(S state, F subject, Frame frame);
    }

    /**
     * Returns a metric of how often something happens: its count divided by the observed length of the window. The
     * parts are the count and, from two on, the median time between one and the next.
     *
     * @param definition what the metric is; its unit is {@link Unit#PER_DAY} or {@link Unit#PER_WEEK}
     * @param subject the type of the subjects
     * @param place when it happened
     * @param <F> the type of the subjects
     * @return the metric
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> frequency(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place) {
        return new FrequencyMetric<>(definition, subject, place);
    }

    /**
     * Returns a metric of which part of something has a property: 0 to 1. The parts are both counts.
     *
     * @param definition what the metric is; its unit is {@link Unit#RATIO}
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen
     * @param property the property
     * @param <F> the type of the subjects
     * @return the metric
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> ratio(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place, Predicate<F> property) {
        return new RatioMetric<>(definition, subject, place, property);
    }

    /**
     * Returns a metric of how much is waiting at the end of the window, or at the last instant that is known. The parts
     * are the median age and the age of the oldest.
     *
     * @param definition what the metric is; its unit is {@link Unit#COUNT}
     * @param subject the type of the subjects
     * @param place over which span a subject waits
     * @param <F> the type of the subjects
     * @return the metric
     * @throws IllegalArgumentException if the definition has another unit
     */
    public static <F extends Subject> MetricCalculator<F, ?> waiting(
            MetricDefinition definition, Class<F> subject, BiFunction<F, Instant, Place> place) {
        return new WaitingMetric<>(definition, subject, place);
    }

    /** A place that does not depend on what is known. */
    static <F> BiFunction<F, Instant, Place> always(Function<F, Place> place) {
        requireNonNull(place, "place");
        return (subject, asOf) -> place.apply(subject);
    }

    static void requireUnit(MetricDefinition definition, Unit... units) {
        for (Unit unit : units) {
            if (definition.unit() == unit) {
                return;
            }
        }
        throw new IllegalArgumentException("metric '" + definition.id() + "' has the unit " + definition.unit()
                + ", expected " + Arrays.toString(units));
    }
}
