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

    /** One row, whatever is there. */
    private static final String ENDS =
            "SELECT (SELECT position FROM loop_head), (SELECT hash FROM loop_head), ends.most,"
                    + " (SELECT hash FROM loop_event WHERE position = ends.most)"
                    + " FROM (SELECT COALESCE(MAX(position), 0) AS most FROM loop_event) AS ends";

    private final Sessions sessions;

    JdbcLines(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<JournalLine> read(long afterPosition, int limit) {
        Page page = sessions.read(Task.of("export"), connection -> {
            List<JournalLine> lines = read(connection, afterPosition, limit);
            return new Page(lines, lines.isEmpty() ? problemAtEnd(connection) : "");
        });
        if (!page.problem().isEmpty()) {
            throw new IllegalStateException("the journal is broken " + page.problem() + "; verify the journal");
        }
        return page.lines();
    }

    /** Some lines; at the end of the journal, what is wrong with it, empty if nothing is. */
    private record Page(List<JournalLine> lines, String problem) {}

    /** Asks for both ends at once: others may append meanwhile. */
    private static String problemAtEnd(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENDS);
                ResultSet row = query.executeQuery()) {
            row.next();
            long last = row.getLong(1);
            String hash = row.getString(2);
            if (hash == null) {
                return "at its end: the row of loop_head was deleted";
            }
            long most = row.getLong(3);
            if (last != most) {
                return last > most
                        ? "at position " + (most + 1) + ": it is missing, and so is all up to position " + last
                        : "at position " + (last + 1) + ": it is behind the last one that loop_head knows";
            }
            return most == 0 || hash.equals(row.getString(4))
                    ? ""
                    : "at position " + last + ": loop_head has another hash";
        }
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
                    "it is missing, and so is all up to position " + kept.position()
                            + ", which was there once, if what was kept is of this journal");
        }
        List<JournalLine> there = read(connection, kept.position() - 1, 1);
        return there.get(0).hash().equals(kept.hash())
                ? intact
                : new Verification.Broken(
                        kept.position(),
                        "it has another hash than the one that was kept: either that is of another journal, or this event or"
                                + " one before it was changed, and the hashes with it");
    }
}
