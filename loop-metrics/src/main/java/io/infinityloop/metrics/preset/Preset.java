package io.infinityloop.metrics.preset;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.dora.DoraMetrics;
import io.infinityloop.metrics.link.SubjectProducer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics of DORA as one tool computes them: the same events, its numbers, under ids of their own such as
 * {@code dora.change-lead-time@devlake}.
 *
 * <p>A preset says what the tool's definitions give, also where they surprise; how its screens round or paint the
 * number is no part of it. Where the tool says NaN or NULL the result is undefined; where it says 0 for no data it is
 * 0, because that is what its users read.
 *
 * <p>A preset computes from subjects of its own, too: give its {@link #producers()} to the linker. The evidence of a
 * cell is all that was known, since its queries look at all of it.
 *
 * @since 0.1
 */
public final class Preset {
    private static final List<RuledMetric> METRICS =
            List.of(LeadTimeRules.METRIC, FrequencyRules.METRIC, FailureRules.METRIC, RestoreRules.METRIC);

    private final String name;
    private final String source;
    private final Map<String, Ruled> ruled = new LinkedHashMap<>();

    /** A metric by the rules of this tool. */
    private record Ruled(RuledMetric metric, Rules rules) {}

    private Preset(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** A preset with the library's own rules, changed one by one. */
    static Preset of(
            String name, String source, Option[] leadTime, Option[] frequency, Option[] failure, Option[] restore) {
        Preset preset = new Preset(name, source);
        preset.put(LeadTimeRules.METRIC, leadTime);
        preset.put(FrequencyRules.METRIC, frequency);
        preset.put(FailureRules.METRIC, failure);
        preset.put(RestoreRules.METRIC, restore);
        return preset;
    }

    private void put(RuledMetric metric, Option... options) {
        ruled.put(metric.definition().id(), new Ruled(metric, metric.ours().with(options)));
    }

    /** {@return all presets: the library's own first, then by name} */
    public static List<Preset> all() {
        return List.of(
                Dora.preset(),
                DevLake.preset(),
                FourKeys.preset(),
                GitLab.preset(),
                Metrik.preset(),
                Middleware.preset());
    }

    /**
     * Returns a preset.
     *
     * @param name the name: {@code dora}, {@code devlake}, {@code fourkeys}, {@code gitlab}, {@code metrik} or
     *     {@code middleware}
     * @return the preset
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Preset named(String name) {
        return all().stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no definition '" + name + "': expected one of "
                                + all().stream().map(Preset::name).toList()));
    }

    /**
     * Returns the metrics that presets define.
     *
     * @return their definitions as the library has them, in a stable order
     */
    public static List<MetricDefinition> defined() {
        return METRICS.stream().map(RuledMetric::definition).toList();
    }

    /** {@return the name: {@code devlake}} */
    public String name() {
        return name;
    }

    /** {@return whose rules these are, with the version that was read} */
    public String source() {
        return source;
    }

    /** {@return what makes the subjects that the metrics of all presets need} */
    public static Collection<SubjectProducer> producers() {
        return List.of(PresetSubjects.INSTANCE);
    }

    /**
     * {@return the metrics of this preset, in a stable order; those of {@code dora} are the library's own, all of them}
     */
    public List<MetricCalculator<?, ?>> metrics() {
        if (isOurs()) {
            return List.copyOf(new DoraMetrics().metrics());
        }
        return ruled.values().stream()
                .<MetricCalculator<?, ?>>map(one -> one.metric().by(name, one.rules(), source))
                .toList();
    }

    /**
     * Finds a metric of this preset.
     *
     * @param metric the id of the library's own metric: {@code dora.change-lead-time}
     * @return the metric by the rules of this preset, or empty if it has none for it
     */
    public Optional<MetricCalculator<?, ?>> find(String metric) {
        requireNonNull(metric, "metric");
        return metrics().stream()
                .filter(one -> one.definition().metric().equals(metric))
                .findFirst();
    }

    /**
     * Returns the rules of a metric.
     *
     * @param metric the id of the library's own metric
     * @return the rules, or empty if this preset has none for it
     */
    public Optional<Rules> rules(String metric) {
        return Optional.ofNullable(ruled.get(metric)).map(Ruled::rules);
    }

    /** Finds what computes a metric by rules, by its id or another name, whatever the case of that. */
    static Optional<RuledMetric> ruled(String metric) {
        return METRICS.stream()
                .filter(one -> one.definition().id().equals(metric)
                        || one.definition().profile().aliases().stream().anyMatch(metric::equalsIgnoreCase))
                .findFirst();
    }

    /** {@return whether these are the library's own rules} */
    public boolean isOurs() {
        return name.equals(Dora.NAME);
    }

    @Override
    public String toString() {
        return name;
    }
}
