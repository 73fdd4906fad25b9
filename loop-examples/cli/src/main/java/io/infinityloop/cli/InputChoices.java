package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.git.GitOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is read: repositories, logs and journals; the repository that one stands in, if nothing is named. */
final class InputChoices {
    @Option(names = "--git", paramLabel = "DIR", description = "a local clone; may be given more than once")
    private List<String> repositories = new ArrayList<>();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "a log of one JSON event a line, or - for standard input; may be given more than once")
    private List<String> files = new ArrayList<>();

    @Option(names = "--journal", paramLabel = "JDBC-URL", description = JournalUrl.DESCRIPTION)
    private List<String> journals = new ArrayList<>();

    Inputs read(GitOptions git, Surroundings surroundings) {
        Inputs inputs = new Inputs();
        files.forEach(file -> inputs.addFile(file, surroundings));
        journals.forEach(url -> inputs.addJournal(url, surroundings));
        boolean nothing = repositories.isEmpty() && files.isEmpty() && journals.isEmpty();
        for (String directory : nothing ? List.of("") : repositories) {
            inputs.addRepository(surroundings.directory().resolve(directory), git, surroundings);
        }
        return inputs;
    }
}
