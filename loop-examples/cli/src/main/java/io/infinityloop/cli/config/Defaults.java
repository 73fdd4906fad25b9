package io.infinityloop.cli.config;

import io.infinityloop.metrics.preset.Preset;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts where the command line says nothing.
 *
 * @param preset by whose definitions DORA's metrics are computed; null if that is not said
 * @param timeZone where days begin; null if that is not said
 * @param step how the time is divided; null if that is not said
 * @param groupBy the labels by whose values numbers are split; may be none
 */
public record Defaults(
        @Nullable Preset preset,
        @Nullable ZoneId timeZone,
        @Nullable Step step,
        List<String> groupBy) {
    /** Nothing is said. */
    static final Defaults NONE = new Defaults(null, null, null, List.of());

    /** Creates defaults. */
    public Defaults {
        groupBy = List.copyOf(groupBy);
    }

    /** {@return by whose definitions DORA's metrics are computed; empty if that is not said} */
    public Optional<Preset> definition() {
        return Optional.ofNullable(preset);
    }

    /** {@return where days begin; empty if that is not said} */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(timeZone);
    }

    /** {@return how the time is divided; empty if that is not said} */
    public Optional<Step> window() {
        return Optional.ofNullable(step);
    }
}
