package io.infinityloop.json;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** Writes the lines of a journal that keeps events, and follows their hashes. */
final class EntriesAsLines implements JournalLines {
    private final Journal journal;
    /** The last place whose hash is known: hashes are found by going over everything before. */
    private Anchor known = Anchor.BEGINNING;

    EntriesAsLines(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<JournalLine> read(long afterPosition, int limit) {
        if (afterPosition < known.position()) {
            known = Anchor.BEGINNING;
        }
        boolean more = true;
        while (more && known.position() < afterPosition) {
            more = !next((int) Math.min(Journal.PAGE, afterPosition - known.position()))
                    .isEmpty();
        }
        return more ? next(limit) : List.of();
    }

    private List<JournalLine> next(int limit) {
        List<JournalLine> lines = new ArrayList<>();
        for (Entry entry : journal.readAll(known.position(), limit)) {
            JournalLine line = JournalLine.after(known, entry.revision(), EventWriter.toJson(entry.event()));
            if (line.position() != entry.position()) {
                throw new IllegalStateException("the journal has an entry at position " + entry.position()
                        + " and none at " + line.position() + ": positions of a journal have no gaps");
            }
            lines.add(line);
            known = line.anchor();
        }
        return lines;
    }

    @Override
    public Taken append(List<Incoming> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Incoming next = lines.get(i);
            LoopEvent event = next.event();
            if (event == null) {
                return new Taken(
                        i,
                        "its type, kind or version is not known to this release, and this journal keeps only what it"
                                + " knows: import it into a database, or use the release that wrote it");
            }
            String problem = append(next.line(), event);
            if (!problem.isEmpty()) {
                return new Taken(i, problem);
            }
        }
        return new Taken(lines.size(), "");
    }

    private String append(JournalLine line, LoopEvent event) {
        if (!EventWriter.toJson(event).equals(line.text())) {
            return "this release would write it in another way and so change its hash, perhaps a later one has written"
                    + " more than is known to it: import it into a database, or use the release that wrote it";
        }
        LoopId loop = event.loop();
        List<Entry> added;
        if (loop == null) {
            added = journal.observe(List.of((Recorded) event));
        } else {
            AppendResult result = journal.append(loop, line.revision() - 1, List.of(event));
            if (result instanceof AppendResult.Conflict conflict) {
                return "revision " + (conflict.actual() + 1) + " of loop " + loop + " is due, and it has "
                        + line.revision();
            }
            added = result instanceof AppendResult.Appended appended ? appended.entries() : List.of();
        }
        if (added.isEmpty()) {
            return "an event with its source and id is in the journal already";
        }
        return added.get(0).position() == line.position()
                ? ""
                : "it came to stand at position " + added.get(0).position()
                        + ", because somebody else appends to the journal: import while nobody does";
    }
}
