package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with a journal in a database. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after a journal in SQLite or PostgreSQL.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop journal verify --journal jdbc:sqlite:loop.db",
            "  loop journal export --journal jdbc:sqlite:loop.db --out loop.ndjson",
            "  loop journal import --journal jdbc:postgresql://db/loops --in loop.ndjson",
            "  loop journal backup --journal jdbc:sqlite:loop.db --out loop-monday.db"
        })
final class JournalCommand {
    private JournalCommand() {}

    static CommandLine line(Surroundings surroundings) {
        return new CommandLine(new JournalCommand())
                .addSubcommand(new VerifyCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new BackupCommand(surroundings));
    }
}
