package io.infinityloop.cli.config;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Targets;
import java.util.List;

/**
 * What the numbers are to reach.
 *
 * @param targets the targets
 * @param told each one in words
 */
public record Goals(Targets targets, List<String> told) {
    /** Nothing is said. */
    static final Goals NONE = new Goals(Targets.standard(), List.of());

    /** Creates goals. */
    public Goals {
        requireNonNull(targets, "targets");
        told = List.copyOf(told);
    }
}
