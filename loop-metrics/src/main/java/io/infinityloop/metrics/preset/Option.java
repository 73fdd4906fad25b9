package io.infinityloop.metrics.preset;

/**
 * What a tool chose for one rule of a metric, such as the mean for the statistic.
 *
 * @since 0.1
 */
public interface Option {
    /** {@return the name of the rule: {@code statistic}} */
    String rule();

    /** {@return what was chosen, in a few words: {@code the mean}} */
    String meaning();
}
