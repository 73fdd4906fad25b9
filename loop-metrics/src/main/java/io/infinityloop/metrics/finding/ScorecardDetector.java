package io.infinityloop.metrics.finding;

import java.util.List;
import java.util.Optional;

/**
 * Looks for a bad habit in results of metrics, mostly in how they go over several windows. It is a pure function,
 * stateless and safe for use by many threads. One that throws costs its own rows only.
 *
 * <p>Source: requirement ANTI-00.
 *
 * @since 0.1
 */
public interface ScorecardDetector {
    /** {@return what the detector is; the same value on each call} */
    DetectorDefinition definition();

    /** {@return why it cannot run, such as a limit that nobody set; empty if it can} */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Tells what is to be seen in one segment.
     *
     * @param view the results, and the subjects behind them
     * @return what was seen, in any order; empty if there is nothing to find
     */
    List<Sighting> look(ScorecardView view);
}
