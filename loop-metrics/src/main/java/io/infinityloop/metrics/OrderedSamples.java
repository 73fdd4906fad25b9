package io.infinityloop.metrics;

import java.math.BigInteger;

/** Samples in ascending order. */
interface OrderedSamples {
    /** How many there are, at least one. */
    int size();

    /** The sample of a rank, 0 for the smallest. */
    long at(int rank);

    /** The exact sum of all. */
    BigInteger sum();

    /** Samples that are all kept. */
    final class Exact implements OrderedSamples {
        private final long[] sorted;

        Exact(long[] sorted) {
            this.sorted = sorted;
        }

        @Override
        public int size() {
            return sorted.length;
        }

        @Override
        public long at(int rank) {
            return sorted[rank];
        }

        @Override
        public BigInteger sum() {
            ExactSum sum = new ExactSum();
            for (long sample : sorted) {
                sum.add(sample);
            }
            return sum.total();
        }
    }
}
