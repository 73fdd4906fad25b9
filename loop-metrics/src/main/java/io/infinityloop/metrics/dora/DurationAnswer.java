package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How long something takes, as DORA's survey asks it of lead time and recovery. A month is a twelfth of 365 days, 730
 * hours. What takes a day is not less than a day; the other ends belong to the better answer.
 *
 * @since 0.1
 */
public enum DurationAnswer implements Answer {
    /** More than six months. */
    MORE_THAN_SIX_MONTHS(1, "More than six months", ">15768000"),
    /** From a month to six. */
    MONTH_TO_SIX_MONTHS(2, "One to six months", "2628000..15768000"),
    /** From a week to a month. */
    WEEK_TO_MONTH(3, "One week to one month", "604800..2628000"),
    /** From a day to a week. */
    DAY_TO_WEEK(4, "One day to one week", "86400..604800"),
    /** Less than a day. */
    LESS_THAN_DAY(5, "Less than one day", "<86400"),
    /** Less than an hour. */
    LESS_THAN_HOUR(6, "Less than one hour", "<3600");

    private final int number;
    private final String text;
    private final String seconds;

    DurationAnswer(int number, String text, String seconds) {
        this.number = number;
        this.text = text;
        this.seconds = seconds;
    }

    /**
     * Returns the best answer that holds for a duration.
     *
     * @param duration how long, of the dimension TIME, not negative
     * @return the answer
     * @throws IllegalArgumentException if it is another unit's, or negative
     */
    public static DurationAnswer of(Amount duration) {
        Amount seconds = duration.in(Unit.SECONDS);
        Extent.requirePositive(seconds);
        return Arrays.stream(values())
                .filter(answer -> answer.extent().contains(seconds.number()))
                .max(Comparator.comparingInt(DurationAnswer::number))
                .orElseThrow();
    }

    Extent extent() {
        return Extent.parse(seconds);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String text() {
        return text;
    }
}
