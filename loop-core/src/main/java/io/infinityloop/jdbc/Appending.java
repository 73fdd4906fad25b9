package io.infinityloop.jdbc;

import io.infinityloop.internal.Chain;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends within one transaction, which holds the head from the beginning to its end. */
final class Appending {
    private static final String INSERT =
            "INSERT INTO loop_event (position, loop, revision, source, id, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_HEAD = "UPDATE loop_head SET position = ?, hash = ? WHERE position = ?";

    private final Session session;
    private final Head before;
    private final Lookup lookup;

    private long position;
    private String hash;

    private Appending(Session session, Head before) {
        this.session = session;
        this.before = before;
        this.lookup = new Lookup(session);
        this.position = before.position();
        this.hash = before.hash();
    }

    private record Head(long position, String hash) {}

    /** Waits until no one else appends. */
    static Appending begin(Database database, Session session) throws SQLException {
        try (ResultSet row = session.prepare(database.lockHead()).executeQuery()) {
            if (!row.next()) {
                throw new Database.Unfit("the row of loop_head was deleted");
            }
            database.checkHead(row.getString(3));
            return new Appending(session, new Head(row.getLong(1), row.getString(2)));
        }
    }

    /** {@return where the journal ends with what was appended so far} */
    Anchor end() {
        return new Anchor(position, hash);
    }

    Lookup lookup() {
        return lookup;
    }

    /** Does what is asked in the order of the requests, once; {@return an answer for each} */
    List<Answer> resolve(List<Request> requests) throws SQLException {
        lookup.find(requests);
        List<Answer> answers = new ArrayList<>(requests.size());
        for (Request request : requests) {
            answers.add(resolve(request));
        }
        finish();
        return answers;
    }

    private Answer resolve(Request request) throws SQLException {
        List<Draft> fresh = new ArrayList<>(request.drafts().size());
        List<Rows.Row> existing = new ArrayList<>(0);
        for (Draft draft : request.drafts()) {
            Rows.Row there = lookup.existing(draft.key());
            if (there == null) {
                fresh.add(draft);
            } else {
                existing.add(there);
            }
        }
        String loop = request.loop();
        long revision = loop == null ? 0 : lookup.revision(loop);
        boolean refused = loop != null && (!existing.isEmpty() || revision != request.expectedRevision());
        return new Answer(refused ? List.of() : insert(fresh, loop, revision), existing, revision);
    }

    /** Inserts after the head; without a loop all revisions are 0. */
    private List<Entry> insert(List<Draft> drafts, @Nullable String loop, long revision) throws SQLException {
        List<Entry> entries = new ArrayList<>(drafts.size());
        long next = revision;
        for (Draft draft : drafts) {
            next = loop == null ? 0 : next + 1;
            put(loop, next, draft.key(), draft.line());
            entries.add(new Entry(position, next, draft.event()));
        }
        return Collections.unmodifiableList(entries);
    }

    /** Inserts one event after the last. */
    void put(@Nullable String loop, long revision, Draft.Key key, String line) throws SQLException {
        position++;
        hash = Chain.next(hash, position, revision, line);
        PreparedStatement insert = session.prepare(INSERT);
        insert.setLong(1, position);
        insert.setString(2, loop);
        insert.setLong(3, revision);
        insert.setString(4, key.source());
        insert.setString(5, key.id());
        insert.setString(6, line);
        insert.setString(7, hash);
        insert.addBatch();
        lookup.add(loop, key, new Rows.Row(position, revision, line));
    }

    /** Sends what was put. */
    void finish() throws SQLException {
        if (position > before.position()) {
            session.prepare(INSERT).executeBatch();
            moveHead();
        }
    }

    private void moveHead() throws SQLException {
        PreparedStatement update = session.prepare(MOVE_HEAD);
        update.setLong(1, position);
        update.setString(2, hash);
        update.setLong(3, before.position());
        if (update.executeUpdate() != 1) {
            throw new Database.Unfit("the row of loop_head was changed by something else");
        }
    }
}
