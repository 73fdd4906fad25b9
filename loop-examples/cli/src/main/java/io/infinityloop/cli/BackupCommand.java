package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.journal.Anchor;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a journal. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Copies a journal in SQLite to a new file, and verifies the copy.",
            "Others may write to the journal meanwhile. To copy the file by other means is not "
                    + "safe: what was written last is in a second one. PostgreSQL has its own tools, such as "
                    + "pg_dump."
        },
        footerHeading = "%nExample:%n",
        footer = "  loop journal backup --journal jdbc:sqlite:loop.db --out loop-monday.db")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private JournalOption location = new JournalOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "the copy; a file that is there is not written over")
    private String name = "";

    private final Surroundings surroundings;

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = surroundings.directory().resolve(name);
        try (JdbcJournal journal = location.open(surroundings)) {
            Anchor end = journal.backup(file);
            surroundings
                    .out()
                    .println(Words.counted(end.position(), "event") + " of journal " + journal.place()
                            + " backed up to " + file);
            surroundings.out().println("the backup is intact and ends at " + end);
            return LoopTool.OK;
        } catch (JournalException failed) {
            throw JournalUrl.told(failed);
        }
    }
}
