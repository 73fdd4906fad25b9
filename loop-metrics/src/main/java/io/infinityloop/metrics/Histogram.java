package io.infinityloop.metrics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * How many samples fall into each of fixed classes, whose width grows with the size of the samples: 128 classes of
 * equal width from each power of two to the next, and one for each whole number below 256. Integers only, so that the
 * order of adding and merging is of no meaning. Count, sum, least and greatest sample are exact. Negative samples
 * mirror the positive.
 */
final class Histogram implements OrderedSamples {
    /** Half the width of a class, as a part of its least sample. */
    static final BigDecimal RELATIVE_ERROR = BigDecimal.ONE.divide(BigDecimal.valueOf(256));

    /** So many bits of a sample say its class within a power of two. */
    private static final int BITS = 7;

    /** Room is made for a power of two at a time. */
    private static final int STEP = 1 << BITS;

    /** The number of the class of counts[0]; classes of negative samples have negative numbers. */
    private int first;

    private int[] counts = {};
    private int size;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;
    private ExactSum sum = new ExactSum();

    void add(long sample) {
        count(classOf(sample), 1);
        sum.add(sample);
        min = Math.min(min, sample);
        max = Math.max(max, sample);
    }

    void addAll(long[] samples, int count) {
        for (int i = 0; i < count; i++) {
            add(samples[i]);
        }
    }

    void addAll(Histogram other) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                count(other.first + i, other.counts[i]);
            }
        }
        sum.add(other.sum);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    void count(int number, int more) {
        if (number < first || number >= first + counts.length) {
            makeRoom(number);
        }
        counts[number - first] += more;
        size = Math.addExact(size, more);
    }

    private void makeRoom(int number) {
        int from = Math.floorDiv(number, STEP) * STEP;
        int begin = counts.length == 0 ? from : Math.min(first, from);
        int end = Math.max(first + counts.length, from + STEP);
        int[] wider = new int[(counts.length == 0 ? from + STEP : end) - begin];
        System.arraycopy(counts, 0, wider, counts.length == 0 ? 0 : first - begin, counts.length);
        first = begin;
        counts = wider;
    }

    /** The number of the class: for samples below 256 the sample itself. */
    static int classOf(long sample) {
        if (sample < 0) {
            return -classOf(sample == Long.MIN_VALUE ? Long.MAX_VALUE : -sample);
        }
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(sample | 1) - BITS);
        return (shift << BITS) + (int) (sample >>> shift);
    }

    /** The sample in the middle of a class. */
    static long middle(int number) {
        if (number < 0) {
            return -middle(-number);
        }
        int shift = Math.max(0, (number >> BITS) - 1);
        long least = (long) (number - (shift << BITS)) << shift;
        return least + (shift == 0 ? 0 : 1L << (shift - 1));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long at(int rank) {
        if (rank == 0) {
            return min;
        }
        if (rank == size - 1) {
            return max;
        }
        long before = 0;
        int index = -1;
        while (before <= rank) {
            index++;
            before += counts[index];
        }
        return Math.max(min, Math.min(max, middle(first + index)));
    }

    @Override
    public BigInteger sum() {
        return sum.total();
    }

    long min() {
        return min;
    }

    long max() {
        return max;
    }

    /** The numbers of the classes that hold samples, ascending. */
    int[] classes() {
        int[] used = new int[counts.length];
        int found = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                used[found++] = first + i;
            }
        }
        return Arrays.copyOf(used, found);
    }

    int countOf(int number) {
        return counts[number - first];
    }

    /** Sets what cannot be told from the classes. */
    void restore(long least, long greatest, BigInteger total) {
        min = least;
        max = greatest;
        sum = ExactSum.of(total);
    }
}
