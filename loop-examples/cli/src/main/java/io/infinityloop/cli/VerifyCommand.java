package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.jdbc.Verification;
import io.infinityloop.journal.Anchor;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds out whether a journal is as it was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Follows the chain of hashes of a journal from the first event to the last.",
            "Prints where it ends: position and hash. Keep this line where nobody who may write "
                    + "the journal can change it, and give it to --expect later: then it is seen as well if "
                    + "the end was cut off, or all of it was written anew. The exit code is 0 if the journal "
                    + "is intact, 1 if it is not, 2 if it cannot be opened, which is also so if its tables "
                    + "were changed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop journal verify --journal jdbc:sqlite:loop.db",
            "  loop journal verify --journal jdbc:sqlite:loop.db --expect 5:9f86d081…"
        })
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--journal", paramLabel = "JDBC-URL", required = true, description = JournalUrl.DESCRIPTION)
    private String url = "";

    @Option(
            names = "--expect",
            paramLabel = "POSITION:HASH",
            description = "where the journal ended at an earlier time, as verify or export printed it")
    private Optional<String> expected = Optional.empty();

    private final Surroundings surroundings;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Anchor kept = expected.map(text -> Anchors.parse("--expect", text)).orElse(Anchor.BEGINNING);
        try (JdbcJournal journal = JournalUrl.open(url, surroundings)) {
            return tell(journal.place(), journal.verify(kept));
        } catch (JournalException failed) {
            throw JournalUrl.told(failed);
        }
    }

    private int tell(String place, Verification verification) {
        if (verification instanceof Verification.Intact intact) {
            surroundings
                    .out()
                    .println("journal " + place + " is intact: " + Words.counted(intact.position(), "event")
                            + expected.map(text -> ", and what was expected is in it")
                                    .orElse(""));
            surroundings.out().println("it ends at " + intact.anchor());
            return LoopTool.OK;
        }
        Verification.Broken broken = (Verification.Broken) verification;
        surroundings
                .out()
                .println("journal " + place + " is broken at position " + broken.position() + ": "
                        + Printable.line(broken.problem()));
        surroundings
                .out()
                .println("write nothing to it; go back to a backup, or import an export of it into a new journal");
        return LoopTool.FINDING;
    }
}
