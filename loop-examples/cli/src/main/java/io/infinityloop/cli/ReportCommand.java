package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.git.GitOptions;
import io.infinityloop.machine.Observation;
import io.infinityloop.machine.Watcher;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.report.JsonReport;
import io.infinityloop.metrics.report.Report;
import io.infinityloop.metrics.report.TextReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
            "Without --git and --events it measures the git repository you stand in, over its whole history."
        })
final class ReportCommand implements Callable<Integer> {
    @Option(names = "--git", paramLabel = "DIR", description = "a local clone; may be given more than once")
    private List<String> repositories = new ArrayList<>();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "a log of one JSON event a line, or - for standard input; may be given more than once")
    private List<String> files = new ArrayList<>();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(
            names = "--group-by",
            paramLabel = "LABEL",
            split = ",",
            description = "also by the values of labels, such as service or team")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--tag-pattern",
            paramLabel = "REGEX",
            description = "which git tags are releases (default: final semantic versions)")
    private Optional<String> tagPattern = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: text)")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of to standard output")
    private Optional<String> out = Optional.empty();

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
        Inputs inputs = read();
        inputs.problems().forEach(problem -> surroundings.err().println("loop: " + Printable.line(problem)));
        Report report = report(inputs);
        String text = format == Format.json ? JsonReport.render(report) : TextReport.render(report);
        write(text);
        return inputs.problems().isEmpty() ? LoopTool.OK : LoopTool.BAD_INPUT;
    }

    private Inputs read() {
        Inputs inputs = new Inputs();
        GitOptions options = tagPattern.map(ReportCommand::options).orElseGet(GitOptions::defaults);
        files.forEach(file -> inputs.addFile(file, surroundings));
        List<String> directories = repositories.isEmpty() && files.isEmpty() ? List.of("") : repositories;
        for (String directory : directories) {
            inputs.addRepository(surroundings.directory().resolve(directory), options);
        }
        return inputs;
    }

    private Report report(Inputs inputs) {
        TimeOptions.Span span = time.span(inputs.events());
        Derived derived = Linker.derive(Facts.of(inputs.events()), span.asOf());
        Analysis.Builder analysis = Analysis.builder(span.asOf(), span.zone())
                .segmentBy(segmenter())
                .window(span.whole())
                .windows(span.parts());
        metrics().forEach(analysis::metric);
        Scorecard scorecard = analysis.build().run(derived);
        List<String> notes = inputs.notes();
        if (derived.subjects(Deployed.class).isEmpty()) {
            notes.add(
                    "no deployments are known, and DORA's metrics are about deployments: add a log of them with --events");
        }
        Observation observation = Watcher.watch(inputs.events());
        if (!observation.deviations().isEmpty()) {
            notes.add(observation.deviations().size() + " deviations from the loop in " + observation.deviatingLoops()
                    + " loops: 'loop check' lists them");
        }
        return new Report(
                inputs.title(), span.whole(), span.stepName(), inputs.counts(), scorecard, derived.unjoined(), notes);
    }

    /** All metrics there are, DORA's first: they are what most people look for. */
    private static List<MetricCalculator<?, ?>> metrics() {
        return MetricRegistry.discover(ReportCommand.class.getClassLoader()).all().stream()
                .sorted(Comparator.comparing(metric -> !metric.definition().id().startsWith("dora.")))
                .toList();
    }

    private Segmenter segmenter() {
        try {
            return Segmenter.by(labels.toArray(String[]::new));
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--group-by: " + refused.getMessage(), refused);
        }
    }

    private static GitOptions options(String pattern) {
        try {
            return GitOptions.defaults().withTagPattern(Pattern.compile(pattern));
        } catch (PatternSyntaxException wrong) {
            throw new BadInputException("--tag-pattern is no regular expression: " + wrong.getMessage(), wrong);
        }
    }

    private void write(String text) {
        if (out.isEmpty()) {
            surroundings.out().print(text);
            surroundings.out().flush();
            return;
        }
        Path file = surroundings.directory().resolve(out.get());
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new BadInputException("--out " + out.get() + " cannot be written: " + reason(failed), failed);
        }
    }

    private static String reason(IOException failed) {
        return failed.getClass()
                        .getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1 $2")
                        .replace(" Exception", "") + ": " + failed.getMessage();
    }
}
