package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.config.Config;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.DerivedMetric;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.finding.Detection;
import io.infinityloop.metrics.finding.DetectorRegistry;
import io.infinityloop.metrics.finding.Findings;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.SubjectProducer;
import io.infinityloop.metrics.preset.Preset;
import io.infinityloop.metrics.report.JsonReport;
import io.infinityloop.metrics.report.Report;
import io.infinityloop.metrics.report.TextReport;
import io.infinityloop.watch.Observation;
import io.infinityloop.watch.Watcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what it is given. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures delivery: where work stays, how often and how fast it is delivered.",
            "Without --git, --events and --journal it measures the git repository you stand in, "
                    + "over its whole history."
        })
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private InputChoices sources = new InputChoices();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(
            names = "--group-by",
            paramLabel = "LABEL",
            split = ",",
            description = "also by the values of labels, such as service or team; git gives its events the service")
    private List<String> labels = new ArrayList<>();

    @Mixin
    private GitChoices git = new GitChoices();

    @Option(
            names = "--release-is-deployment",
            description = "take every release for a production deployment: only you can know whether it is one")
    private boolean releaseIsDeployment;

    @Mixin
    private DefinitionChoice definition = new DefinitionChoice();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: text)")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of to standard output")
    private Optional<String> out = Optional.empty();

    @Mixin
    private ConfigChoice configuration = new ConfigChoice();

    private static final List<String> GROUPS = List.of("dora", "delivery", "flow", "reliability");

    private final Surroundings surroundings;

    /** What the report looks like; the names are what the user types. */
    enum Format {
        text,
        json
    }

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Config config = configuration.read(surroundings);
        Inputs inputs = read(config);
        inputs.complain(surroundings);
        Report report = report(inputs, config);
        String text = format == Format.json ? JsonReport.render(report) : TextReport.render(report);
        Output.write(text, out, surroundings);
        return inputs.problems().isEmpty() ? LoopTool.OK : LoopTool.BAD_INPUT;
    }

    private Inputs read(Config config) {
        return sources.read(
                config,
                git.options(surroundings.clock().instant(), config.git()),
                time.zone(config.defaults()),
                surroundings);
    }

    private Report report(Inputs inputs, Config config) {
        List<LoopEvent> all = releaseIsDeployment ? ReleasesAsDeployments.added(inputs.events()) : inputs.events();
        Segmenter segmenter = segmenter(config);
        TimeOptions.Span span = time.span(all, config.defaults());
        List<LoopEvent> known =
                all.stream().filter(event -> !event.at().isAfter(span.asOf())).toList();
        List<String> notes = inputs.notes();
        notes.addAll(definition.notes(config.defaults()));
        MetricRegistry registry = MetricRegistry.discover(ReportCommand.class.getClassLoader(), notes::add);
        List<SubjectProducer> producers = new ArrayList<>(Preset.producers());
        producers.addAll(registry.producers());
        Derived derived = config.linker().link(Facts.of(known), span.asOf(), producers);
        Analysis.Builder analysis = Analysis.builder(span.asOf(), span.zone())
                .segmentBy(segmenter)
                .targets(config.goals().targets())
                .window(span.whole())
                .windows(span.parts());
        choose(registry, analysis, config, notes);
        Scorecard scorecard = analysis.build().run(derived);
        notes.addAll(notes(derived, known));
        Findings findings = detection(span, segmenter, notes).run(derived, scorecard);
        Report report = new Report(
                inputs.title(),
                span.whole(),
                span.stepName(),
                Inputs.counts(known),
                scorecard,
                derived.unjoined(),
                notes);
        return report.with(findings);
    }

    private static Detection detection(TimeOptions.Span span, Segmenter segmenter, List<String> notes) {
        return Detection.builder(span.asOf(), span.zone())
                .segmentBy(segmenter)
                .window(span.whole())
                .detectors(DetectorRegistry.discover(ReportCommand.class.getClassLoader(), notes::add))
                .build();
    }

    private List<String> notes(Derived derived, List<LoopEvent> known) {
        List<String> notes = new ArrayList<>();
        if (releaseIsDeployment) {
            notes.add("every release is taken for a production deployment, as --release-is-deployment says");
        } else if (derived.subjects(Deployed.class).isEmpty()) {
            notes.add("no deployments are known, and DORA's metrics are about deployments: add a log of them with"
                    + " --events, or say --release-is-deployment if every release is one");
        }
        Observation observation = Watcher.watch(known);
        int deviations = observation.deviations().size();
        if (deviations > 0) {
            notes.add(Words.counted(deviations, "deviation") + " from the loop in "
                    + Words.counted(observation.deviatingLoops(), "loop") + ": 'loop check' lists them");
        }
        return notes;
    }

    /** The metrics by the chosen definitions; a derived one only if what it is computed from is still there. */
    private void choose(MetricRegistry registry, Analysis.Builder analysis, Config config, List<String> notes) {
        Set<String> ids = new HashSet<>();
        definition
                .applied(ranked(registry.all(), MetricCalculator::definition), config.defaults())
                .forEach(metric -> {
                    ids.add(metric.definition().id());
                    analysis.metric(metric);
                });
        for (DerivedMetric metric : ranked(registry.derived(), DerivedMetric::definition)) {
            List<String> missing = metric.inputs().stream()
                    .filter(id -> !ids.contains(id) && registry.findDerived(id).isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                analysis.metric(metric);
            } else {
                notes.add("metric '" + metric.definition().id() + "' is left out: it is computed from "
                        + String.join(", ", missing) + ", which is not in this report");
            }
        }
    }

    /** DORA's first, which most people look for, then the library's others, then plug-ins'. */
    private static <M> List<M> ranked(List<M> metrics, Function<M, MetricDefinition> definition) {
        return metrics.stream()
                .sorted(Comparator.comparingInt(metric -> rank(definition.apply(metric))))
                .toList();
    }

    private static int rank(MetricDefinition metric) {
        String id = metric.id();
        int place = GROUPS.indexOf(id.substring(0, id.indexOf('.')));
        return place < 0 ? GROUPS.size() : place;
    }

    private Segmenter segmenter(Config config) {
        List<String> keys = labels.isEmpty() ? config.defaults().groupBy() : labels;
        try {
            return Segmenter.by(keys.toArray(String[]::new));
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--group-by: " + refused.getMessage(), refused);
        }
    }
}
