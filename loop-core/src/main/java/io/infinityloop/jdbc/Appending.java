package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.internal.Chain;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Appends within one transaction, which holds the head from the beginning to its end. */
final class Appending {
    private static final String INSERT =
            "INSERT INTO loop_event (position, loop, revision, source, id, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_HEAD = "UPDATE loop_head SET position = ?, hash = ? WHERE position = ?";
    private static final String REVISION = "SELECT COALESCE(MAX(revision), 0) FROM loop_event WHERE loop = ?";

    /** How many events are looked for in one query. */
    private static final int LOOKED_FOR = 100;

    private final Database database;
    private final Connection connection;

    Appending(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    AppendResult append(LoopId loop, long expectedRevision, List<Draft> drafts) throws SQLException {
        Head head = lockHead();
        Map<EventKey, Entry> there = existing(drafts);
        if (!there.isEmpty()) {
            return new AppendResult.Duplicate(drafts.stream()
                    .map(draft -> there.get(draft.key()))
                    .filter(Objects::nonNull)
                    .toList());
        }
        String key = KeyText.of(loop.value());
        long revision = revision(key);
        if (revision != expectedRevision) {
            return new AppendResult.Conflict(expectedRevision, revision);
        }
        return new AppendResult.Appended(insert(head, key, revision, drafts));
    }

    List<Entry> observe(List<Draft> facts) throws SQLException {
        Head head = lockHead();
        Map<EventKey, Entry> there = existing(facts);
        List<Draft> fresh =
                facts.stream().filter(fact -> !there.containsKey(fact.key())).toList();
        return fresh.isEmpty() ? List.of() : insert(head, null, 0, fresh);
    }

    private record Head(long position, String hash) {}

    private Head lockHead() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(database.lockHead());
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new Database.Unfit("the row of loop_head was deleted");
            }
            database.checkHead(row.getString(3));
            return new Head(row.getLong(1), row.getString(2));
        }
    }

    private Map<EventKey, Entry> existing(List<Draft> drafts) throws SQLException {
        Map<EventKey, Entry> there = new HashMap<>();
        for (int from = 0; from < drafts.size(); from += LOOKED_FOR) {
            List<Draft> some = drafts.subList(from, Math.min(from + LOOKED_FOR, drafts.size()));
            String keys = String.join(", ", Collections.nCopies(some.size(), "(?, ?)"));
            try (PreparedStatement query =
                    connection.prepareStatement(Rows.SELECT + "WHERE (source, id) IN (VALUES " + keys + ")")) {
                int parameter = 1;
                for (Draft draft : some) {
                    query.setString(parameter++, KeyText.of(draft.event().source()));
                    query.setString(parameter++, KeyText.of(draft.event().id()));
                }
                Rows.entries(query).forEach(entry -> there.put(entry.event().key(), entry));
            }
        }
        return there;
    }

    private long revision(String loop) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(REVISION)) {
            query.setString(1, loop);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Inserts after the head; without a loop all revisions are 0. */
    private List<Entry> insert(Head head, @Nullable String loop, long revision, List<Draft> drafts)
            throws SQLException {
        List<Entry> entries = new ArrayList<>(drafts.size());
        long position = head.position();
        long next = revision;
        String hash = head.hash();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Draft draft : drafts) {
                position++;
                next = loop == null ? 0 : next + 1;
                hash = Chain.next(hash, position, next, draft.line());
                Entry entry = new Entry(position, next, draft.event());
                fill(insert, entry, loop, draft.line(), hash);
                insert.addBatch();
                entries.add(entry);
            }
            insert.executeBatch();
        }
        moveHead(head, new Head(position, hash));
        return Collections.unmodifiableList(entries);
    }

    private static void fill(PreparedStatement insert, Entry entry, @Nullable String loop, String line, String hash)
            throws SQLException {
        insert.setLong(1, entry.position());
        insert.setString(2, loop);
        insert.setLong(3, entry.revision());
        insert.setString(4, KeyText.of(entry.event().source()));
        insert.setString(5, KeyText.of(entry.event().id()));
        insert.setString(6, line);
        insert.setString(7, hash);
    }

    private void moveHead(Head from, Head to) throws SQLException {
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
