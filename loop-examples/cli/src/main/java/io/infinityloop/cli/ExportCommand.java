package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.journal.Anchor;
import io.infinityloop.json.JournalWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a journal as a log. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a journal as a log of one JSON event a line, and checks its hashes.",
            "Each line has its place and hash. Every command that takes --events reads it; 'loop "
                    + "journal import' makes the same journal of it again. Others may write to the journal "
                    + "meanwhile."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop journal export --journal jdbc:sqlite:loop.db --out loop.ndjson",
            "  loop journal export --journal jdbc:sqlite:a.db --out a.ndjson --continue",
            "  loop journal export --journal jdbc:postgresql://db/loops | gzip > a.gz"
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private JournalOption location = new JournalOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write there instead of to standard output; a file that is there is not written over")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--continue",
            description = "go on at the end of the file, for an export that grows or was interrupted; a last line that"
                    + " was cut off is removed first")
    private boolean more;

    @Option(
            names = "--after",
            paramLabel = "POSITION:HASH",
            description = "leave out everything up to there, where an earlier export ended")
    private Optional<String> after = Optional.empty();

    private final Surroundings surroundings;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (more && (out.isEmpty() || after.isPresent())) {
            throw new BadInputException(
                    out.isEmpty()
                            ? "--continue needs the file to go on with: --out FILE"
                            : "--continue and --after exclude each other: where to go on, the file says");
        }
        Anchor start = after.map(text -> Anchors.parse("--after", text)).orElse(Anchor.BEGINNING);
        try (JdbcJournal journal = location.open(surroundings)) {
            return out.isEmpty() ? toStandardOutput(journal, start) : toFile(journal, start, out.get());
        } catch (JournalException failed) {
            throw JournalUrl.told(failed);
        } catch (IOException failed) {
            throw new BadInputException("the export cannot be written: " + failed.getMessage(), failed);
        }
    }

    private int toStandardOutput(JdbcJournal journal, Anchor start) throws IOException {
        Anchor end = write(journal, start, surroundings.out());
        surroundings.err().println(told(start, end, journal));
        return LoopTool.OK;
    }

    private int toFile(JdbcJournal journal, Anchor start, String name) throws IOException {
        try (ExportFile file = ExportFile.open(surroundings.directory().resolve(name), name, more)) {
            if (file.tornBytes() > 0) {
                surroundings
                        .err()
                        .println("loop: " + Printable.line(name) + ": removed a last line that was cut off, "
                                + Words.counted(file.tornBytes(), "byte"));
            }
            Anchor from = more ? file.end() : start;
            Anchor end = write(journal, from, file.out());
            file.sync();
            surroundings.out().println(told(from, end, journal));
            return LoopTool.OK;
        }
    }

    private Anchor write(JdbcJournal journal, Anchor from, OutputStream to) throws IOException {
        try (Watched watched = Watched.of(surroundings, "events exported")) {
            return JournalWriter.write(watched.over(journal.lines()), from, to);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            throw JournalUrl.told(journal, refused);
        }
    }

    private static String told(Anchor from, Anchor end, JdbcJournal journal) {
        return Words.counted(end.position() - from.position(), "event") + " of journal " + journal.place()
                + " exported\nthe export ends at " + end;
    }
}
