package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.watch.Observation;
import io.infinityloop.watch.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a log against the loop. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a log through the machine and past the watcher: what does not fit the loop?",
            "The exit code is 0 if everything fits, 1 if something does not or is not known to "
                    + "this release, 2 if a line cannot be read."
        })
final class CheckCommand implements Callable<Integer> {
    private static final List<String> RELEVANT = List.of("services", "environments", "incidents");

    @Mixin
    private SourceChoices logs = new SourceChoices();

    @Option(names = "--journal", paramLabel = "JDBC-URL", description = JournalUrl.DESCRIPTION)
    private List<String> journals = new ArrayList<>();

    @Mixin
    private ConfigChoice configuration = new ConfigChoice();

    private final Surroundings surroundings;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (logs.files().isEmpty() && journals.isEmpty()) {
            throw new BadInputException("there is nothing to check: give --events FILE or --journal JDBC-URL");
        }
        Inputs inputs = new Inputs(configuration.read(surroundings).about(RELEVANT));
        inputs.addLogs(logs, surroundings);
        journals.forEach(url -> inputs.addJournal(url, surroundings));
        inputs.complain(surroundings);
        Observation observation = Watcher.watch(inputs.events());
        List<Verdict> verdicts = Verdict.of(inputs.events());
        surroundings.out().print(CheckReport.render(inputs.title(), verdicts, observation, inputs.notes()));
        surroundings.out().flush();
        if (!inputs.problems().isEmpty()) {
            return LoopTool.BAD_INPUT;
        }
        boolean fine = inputs.unknown().isEmpty()
                && observation.deviations().isEmpty()
                && verdicts.stream().allMatch(Verdict::isAccepted);
        return fine ? LoopTool.OK : LoopTool.FINDING;
    }
}
