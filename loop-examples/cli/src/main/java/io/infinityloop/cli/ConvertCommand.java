package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.config.Config;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what it reads in another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes what it reads in another format.",
            "native is the library's own, one JSON event a line, and holds everything. cdevents has one CDEvent a "
                    + "line, csv one row for each event, xes is for process mining. What a format has no words for "
                    + "is left out, and standard error says what and how often; that is no error.",
            "Without --git, --events, --junit and --journal it reads the git repository you stand in."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop convert --to native --events github.json --out log.ndjson",
            "  loop convert --to csv --journal jdbc:sqlite:loop.db --out events.csv",
            "  loop convert --to cdevents --commits --git ../shop > shop.cdevents",
            "  loop convert --to xes --events log.ndjson --out log.xes"
        })
final class ConvertCommand implements Callable<Integer> {
    private static final List<String> RELEVANT =
            List.of("services", "environments", "incidents", "tag-pattern", "fix-pattern", "component-paths", "zone");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            order = -2,
            description = "${COMPLETION-CANDIDATES}")
    private Target target = Target.NATIVE;

    /** What is written; the user types the names in small letters. */
    enum Target {
        NATIVE,
        CDEVENTS,
        CSV,
        XES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private InputChoices sources = new InputChoices();

    @Mixin
    private GitChoices git = new GitChoices();

    @Mixin
    private ConfigChoice configuration = new ConfigChoice();

    @Option(
            names = "--commits",
            description = "to cdevents: write commits as merged changes, which is true of those of the main line only")
    private boolean hasCommits;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of to standard output")
    private Optional<String> out = Optional.empty();

    private final Surroundings surroundings;

    ConvertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (hasCommits && target != Target.CDEVENTS) {
            throw new BadInputException("--commits is for --to cdevents: the other formats have a word for commits");
        }
        Config config = configuration.read(surroundings).about(RELEVANT);
        Inputs inputs = sources.read(
                config,
                git.options(surroundings.clock().instant(), config.git()),
                config.defaults().zone().orElse(ZoneOffset.UTC),
                surroundings);
        inputs.complain(surroundings);
        Conversion conversion = new Conversion(target, hasCommits);
        Output.write(stream -> conversion.write(inputs.events(), stream), out, surroundings);
        inputs.notes().forEach(this::tell);
        conversion.told().forEach(this::tell);
        return inputs.problems().isEmpty() ? LoopTool.OK : LoopTool.BAD_INPUT;
    }

    private void tell(String sentence) {
        surroundings.err().println("loop: " + Printable.line(sentence));
    }
}
