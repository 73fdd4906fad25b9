package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalLines.Incoming;
import io.infinityloop.json.JournalLines.Taken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Appends lines that have their places and hashes already, within one transaction. */
final class Importing {
    private final Appending appending;

    Importing(Appending appending) {
        this.appending = appending;
    }

    /** A line and what the columns have of it. */
    private record Row(JournalLine line, @Nullable String loop, Draft.Key key) {
        static Row of(Incoming incoming) {
            LoopId loop = incoming.loop();
            return new Row(
                    incoming.line(),
                    loop == null ? null : KeyText.of(loop.value()),
                    new Draft.Key(
                            KeyText.of(incoming.key().source()),
                            KeyText.of(incoming.key().id())));
        }
    }

    Taken append(List<Incoming> lines) throws SQLException {
        List<Row> rows = lines.stream().map(Row::of).toList();
        find(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String problem = problem(lines.get(i), row);
            if (!problem.isEmpty()) {
                appending.finish();
                return new Taken(i, problem);
            }
            appending.put(
                    row.loop(), row.line().revision(), row.key(), row.line().text());
        }
        appending.finish();
        return new Taken(rows.size(), "");
    }

    private void find(List<Row> rows) throws SQLException {
        Set<String> loops = new HashSet<>();
        List<Lookup.Asked> asked = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String loop = row.loop();
            asked.add(new Lookup.Asked(loop != null && loops.add(loop) ? loop : null, row.key()));
        }
        appending.lookup().findAll(asked);
    }

    /** {@return what is wrong with a line although its hash is right; empty if nothing is} */
    private String problem(Incoming incoming, Row row) {
        if (!row.line().follows(appending.end())) {
            return "the journal ends at position " + appending.end().position()
                    + " now, because somebody else appends to it: import while nobody does";
        }
        if (appending.lookup().existing(row.key()) != null) {
            return "the event " + incoming.key() + " is in the journal already";
        }
        String loop = row.loop();
        long due = loop == null ? 0 : appending.lookup().revision(loop) + 1;
        return row.line().revision() == due
                ? ""
                : "revision " + due + " of loop " + incoming.loop() + " is due, and it has "
                        + row.line().revision();
    }
}
