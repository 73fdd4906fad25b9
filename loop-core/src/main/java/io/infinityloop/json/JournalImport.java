package io.infinityloop.json;

import io.infinityloop.internal.Escapes;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares lines with what a journal holds, and appends those that it does not hold in batches. */
final class JournalImport {
    /** The most lines that are appended at once: one wait for the disk for all of them. */
    private static final int LINES = 1_000;

    /** The most characters that are appended at once, but for one line. */
    private static final int CHARACTERS = 8 << 20;

    private final JournalLines journal;
    private final List<JournalLines.Incoming> batch = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private long characters;

    /** What the journal holds from the position on that is looked at. */
    private List<JournalLine> held = List.of();

    private boolean heldAll;
    private long passedOver;
    private long appended;
    private @Nullable Anchor last;

    JournalImport(JournalLines journal) {
        this.journal = journal;
    }

    void take(long number, JournalLines.Incoming incoming) {
        JournalLine line = incoming.line();
        try {
            check(last == null ? before(line) : last, line);
        } catch (FieldException refused) {
            throw refused(number, refused.problem());
        }
        JournalLine there = held(number, line.position());
        if (there == null) {
            add(number, incoming);
        } else if (there.hash().equals(line.hash())) {
            passedOver++;
        } else {
            throw refused(
                    number,
                    "the journal holds another event at position " + line.position()
                            + ": it is not the one that was exported, or was written to; import into an empty one");
        }
        last = line.anchor();
    }

    /** Checks that a line comes after another one. */
    static void check(Anchor before, JournalLine line) throws FieldException {
        if (line.position() != before.position() + 1) {
            throw new FieldException(
                    "",
                    "position " + line.position() + " was given where " + (before.position() + 1)
                            + " is due: a line is missing, or is not in its place");
        }
        if (!line.follows(before)) {
            throw new FieldException(
                    "",
                    "the hash of position " + line.position()
                            + " does not fit to what is there: this line or one before it was changed; export again");
        }
    }

    private Anchor before(JournalLine first) throws FieldException {
        if (first.position() == 1) {
            return Anchor.BEGINNING;
        }
        List<JournalLine> before = journal.read(first.position() - 2, 1);
        if (before.isEmpty()) {
            throw new FieldException(
                    "",
                    "the export begins at position " + first.position()
                            + ", and the journal ends before it: import what comes before it first");
        }
        return before.get(0).anchor();
    }

    private @Nullable JournalLine held(long number, long position) {
        boolean passed = held.isEmpty() || held.get(held.size() - 1).position() < position;
        if (passed && !heldAll) {
            held = journal.read(position - 1, Journal.PAGE);
            heldAll = held.isEmpty();
        }
        if (heldAll) {
            return null;
        }
        long index = position - held.get(0).position();
        JournalLine there = index >= 0 && index < held.size() ? held.get((int) index) : null;
        if (there == null || there.position() != position) {
            throw refused(
                    number,
                    "the journal has no event at position " + position
                            + " and some after it: it was taken away behind its back; verify the journal, and import"
                            + " into an empty one");
        }
        return there;
    }

    private void add(long number, JournalLines.Incoming incoming) {
        batch.add(incoming);
        numbers.add(number);
        characters += incoming.line().text().length();
        if (batch.size() >= LINES || characters >= CHARACTERS) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        JournalLines.Taken taken = journal.append(List.copyOf(batch));
        appended += taken.count();
        if (!taken.problem().isEmpty()) {
            throw new RefusedLineException(numbers.get(taken.count()), Escapes.printable(taken.problem()));
        }
        batch.clear();
        numbers.clear();
        characters = 0;
    }

    /** Appends what comes before a line that is refused, and returns what to throw. */
    RefusedLineException refused(long number, String problem) {
        flush();
        return new RefusedLineException(number, problem);
    }

    JournalReader.Imported end() {
        flush();
        return new JournalReader.Imported(passedOver, appended, last == null ? Anchor.BEGINNING : last);
    }
}
