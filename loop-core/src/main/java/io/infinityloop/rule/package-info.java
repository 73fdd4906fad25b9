/**
 * The one condition engine: what is true of measured values, for how long, and what is to be done about it.
 *
 * <p>Start with {@link io.infinityloop.rule.Condition}, which is data and has one text form, {@code cpu > 70 for 5m and
 * rate > 800}. A {@link io.infinityloop.rule.Rule} ties a condition to an {@link io.infinityloop.rule.Action}, which is
 * data too: nothing here pages, scales or replaces anything. A {@link io.infinityloop.rule.RuleSet} evaluates rules
 * over {@linkplain io.infinityloop.rule.Sample timestamped samples} of one subject and says when which rule
 * {@linkplain io.infinityloop.rule.Firing fires}. Alerts, scaling, {@linkplain io.infinityloop.rule.QualityGate quality
 * gates} and {@linkplain io.infinityloop.rule.StepPolicy verdicts on a rollout} are all made of conditions.
 *
 * <p>How time works: a measured value counts from its instant until the next one of the same measure. What samples of
 * one instant say counts together. A hold that began at an instant is fulfilled exactly its span later, whether a
 * sample comes then or not. There is no clock: time is where the samples, or
 * {@link io.infinityloop.rule.Evaluation#advanceTo}, say it is.
 *
 * <p>Values are exact decimals. The same samples give the same firings, however they are split into batches and however
 * often the state is written down and read back between. All types are immutable and safe for use by many threads, but
 * for {@link io.infinityloop.rule.Evaluation}, which one thread uses at a time. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.rule;

import org.jspecify.annotations.NullMarked;
