package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.journal.Anchor;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalLines.Incoming;
import io.infinityloop.json.JournalLines.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Appends lines as they are within one transaction, which holds the head from the beginning to its end. */
final class Importing {
    private static final String INSERT =
            "INSERT INTO loop_event (position, loop, revision, source, id, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_HEAD = "UPDATE loop_head SET position = ?, hash = ? WHERE position = ?";
    private static final String REVISION = "SELECT COALESCE(MAX(revision), 0) FROM loop_event WHERE loop = ?";
    private static final String THERE = "SELECT 1 FROM loop_event WHERE source = ? AND id = ?";

    private final Database database;
    private final Connection connection;
    private final Map<LoopId, Long> revisions = new HashMap<>();
    private final Set<EventKey> keys = new HashSet<>();

    Importing(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    Taken append(List<Incoming> lines) throws SQLException {
        Anchor head = lockHead();
        if (!lines.get(0).line().follows(head)) {
            return new Taken(
                    0,
                    "the journal ends at position " + head.position()
                            + " now, because somebody else appends to it: import while nobody does");
        }
        int count = 0;
        String problem = "";
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement revision = connection.prepareStatement(REVISION);
                PreparedStatement there = connection.prepareStatement(THERE)) {
            for (Incoming next : lines) {
                problem = problem(next, revision, there);
                if (!problem.isEmpty()) {
                    break;
                }
                fill(insert, next);
                insert.addBatch();
                count++;
            }
            if (count > 0) {
                insert.executeBatch();
                moveHead(head, lines.get(count - 1).line().anchor());
            }
        }
        return new Taken(count, problem);
    }

    private Anchor lockHead() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(database.lockHead());
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new Database.Unfit("the row of loop_head was deleted");
            }
            database.checkHead(row.getString(3));
            return new Anchor(row.getLong(1), row.getString(2));
        }
    }

    /** {@return what is wrong with a line although its hash is right; empty if nothing is} */
    private String problem(Incoming next, PreparedStatement revision, PreparedStatement there) throws SQLException {
        EventKey key = next.key();
        there.setString(1, KeyText.of(key.source()));
        there.setString(2, KeyText.of(key.id()));
        if (!keys.add(key) || number(there) != 0) {
            return "the event " + key + " is in the journal already";
        }
        LoopId loop = next.loop();
        if (loop == null) {
            return "";
        }
        Long last = revisions.get(loop);
        if (last == null) {
            revision.setString(1, KeyText.of(loop.value()));
            last = number(revision);
        }
        if (next.line().revision() != last + 1) {
            return "revision " + (last + 1) + " of loop " + loop + " is due, and it has "
                    + next.line().revision();
        }
        revisions.put(loop, last + 1);
        return "";
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void fill(PreparedStatement insert, Incoming next) throws SQLException {
        JournalLine line = next.line();
        LoopId loop = next.loop();
        insert.setLong(1, line.position());
        insert.setString(2, loop == null ? null : KeyText.of(loop.value()));
        insert.setLong(3, line.revision());
        insert.setString(4, KeyText.of(next.key().source()));
        insert.setString(5, KeyText.of(next.key().id()));
        insert.setString(6, line.text());
        insert.setString(7, line.hash());
    }

    private void moveHead(Anchor from, Anchor to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_HEAD)) {
            update.setLong(1, to.position());
            update.setString(2, to.hash());
            update.setLong(3, from.position());
            if (update.executeUpdate() != 1) {
                throw new Database.Unfit("the row of loop_head was changed by something else");
            }
        }
    }
}
