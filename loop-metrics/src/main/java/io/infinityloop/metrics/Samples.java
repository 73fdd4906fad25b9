package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers whose order does not matter, and their statistics. Not safe for use by many threads.
 *
 * <p>Quantiles are of type 7 (Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996): linear between the two
 * nearest samples. The mean is the exact sum divided by the count. Both are rounded to nine decimals, half to even.
 *
 * <p>With {@link Memory#EXACT}, the default, every sample is kept: eight bytes each. With {@link Memory#BOUNDED} that
 * ends at {@value #EXACT_UP_TO} samples: more are counted in classes, each sample within 1/256 of its own size. Which
 * of the two it is depends on the samples alone, not on how they were put together: the same samples give the same
 * bits.
 *
 * @since 0.1
 */
public final class Samples {
    /** How many samples are exact in bounded memory. */
    public static final int EXACT_UP_TO = 1024;

    /** The part of a value that says by which part of its size a quantile may be off; not there if it is exact. */
    public static final String ERROR = "error at most";

    /** The longest duration that fits into a sample. */
    static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** Why a longer one is left out. */
    static final String TOO_LONG = "longer than 292 years";

    /** What is told of samples besides the one number that stands for them. */
    private static final List<Statistic> SUMMARY =
            List.of(Statistic.MAX, Statistic.MEAN, Statistic.MEDIAN, Statistic.MIN, Statistic.P90, Statistic.P95);

    private static final Amount RELATIVE_ERROR = new Amount(Histogram.RELATIVE_ERROR, Unit.RATIO);

    private boolean bounded;
    private long[] values = {};
    private int size;
    private boolean sorted = true;
    private @Nullable Histogram histogram;

    /** Creates no samples, of which every one is kept. */
    public Samples() {}

    /**
     * Returns no samples.
     *
     * @param memory how much may be kept of those to come
     * @return the samples
     */
    public static Samples in(Memory memory) {
        Samples samples = new Samples();
        samples.bounded = requireNonNull(memory, "memory") == Memory.BOUNDED;
        return samples;
    }

    /**
     * Adds a sample.
     *
     * @param value the number
     */
    public void add(long value) {
        if (histogram != null) {
            histogram.add(value);
        } else {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.addExact(Math.max(size, 4), size >> 2));
            }
            sorted &= size == 0 || values[size - 1] <= value;
            values[size++] = value;
            leaveExactness();
        }
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
     * Adds all samples of others, which are not changed. If either are bounded, these are from now on.
     *
     * @param others the others
     */
    public void addAll(Samples others) {
        bounded |= others.bounded;
        if (others.histogram != null) {
            histogram().addAll(others.histogram);
        } else if (histogram != null) {
            histogram.addAll(others.values, others.size);
        } else if (others.size > 0) {
            if (size + others.size > values.length) {
                values = Arrays.copyOf(values, Math.addExact(size, others.size));
            }
            sorted &= others.sorted && (size == 0 || values[size - 1] <= others.values[0]);
            System.arraycopy(others.values, 0, values, size, others.size);
            size += others.size;
            leaveExactness();
        }
    }

    private void leaveExactness() {
        if (bounded && size > EXACT_UP_TO) {
            histogram();
        }
    }

    /** The classes; what was exact until now goes into them. */
    private Histogram histogram() {
        if (histogram == null) {
            histogram = new Histogram();
            histogram.addAll(values, size);
            values = new long[0];
            size = 0;
        }
        return histogram;
    }

    /** {@return how many samples there are} */
    public int size() {
        return histogram == null ? size : histogram.size();
    }

    /** {@return by which part of its size a quantile may be off; empty if every statistic is exact} */
    public Optional<Amount> error() {
        return histogram == null ? Optional.empty() : Optional.of(RELATIVE_ERROR);
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
        if (size() == 0) {
            throw new IllegalStateException("no sample has no " + statistic.label());
        }
        return amount(statistic.of(ordered()), unit);
    }

    /**
     * Returns what is told of samples besides the number that stands for them: max, mean, median, min, p90, p95; and
     * {@link #ERROR} if quantiles are not exact.
     *
     * @param unit the unit of the samples: {@link Unit#SECONDS} stands for durations that were added
     * @return the numbers by name; none if there is no sample
     */
    public SortedMap<String, Amount> summary(Unit unit) {
        SortedMap<String, Amount> parts = new TreeMap<>();
        if (size() > 0) {
            OrderedSamples ordered = ordered();
            SUMMARY.forEach(statistic -> parts.put(statistic.label(), amount(statistic.of(ordered), unit)));
        }
        error().ifPresent(error -> parts.put(ERROR, error));
        return parts;
    }

    private static Amount amount(BigDecimal number, Unit unit) {
        return new Amount(unit == Unit.SECONDS ? number.movePointLeft(Amount.DECIMALS) : number, unit);
    }

    private OrderedSamples ordered() {
        return histogram == null ? new OrderedSamples.Exact(sorted()) : histogram;
    }

    /**
     * Returns how far each sample is from the next one, in ascending order.
     *
     * @return the differences, exact; none if there are fewer than two samples, or not all are kept
     */
    public Samples gaps() {
        Samples gaps = new Samples();
        if (histogram == null) {
            long[] ascending = sorted();
            for (int i = 1; i < ascending.length; i++) {
                gaps.add(ascending[i] - ascending[i - 1]);
            }
        }
        return gaps;
    }

    /** The exact samples in ascending order, without room for more. Their order was never of any meaning. */
    long[] sorted() {
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        if (values.length > size) {
            values = Arrays.copyOf(values, size);
        }
        return values;
    }

    /**
     * Returns the samples as bytes. The same samples give the same bytes, however they were put together.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return SampleBytes.write(sorted(), histogram);
    }

    /**
     * Returns samples that were written as bytes.
     *
     * @param bytes the bytes
     * @param memory how much may be kept of those to come; what is in classes stays there
     * @return the samples
     * @throws IllegalArgumentException if these are not such bytes
     */
    public static Samples fromBytes(byte[] bytes, Memory memory) {
        Samples samples = in(memory);
        SampleBytes read = SampleBytes.read(bytes);
        samples.values = read.values();
        samples.size = samples.values.length;
        samples.histogram = read.histogram();
        samples.bounded |= samples.histogram != null;
        samples.leaveExactness();
        return samples;
    }

    /** Two multisets are equal if they hold the same numbers equally often, as far as either knows. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Samples samples && Arrays.equals(toBytes(), samples.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return histogram == null ? Arrays.toString(sorted()) : size() + " samples";
    }
}
