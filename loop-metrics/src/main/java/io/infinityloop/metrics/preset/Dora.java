package io.infinityloop.metrics.preset;

/** The library's own rules, which the other presets are compared with: the metrics of {@code metrics.dora}. */
final class Dora {
    static final String NAME = "dora";

    private Dora() {}

    static Preset preset() {
        return Preset.of(
                NAME,
                "this library, after DORA's guide of 2026",
                new Option[0],
                new Option[0],
                new Option[0],
                new Option[0]);
    }
}
