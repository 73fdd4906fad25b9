package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.config.Config;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.preset.DefinitionComparison;
import io.infinityloop.metrics.preset.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one metric under several tools' definitions. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows one metric as several tools define it, and which rule makes the difference.",
            "Under each number stand the rules in which the tool differs from this library, with the "
                    + "number that it would show if that rule alone were as here; the greatest change comes first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop compare dora.change-lead-time --events log.ndjson",
            "  loop compare MTTR --definition devlake,metrik --events log.ndjson --from 2026-07-01 --to 2026-10-01"
        })
final class CompareCommand implements Callable<Integer> {
    private static final List<String> RELEVANT = List.of(
            "services", "teams", "environments", "incidents", "tag-pattern", "fix-pattern", "component-paths", "zone");

    @Parameters(paramLabel = "METRIC", description = "the id of a metric, or another name of it: CFR, MTTR")
    private String metric = "";

    @Option(
            names = "--definition",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = DefinitionChoice.Names.class,
            description = "whose definitions: ${COMPLETION-CANDIDATES} (default: all)")
    private List<String> definitions = new ArrayList<>();

    @Mixin
    private InputChoices sources = new InputChoices();

    @Mixin
    private GitChoices git = new GitChoices();

    @Option(
            names = "--release-is-deployment",
            description = "take every release for a production deployment: only you can know whether it is one")
    private boolean releaseIsDeployment;

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Mixin
    private ConfigChoice configuration = new ConfigChoice();

    private final Surroundings surroundings;

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Preset> presets = definitions.isEmpty()
                ? Preset.all()
                : definitions.stream().distinct().map(DefinitionChoice::named).toList();
        Config config = configuration.read(surroundings).about(RELEVANT);
        Inputs inputs = read(config);
        inputs.complain(surroundings);
        List<LoopEvent> all = releaseIsDeployment ? ReleasesAsDeployments.added(inputs.events()) : inputs.events();
        TimeOptions.Span span = time.span(all, config.defaults());
        Derived derived = config.linker().link(Facts.of(all), span.asOf(), Preset.producers());
        Frame frame = new Frame(span.whole(), span.asOf(), span.zone());
        try {
            List<DefinitionComparison.Row> rows = DefinitionComparison.of(metric, presets, derived, frame);
            surroundings.out().print(ComparisonText.render(inputs.title(), frame, rows, config.notes()));
            surroundings.out().flush();
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(String.valueOf(refused.getMessage()), refused);
        }
        return inputs.problems().isEmpty() ? LoopTool.OK : LoopTool.BAD_INPUT;
    }

    private Inputs read(Config config) {
        return sources.read(
                config,
                git.options(surroundings.clock().instant(), config.git()),
                time.zone(config.defaults()),
                surroundings);
    }
}
