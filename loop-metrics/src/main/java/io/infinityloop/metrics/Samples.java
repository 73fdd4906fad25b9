package io.infinityloop.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Numbers whose order does not matter, with exact statistics. Eight bytes a sample; not safe for use by many threads.
 *
 * <p>Quantiles are of type 7 (Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996): linear between the two
 * nearest samples. The mean is the exact sum divided by the count. Both are rounded to nine decimals, half to even.
 *
 * @since 0.1
 */
public final class Samples {
    /** The longest duration that fits into a sample. */
    static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** Why a longer one is left out. */
    static final String TOO_LONG = "longer than 292 years";

    /** What is told of samples besides the one number that stands for them. */
    private static final List<Statistic> SUMMARY =
            List.of(Statistic.MAX, Statistic.MEAN, Statistic.MEDIAN, Statistic.MIN, Statistic.P90, Statistic.P95);

    private long[] values = new long[8];
    private int size;

    /** Creates no samples. */
    public Samples() {}

    /**
     * Adds a sample.
     *
     * @param value the number
     */
    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
        }
        values[size++] = value;
    }

    /**
     * Adds a duration, to the nanosecond.
     *
     * @param duration how long something took
     * @return that it was used; or left out, because it is negative or longer than 292 years
     */
    public Use add(Duration duration) {
        if (duration.isNegative()) {
            return Use.excluded("negative duration");
        }
        if (duration.compareTo(LONGEST) > 0) {
            return Use.excluded(TOO_LONG);
        }
        add(duration.toNanos());
        return Use.counted();
    }

    /**
     * Adds all samples of others, which are not changed.
     *
     * @param others the others
     */
    public void addAll(Samples others) {
        if (size + others.size > values.length) {
            values = Arrays.copyOf(values, Math.max(size + others.size, values.length * 2));
        }
        System.arraycopy(others.values, 0, values, size, others.size);
        size += others.size;
    }

    /** {@return how many samples there are} */
    public int size() {
        return size;
    }

    /**
     * Returns the headline statistics of at least one sample.
     *
     * @param toAmount turns a number in the samples' own unit into an amount
     * @return max, mean, median, min, p90 and p95, by name
     */
    SortedMap<String, Amount> summary(Function<BigDecimal, Amount> toAmount) {
        long[] sorted = sorted();
        SortedMap<String, Amount> parts = new TreeMap<>();
        for (Statistic statistic : SUMMARY) {
            parts.put(statistic.label(), toAmount.apply(statistic.of(sorted)));
        }
        return parts;
    }

    /**
     * Returns one number for all samples.
     *
     * @param statistic which
     * @param unit the unit of the samples: {@link Unit#SECONDS} stands for durations that were added
     * @return the number
     * @throws IllegalStateException if there is no sample
     */
    public Amount value(Statistic statistic, Unit unit) {
        if (size == 0) {
            throw new IllegalStateException("no sample has no " + statistic.label());
        }
        return amount(statistic.of(sorted()), unit);
    }

    /**
     * Returns what is told of samples besides the number that stands for them: max, mean, median, min, p90, p95.
     *
     * @param unit the unit of the samples: {@link Unit#SECONDS} stands for durations that were added
     * @return the numbers by name; none if there is no sample
     */
    public SortedMap<String, Amount> summary(Unit unit) {
        return size == 0 ? new TreeMap<>() : summary(number -> amount(number, unit));
    }

    private static Amount amount(BigDecimal number, Unit unit) {
        return new Amount(unit == Unit.SECONDS ? number.movePointLeft(Amount.DECIMALS) : number, unit);
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Two multisets are equal if they hold the same numbers equally often. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Samples samples && Arrays.equals(sorted(), samples.sorted());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted());
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted());
    }
}
