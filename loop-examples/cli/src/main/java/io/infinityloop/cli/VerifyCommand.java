package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.Inspection;
import io.infinityloop.jdbc.Verification;
import io.infinityloop.journal.Anchor;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                    + "the end was cut off, or all of it was written anew. Nothing is written, and the "
                    + "journal need not be one that can be opened. The exit code is 0 if the journal is intact, 1 if "
                    + "its events, its tables or its file are not, 2 if there is none or it cannot be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop journal verify --journal jdbc:sqlite:loop.db",
            "  loop journal verify --journal jdbc:sqlite:loop.db --expect 5:9f86d081…"
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private JournalOption location = new JournalOption();

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
        return tell(location.inspect(surroundings, kept));
    }

    private int tell(Inspection found) {
        if (!found.flaw().isEmpty()) {
            say("journal " + found.place() + " is not as it was made: " + Printable.line(found.flaw()));
        }
        if (found.events() instanceof Verification.Intact intact) {
            tell(intact, found);
        } else if (found.events() instanceof Verification.Broken broken) {
            say("journal " + found.place() + " is broken at position " + broken.position() + ": "
                    + Printable.line(broken.problem()));
        }
        if (found.isIntact()) {
            return LoopTool.OK;
        }
        say("write nothing to it; go back to a backup, or import an export of it into a new journal");
        return LoopTool.FINDING;
    }

    private void tell(Verification.Intact intact, Inspection found) {
        String what = found.flaw().isEmpty() ? "journal " + found.place() + " is" : "its events are";
        say(what + " intact: " + Words.counted(intact.position(), "event")
                + (expected.isPresent() ? ", and what was expected is in it" : ""));
        say("it ends at " + intact.anchor());
    }

    private void say(String line) {
        surroundings.out().println(line);
    }
}
