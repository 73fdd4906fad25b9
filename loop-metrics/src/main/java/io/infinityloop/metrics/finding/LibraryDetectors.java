package io.infinityloop.metrics.finding;

import java.util.Collection;
import java.util.List;

/**
 * The detectors of the library, each with its default limits.
 *
 * @since 0.1
 */
public final class LibraryDetectors implements DetectorProvider {
    /** Creates the provider. */
    public LibraryDetectors() {}

    @Override
    public Collection<Detector<?, ?>> detectors() {
        return List.of(CodeDetectors.longLivedBranch());
    }
}
