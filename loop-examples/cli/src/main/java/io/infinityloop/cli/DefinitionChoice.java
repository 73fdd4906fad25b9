package io.infinityloop.cli;

import io.infinityloop.cli.config.Defaults;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.preset.Preset;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By whose definitions DORA's metrics are computed. */
final class DefinitionChoice {
    @Option(
            names = "--definition",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "compute DORA's metrics as another tool does: ${COMPLETION-CANDIDATES} (default: dora, the"
                    + " library's own); 'loop compare' says what the difference is")
    private Optional<String> name = Optional.empty();

    /** What can be chosen, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Preset.all().stream().map(Preset::name).iterator();
        }
    }

    /** Finds a definition by its name. */
    static Preset named(String name) {
        try {
            return Preset.named(name);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--definition: " + refused.getMessage(), refused);
        }
    }

    /** The metrics, where the chosen tool has its own by its rules. */
    List<MetricCalculator<?, ?>> applied(Collection<MetricCalculator<?, ?>> metrics, Defaults defaults) {
        Optional<Preset> preset = chosen(defaults);
        return metrics.stream()
                .<MetricCalculator<?, ?>>map(metric -> preset.flatMap(
                                chosen -> chosen.find(metric.definition().id()))
                        .orElse(metric))
                .toList();
    }

    private Optional<Preset> chosen(Defaults defaults) {
        return name.map(DefinitionChoice::named).or(defaults::definition);
    }

    /** What a reader of the report is to know. */
    List<String> notes(Defaults defaults) {
        return chosen(defaults)
                .filter(preset -> !preset.isOurs())
                .map(preset -> "metrics whose id ends in @" + preset.name() + " are computed by the rules of "
                        + preset.source() + ", with its quirks")
                .stream()
                .toList();
    }
}
