package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.EnvironmentDifference;
import io.infinityloop.metrics.link.TestRan;
import java.util.List;

/**
 * Lists the tests of a window that passed on a developer's own machine and failed elsewhere on the same revision.
 *
 * <p>Source: requirement GATE-26.
 *
 * @since 0.1
 */
public final class EnvironmentDifferences {
    private EnvironmentDifferences() {}

    /**
     * Finds the differences in a window.
     *
     * @param derived the subjects
     * @param window the window that both runs ended in
     * @return the differences, by test, revision and environment
     */
    public static List<EnvironmentDifference> of(Derived derived, Window window) {
        return EnvironmentDifference.between(derived.subjects(TestRan.class).stream()
                .filter(run -> window.contains(run.endedAt()))
                .toList());
    }
}
