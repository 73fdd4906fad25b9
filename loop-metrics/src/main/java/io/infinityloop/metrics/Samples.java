package io.infinityloop.metrics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
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

    private long[] values = new long[8];
    private int size;

    /** Creates no samples. */
    Samples() {}

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
        }
        values[size++] = value;
    }

    void addAll(Samples others) {
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
     * @return max, mean, median, min and p90, by name
     */
    SortedMap<String, Amount> summary(Function<BigDecimal, Amount> toAmount) {
        long[] sorted = sorted();
        return new TreeMap<>(Map.of(
                "max", toAmount.apply(BigDecimal.valueOf(sorted[size - 1])),
                "mean", toAmount.apply(mean()),
                "median", toAmount.apply(quantile(sorted, new BigDecimal("0.5"))),
                "min", toAmount.apply(BigDecimal.valueOf(sorted[0])),
                "p90", toAmount.apply(quantile(sorted, new BigDecimal("0.9")))));
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private BigDecimal mean() {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < size; i++) {
            sum = sum.add(BigInteger.valueOf(values[i]));
        }
        return new BigDecimal(sum).divide(BigDecimal.valueOf(size), 2 * Amount.DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal quantile(long[] sorted, BigDecimal q) {
        BigDecimal rank = q.multiply(BigDecimal.valueOf(sorted.length - 1L));
        int below = rank.intValue();
        BigDecimal lower = BigDecimal.valueOf(sorted[below]);
        if (below + 1 == sorted.length) {
            return lower;
        }
        BigDecimal step = BigDecimal.valueOf(sorted[below + 1]).subtract(lower);
        return lower.add(step.multiply(rank.subtract(BigDecimal.valueOf(below))));
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
