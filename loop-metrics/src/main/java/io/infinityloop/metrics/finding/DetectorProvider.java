package io.infinityloop.metrics.finding;

import java.util.Collection;
import java.util.List;

/**
 * Hands over detectors. Providers are found by {@link java.util.ServiceLoader}: name yours in
 * {@code META-INF/services/io.infinityloop.metrics.finding.DetectorProvider}, and in {@code module-info} if you have
 * one.
 *
 * @since 0.1
 */
public interface DetectorProvider {
    /** {@return the detectors over subjects; ids that start with {@code finding.} are reserved for the library} */
    Collection<Detector<?, ?>> detectors();

    /** {@return the detectors over results of metrics; none unless overridden} */
    default Collection<ScorecardDetector> scorecardDetectors() {
        return List.of();
    }
}
