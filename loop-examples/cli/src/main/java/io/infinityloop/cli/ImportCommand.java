package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.json.JournalReader;
import io.infinityloop.json.RefusedLineException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a journal of an export. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads what 'loop journal export' wrote into a journal.",
            "The journal is empty, not there yet, or holds the beginning of it. Every line is "
                    + "checked by its hash first. What was interrupted goes on when it is done again. Nobody "
                    + "else may write to the journal meanwhile."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop journal import --journal jdbc:sqlite:loop.db --in loop.ndjson",
            "  gunzip < a.gz | loop journal import --journal jdbc:sqlite:a.db --in -"
        })
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private JournalOption location = new JournalOption();

    @Option(
            names = "--in",
            paramLabel = "FILE",
            required = true,
            description = "an export of a journal, or - for standard input")
    private String name = "";

    private final Surroundings surroundings;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String shown = name.equals("-") ? "standard input" : name;
        try (InputStream in = name.equals("-") ? surroundings.in() : open();
                JdbcJournal journal = location.create(surroundings)) {
            tell(read(in, journal), journal);
            return LoopTool.OK;
        } catch (RefusedLineException refused) {
            throw new BadInputException(
                    shown + ", line " + refused.line() + ": " + refused.problem()
                            + "; what comes before this line is in the journal, nothing of it or after it",
                    refused);
        } catch (NoSuchFileException missing) {
            throw new BadInputException("--in " + shown + " does not exist", missing);
        } catch (JournalException failed) {
            throw JournalUrl.told(failed);
        } catch (IOException failed) {
            throw new BadInputException("--in " + shown + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private InputStream open() throws IOException {
        Path file = surroundings.directory().resolve(name);
        if (Files.isDirectory(file)) {
            throw new BadInputException("--in " + name + " is a directory; give an export of a journal");
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private JournalReader.Imported read(InputStream in, JdbcJournal journal) throws IOException {
        try (Watched watched = Watched.of(surroundings, "events imported")) {
            return JournalReader.read(in, watched.over(journal.lines()));
        } catch (IllegalStateException broken) {
            throw JournalUrl.told(journal, broken);
        }
    }

    private void tell(JournalReader.Imported imported, JdbcJournal journal) {
        String before = imported.passedOver() == 0
                ? ""
                : ", " + Words.counted(imported.passedOver(), "event") + " already in it";
        surroundings
                .out()
                .println(Words.counted(imported.appended(), "event") + " imported into journal " + journal.place()
                        + before);
        surroundings.out().println("the import ends at " + imported.end());
    }
}
