package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often a team deploys, as DORA's survey asks it. A month is a twelfth of 365 days, 730 hours, as in DORA's own
 * Four Keys. The ends of a span belong to it.
 *
 * @since 0.1
 */
public enum FrequencyAnswer implements Answer {
    /** Less than once in six months. */
    LESS_THAN_HALF_YEARLY(1, "Less than once per six months", "<24/4380"),
    /** From once in six months to once a month. */
    HALF_YEARLY_TO_MONTHLY(2, "Between once per month and once every six months", "24/4380..24/730"),
    /** From once a month to once a week. */
    MONTHLY_TO_WEEKLY(3, "Between once per week and once per month", "24/730..1/7"),
    /** From once a week to once a day. */
    WEEKLY_TO_DAILY(4, "Between once per day and once per week", "1/7..1"),
    /** From once a day to once an hour. */
    DAILY_TO_HOURLY(5, "Between once per hour and once per day", "1..24"),
    /** Whenever somebody wants to, several times a day: read as more than once. */
    ON_DEMAND(6, "On demand (multiple deploys per day)", ">1");

    private final int number;
    private final String text;
    private final String perDay;

    FrequencyAnswer(int number, String text, String perDay) {
        this.number = number;
        this.text = text;
        this.perDay = perDay;
    }

    /**
     * Returns the best answer that holds for a rate. More than once a day is {@link #ON_DEMAND}, though
     * {@link #DAILY_TO_HOURLY} may hold, too: the survey's two best answers overlap.
     *
     * @param rate how often, of the dimension RATE, not negative
     * @return the answer
     * @throws IllegalArgumentException if it is another unit's, or negative
     */
    public static FrequencyAnswer of(Amount rate) {
        List<FrequencyAnswer> all = holding(rate);
        return all.get(all.size() - 1);
    }

    /**
     * Returns all answers that hold for a rate.
     *
     * @param rate how often, of the dimension RATE, not negative
     * @return one or two answers, the best last
     * @throws IllegalArgumentException if it is another unit's, or negative
     */
    public static List<FrequencyAnswer> holding(Amount rate) {
        Amount perDay = rate.in(Unit.PER_DAY);
        Extent.requirePositive(perDay);
        return Arrays.stream(values())
                .filter(answer -> answer.extent().contains(perDay.number()))
                .sorted(Comparator.comparingInt(FrequencyAnswer::number))
                .toList();
    }

    Extent extent() {
        return Extent.parse(perDay);
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
