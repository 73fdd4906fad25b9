package io.infinityloop.metrics.dora;

/**
 * One of the six answers that DORA's survey offers for a metric, from worst to best. They have been the same since
 * 2018, and say more than a level: a level is only where most of a group of teams happened to be in one year.
 *
 * <p>Source: DORA, survey questions 2018 to 2025, and its quick check of 2025 for the score.
 *
 * @since 0.1
 */
public sealed interface Answer permits FrequencyAnswer, DurationAnswer, FailRateAnswer {
    /** {@return the rank among the six: 1 is worst, 6 is best} */
    int number();

    /** {@return the answer in the words of the survey} */
    String text();

    /** {@return the score of the quick check of 2025: 0 is worst, 10 is best, in steps of 2} */
    default int score() {
        return (number() - 1) * 2;
    }
}
