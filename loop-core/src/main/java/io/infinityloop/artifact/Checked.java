package io.infinityloop.artifact;

import io.infinityloop.Outcome;

/**
 * An artifact that says whether something is in order, and so can hold up a change.
 *
 * <p>What counts is the latest outcome per kind and {@linkplain #subject() subject}: a green run of the same subject
 * heals a red one.
 *
 * <p>Source: requirement LOOP-06.
 *
 * @since 0.1
 */
public sealed interface Checked permits Build, TestRun, Deployment {
    /** {@return how it ended} */
    Outcome outcome();

    /**
     * Returns what was checked: the name of the pipeline, of the test suite, of the environment.
     *
     * @return the name, not blank
     */
    String subject();
}
