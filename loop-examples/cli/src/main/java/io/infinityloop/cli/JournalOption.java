package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.Inspection;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.journal.Anchor;
import picocli.CommandLine.Option;

/** The journal that a command is about. */
final class JournalOption {
    @Option(
            names = "--journal",
            paramLabel = "JDBC-URL",
            required = true,
            order = -1,
            description = JournalUrl.DESCRIPTION)
    private String url = "";

    JdbcJournal open(Surroundings surroundings) {
        return JournalUrl.open(url, surroundings);
    }

    JdbcJournal create(Surroundings surroundings) {
        return JournalUrl.create(url, surroundings);
    }

    Inspection inspect(Surroundings surroundings, Anchor kept) {
        return JournalUrl.inspect(url, surroundings, kept);
    }
}
