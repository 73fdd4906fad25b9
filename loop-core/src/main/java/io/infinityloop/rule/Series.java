package io.infinityloop.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The samples of a measure that some window holds, in the order of their instants, numbered from the first ever. */
final class Series {
    private long[] at = new long[16];
    private BigDecimal[] values = new BigDecimal[16];
    private long first;
    private long end;

    /** {@return the number of the sample after the last} */
    long end() {
        return end;
    }

    int size() {
        return (int) (end - first);
    }

    void add(long instant, BigDecimal value) {
        if (size() == at.length) {
            grow();
        }
        int place = place(end++);
        at[place] = instant;
        values[place] = value;
    }

    long at(long number) {
        return at[place(number)];
    }

    BigDecimal value(long number) {
        return values[place(number)];
    }

    /** Forgets the samples before a number. */
    void forgetBefore(long number) {
        while (first < number) {
            values[place(first++)] = BigDecimal.ZERO;
        }
    }

    /** {@return the samples, oldest first} */
    List<RuleState.Point> points() {
        List<RuleState.Point> points = new ArrayList<>(size());
        for (long number = first; number < end; number++) {
            points.add(new RuleState.Point(Ticks.instant(at(number)), value(number)));
        }
        return points;
    }

    private int place(long number) {
        return (int) (number & (at.length - 1));
    }

    private void grow() {
        long[] moreAt = new long[2 * at.length];
        BigDecimal[] moreValues = new BigDecimal[2 * at.length];
        Arrays.fill(moreValues, BigDecimal.ZERO);
        for (long number = first; number < end; number++) {
            int place = (int) (number & (moreAt.length - 1));
            moreAt[place] = at(number);
            moreValues[place] = value(number);
        }
        at = moreAt;
        values = moreValues;
    }
}
