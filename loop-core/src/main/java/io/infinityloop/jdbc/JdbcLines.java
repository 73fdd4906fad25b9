package io.infinityloop.jdbc;

import io.infinityloop.journal.Anchor;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalLines;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a journal as lines. */
final class JdbcLines implements JournalLines {
    private static final String COLUMNS = "position, revision, hash, event";

    private final Sessions sessions;

    JdbcLines(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<JournalLine> read(long afterPosition, int limit) {
        return sessions.read(Task.of("export"), connection -> read(connection, afterPosition, limit));
    }

    private static List<JournalLine> read(Connection connection, long after, int limit) throws SQLException {
        List<JournalLine> lines = new ArrayList<>();
        try (PreparedStatement query = Pages.prepare(connection, COLUMNS, after, Long.MAX_VALUE, limit);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lines.add(line(row));
            }
        }
        return lines;
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        try {
            return new JournalLine(position, row.getLong(2), row.getString(3), row.getString(4));
        } catch (IllegalArgumentException changed) {
            throw new Database.Unfit("position " + position + " was changed: " + changed.getMessage());
        }
    }

    @Override
    public Taken append(List<Incoming> lines) {
        return sessions.transact(
                Task.of("import"),
                session -> new Importing(Appending.begin(sessions.database(), session, List.of(), true)).append(lines));
    }

    /** Follows the chain, and looks whether it goes through the anchor. */
    static Verification verify(Database database, Connection connection, Anchor kept) throws SQLException {
        Verification found = Verifier.verify(database, connection);
        if (!(found instanceof Verification.Intact intact) || kept.position() == 0) {
            return found;
        }
        if (intact.position() < kept.position()) {
            return new Verification.Broken(
                    intact.position() + 1,
                    "it is missing, and so is all up to position " + kept.position() + ", which was there once");
        }
        List<JournalLine> there = read(connection, kept.position() - 1, 1);
        return there.get(0).hash().equals(kept.hash())
                ? intact
                : new Verification.Broken(
                        kept.position(),
                        "it is not the event that was there once: it or one before it was changed, and the hashes with"
                                + " it");
    }
}
