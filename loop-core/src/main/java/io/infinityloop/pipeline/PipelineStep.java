package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.TestLevel;
import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline.
 *
 * <p>Source: requirements GATE-01, GATE-12, GATE-20 and GATE-25.
 *
 * @param name what it is called, unique in its pipeline
 * @param level the level of the tests that it runs; null if it runs none, or nobody said
 * @param expected how long it usually takes, not negative; null if nobody knows
 * @param risk what it costs if something is wrong that this step would have found, in any unit that is the same
 *     throughout the pipeline, not negative; null if nobody said
 * @param isAlways whether it is run whatever failed before it, as what tells people is
 * @since 0.1
 */
public record PipelineStep(
        String name,
        @Nullable TestLevel level,
        @Nullable Duration expected,
        @Nullable BigDecimal risk,
        boolean isAlways) {
    /**
     * Creates a step.
     *
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters, or a number is negative
     */
    public PipelineStep {
        Texts.id("step", name);
        if (expected != null && expected.isNegative()) {
            throw new IllegalArgumentException("step '" + name + "' is to take " + expected + ", which is negative");
        }
        if (risk != null && risk.signum() < 0) {
            throw new IllegalArgumentException("step '" + name + "' has the risk " + risk + ", which is negative");
        }
    }

    /**
     * Returns a step that is run if all before it went well.
     *
     * @param name what it is called
     * @return the step
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static PipelineStep of(String name) {
        return new PipelineStep(name, null, null, null, false);
    }

    /**
     * Returns a step that runs the tests of a level, and is called like it.
     *
     * @param level the level
     * @return the step
     */
    public static PipelineStep of(TestLevel level) {
        return of(level.name()).testing(level);
    }

    /**
     * Returns this step as one that runs tests.
     *
     * @param tests the level of the tests
     * @return the changed copy
     */
    public PipelineStep testing(TestLevel tests) {
        return new PipelineStep(name, requireNonNull(tests, "tests"), expected, risk, isAlways);
    }

    /**
     * Returns this step with a time.
     *
     * @param usual how long it usually takes, not negative
     * @return the changed copy
     * @throws IllegalArgumentException if the time is negative
     */
    public PipelineStep taking(Duration usual) {
        return new PipelineStep(name, level, requireNonNull(usual, "usual"), risk, isAlways);
    }

    /**
     * Returns this step with what it guards against.
     *
     * @param cost what it costs if something is wrong that this step would have found, not negative
     * @return the changed copy
     * @throws IllegalArgumentException if the cost is negative
     */
    public PipelineStep guarding(BigDecimal cost) {
        return new PipelineStep(name, level, expected, requireNonNull(cost, "cost"), isAlways);
    }

    /** {@return this step as one that is run whatever failed before it} */
    public PipelineStep always() {
        return new PipelineStep(name, level, expected, risk, true);
    }
}
