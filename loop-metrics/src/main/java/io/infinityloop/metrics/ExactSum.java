package io.infinityloop.metrics;

import java.math.BigInteger;

/** A sum of up to 2³¹ long numbers, without overflow and without an object for each. */
final class ExactSum {
    private long high;
    private long low;

    void add(long number) {
        high += number >> Integer.SIZE;
        low += number & 0xFFFF_FFFFL;
    }

    void add(ExactSum other) {
        high += other.high;
        low += other.low;
    }

    BigInteger total() {
        return BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low));
    }

    static ExactSum of(BigInteger total) {
        ExactSum sum = new ExactSum();
        sum.high = total.shiftRight(Integer.SIZE).longValueExact();
        sum.low = total.intValue() & 0xFFFF_FFFFL;
        return sum;
    }
}
