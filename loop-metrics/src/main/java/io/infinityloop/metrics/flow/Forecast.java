package io.infinityloop.metrics.flow;

import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.LoopPass;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;

/**
 * When a number of changes will be finished, by drawing days of the past at random again and again (Monte Carlo).
 *
 * <p>Each of the trials draws days from the window, with replacement, until as many changes as asked for were finished
 * on them. What 85 of 100 trials did not exceed is a forecast with that probability, as long as the future is like the
 * past. The same subjects, window and seed give the same numbers on every machine.
 *
 * <p>Source: Daniel Vacanti, Actionable Agile Metrics for Predictability, 2015.
 *
 * @since 0.1
 */
public final class Forecast {
    /** How many trials are made. */
    public static final int TRIALS = 10_000;

    private static final int MOST_DAYS = 100_000;

    private final int[] days;

    private Forecast(int[] sorted) {
        this.days = sorted;
    }

    /**
     * Forecasts how many days it takes to finish changes.
     *
     * @param subjects what was derived from events
     * @param past whole days of the past that the future will be like
     * @param changes how many cycles of loops are to be finished, at least 1
     * @param seed where the random numbers begin, any value
     * @return the forecast
     * @throws IllegalArgumentException if the number is below 1, the window is shorter than a day, or nothing was
     *     finished in it
     */
    public static Forecast of(Collection<? extends Subject> subjects, Window past, int changes, long seed) {
        if (changes < 1) {
            throw new IllegalArgumentException("a forecast is of at least 1 change, not of " + changes);
        }
        int[] finished = finishedByDay(subjects, past);
        if (Arrays.stream(finished).sum() == 0) {
            throw new IllegalArgumentException("nothing was finished in " + past
                    + ", so that nothing can be said of the future: expected a window with finished cycles");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] days = new int[TRIALS];
        for (int trial = 0; trial < TRIALS; trial++) {
            int done = 0;
            while (done < changes && days[trial] < MOST_DAYS) {
                done += finished[random.nextInt(finished.length)];
                days[trial]++;
            }
        }
        Arrays.sort(days);
        return new Forecast(days);
    }

    private static int[] finishedByDay(Collection<? extends Subject> subjects, Window past) {
        long length = past.length().toDays();
        if (length < 1 || length > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "a forecast needs from 1 to " + MOST_DAYS + " days of the past, but " + past + " has " + length);
        }
        int[] finished = new int[(int) length];
        for (Subject subject : subjects) {
            Instant ended = subject instanceof LoopPass pass && pass.isFinished() ? pass.ended() : null;
            if (ended != null && past.contains(ended)) {
                long day = Duration.between(past.from(), ended).toDays();
                finished[(int) Math.min(day, length - 1)]++;
            }
        }
        return finished;
    }

    /**
     * Returns how many days are enough with a probability.
     *
     * @param percent the probability, 1 to 100
     * @return the days (nearest rank)
     * @throws IllegalArgumentException if the probability is not from 1 to 100
     */
    public int days(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a probability of " + percent + " %: expected 1 to 100");
        }
        return days[(TRIALS * percent + 99) / 100 - 1];
    }

    @Override
    public String toString() {
        return "50 %: " + days(50) + " days, 85 %: " + days(85) + " days, 95 %: " + days(95) + " days";
    }
}
