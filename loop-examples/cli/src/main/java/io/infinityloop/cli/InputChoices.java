package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.config.Config;
import io.infinityloop.cli.git.GitOptions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read: repositories, logs and journals; the repository that one stands in, if nothing is named. */
final class InputChoices {
    @Option(names = "--git", paramLabel = "DIR", description = "a local clone; may be given more than once")
    private List<String> repositories = new ArrayList<>();

    @Mixin
    private SourceChoices logs = new SourceChoices();

    @Option(
            names = "--junit",
            paramLabel = "DIR",
            description =
                    "a directory of test reports in JUnit's XML, such as target/surefire-reports; may be given more"
                            + " than once")
    private List<String> tests = new ArrayList<>();

    @Option(names = "--journal", paramLabel = "JDBC-URL", description = JournalUrl.DESCRIPTION)
    private List<String> journals = new ArrayList<>();

    Inputs read(Config config, GitOptions git, ZoneId zone, Surroundings surroundings) {
        Inputs inputs = new Inputs(config);
        inputs.addLogs(logs, surroundings);
        journals.forEach(url -> inputs.addJournal(url, surroundings));
        tests.forEach(directory -> inputs.addTests(directory, zone, surroundings));
        boolean nothing =
                tests.isEmpty() && repositories.isEmpty() && logs.files().isEmpty() && journals.isEmpty();
        for (String directory : nothing ? List.of("") : repositories) {
            inputs.addRepository(surroundings.directory().resolve(directory), git, surroundings);
        }
        inputs.join();
        return inputs;
    }
}
