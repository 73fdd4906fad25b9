package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Which part of the changes fails, in the six bands of DORA's survey up to 2022; since 2023 it asks for a number. A
 * ratio is rounded to whole percent, half up, before its band is looked for: the bands know no fractions.
 *
 * @since 0.1
 */
public enum FailRateAnswer implements Answer {
    /** 76 to 100 %. */
    FROM_76(1, 76, 100),
    /** 61 to 75 %. */
    FROM_61(2, 61, 75),
    /** 46 to 60 %. */
    FROM_46(3, 46, 60),
    /** 31 to 45 %. */
    FROM_31(4, 31, 45),
    /** 16 to 30 %. */
    FROM_16(5, 16, 30),
    /** 0 to 15 %. */
    FROM_0(6, 0, 15);

    private final int number;
    private final int from;
    private final int to;

    FailRateAnswer(int number, int from, int to) {
        this.number = number;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the band of a ratio.
     *
     * @param ratio the ratio, 0 to 1
     * @return the band
     * @throws IllegalArgumentException if it is another unit's, or not from 0 to 1
     */
    public static FailRateAnswer of(Amount ratio) {
        int percent = percent(ratio).intValueExact();
        for (FailRateAnswer answer : values()) {
            if (answer.from <= percent && percent <= answer.to) {
                return answer;
            }
        }
        throw new IllegalArgumentException("a ratio of " + ratio + " is in no band: expected 0 to 1");
    }

    static BigDecimal percent(Amount ratio) {
        return ratio.in(Unit.RATIO).number().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String text() {
        return from + "-" + to + "%";
    }
}
