package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.internal.Chain;
import io.infinityloop.internal.Escapes;
import io.infinityloop.json.JournalLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain of hashes from the first event to the head. What others append meanwhile is behind the head that
 * was read at the beginning, and what is before it never changes.
 */
final class Verifier {
    private static final int PAGE = 1_000;
    private static final String ENDS =
            "(SELECT COALESCE(MIN(position), 1) FROM loop_event), (SELECT COALESCE(MAX(position), 0) FROM loop_event)";
    private static final String HEAD = "SELECT position, hash, " + ENDS + " FROM loop_head";

    /** The last event may be what can not be read. */
    private static final String HEAD_ALONE = "SELECT position, hash, 1, position FROM loop_head";

    private static final String NO_HEAD = "SELECT 0, '', " + ENDS;
    private static final String COLUMNS = "position, revision, event, hash, loop, source, id";
    private static final Pattern ROW_OF_INDEX = Pattern.compile("row ([0-9]{1,18}) missing from index");

    private final Database database;
    private final Connection connection;
    private long position;
    private String hash = Chain.BEGINNING;

    private Verifier(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Looks at the events and at what the database keeps to find them. */
    static Verification verify(Database database, Connection connection) throws SQLException {
        return verify(database, connection, true);
    }

    /** Looks at the events alone. */
    static Verification events(Database database, Connection connection) throws SQLException {
        return verify(database, connection, false);
    }

    private static Verification verify(Database database, Connection connection, boolean withIndexes)
            throws SQLException {
        Verifier verifier = new Verifier(database, connection);
        try {
            Verification events = verifier.verify();
            return withIndexes && events instanceof Verification.Intact ? verifier.withIndexes(events) : events;
        } catch (SQLException failure) {
            if (database.isBroken(failure)) {
                return new Verification.Broken(verifier.position + 1, unreadable(failure));
            }
            throw failure;
        }
    }

    /** Looks at the events of a journal that has lost the table of its head. */
    static Verification withoutHead(Database database, Connection connection) throws SQLException {
        Verifier verifier = new Verifier(database, connection);
        Ends ends = verifier.ends(NO_HEAD);
        Verification events = ends == null ? null : verifier.upTo(ends.most(), null);
        return events instanceof Verification.Broken broken
                ? broken
                : new Verification.Broken(
                        verifier.position + 1,
                        "nobody knows whether there was an event: loop_head is gone, which knew where the journal ends");
    }

    /** Where the journal ends by its head, and where its events begin and end. */
    private record Ends(long last, String hash, long least, long most) {}

    private @Nullable Ends ends(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? new Ends(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)) : null;
        }
    }

    private @Nullable Ends ends() throws SQLException {
        try {
            return ends(HEAD);
        } catch (SQLException failure) {
            if (!database.isBroken(failure)) {
                throw failure;
            }
            return ends(HEAD_ALONE);
        }
    }

    private Verification verify() throws SQLException {
        Ends ends = ends();
        if (ends == null) {
            return new Verification.Broken(1, "the row of loop_head was deleted");
        }
        if (ends.least() < 1) {
            return new Verification.Broken(1, "there is an event before it, at position " + ends.least());
        }
        long last = ends.last();
        Verification result = upTo(last, ends.hash());
        return ends.most() > last && result instanceof Verification.Intact
                ? new Verification.Broken(last + 1, "it is behind the last one that loop_head knows, position " + last)
                : result;
    }

    /** Follows the events; to whatever hash, if none is given. */
    private Verification upTo(long last, @Nullable String lastHash) throws SQLException {
        while (position < last) {
            String problem = page(last);
            if (problem != null) {
                return new Verification.Broken(position + 1, problem);
            }
        }
        return lastHash == null || hash.equals(lastHash)
                ? new Verification.Intact(last, hash)
                : new Verification.Broken(Math.max(1, last), "loop_head has another hash than the last event");
    }

    /** An index that says something else than the table hides events that are there. */
    private Verification withIndexes(Verification intact) throws SQLException {
        String damage = database.damage(connection);
        if (damage.isEmpty()) {
            return intact;
        }
        Matcher row = ROW_OF_INDEX.matcher(damage);
        return new Verification.Broken(
                row.find() ? Long.parseLong(row.group(1)) : 1,
                "the events are intact, but not what the database keeps to find them (" + damage
                        + "): REINDEX makes it again");
    }

    /** Goes over some events; {@return what is wrong with the one after the position} */
    private @Nullable String page(long last) throws SQLException {
        try {
            return rows(last, PAGE);
        } catch (SQLException failure) {
            if (!database.isBroken(failure)) {
                throw failure;
            }
            return oneByOne(last);
        }
    }

    /** Finds out how far the damage lets us come. */
    private @Nullable String oneByOne(long last) throws SQLException {
        try {
            String problem = null;
            for (int i = 0; i < PAGE && position < last && problem == null; i++) {
                problem = rows(last, 1);
            }
            return problem;
        } catch (SQLException failure) {
            if (!database.isBroken(failure)) {
                throw failure;
            }
            return unreadable(failure);
        }
    }

    static String unreadable(SQLException failure) {
        return "the database can not read it: " + Escapes.printable(Told.of(failure));
    }

    private @Nullable String rows(long last, int limit) throws SQLException {
        long before = position;
        try (PreparedStatement query = Pages.prepare(connection, COLUMNS, position, last, limit);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String problem = problem(row);
                if (problem != null) {
                    return problem;
                }
                position++;
                hash = row.getString(4);
            }
        }
        return position == before ? "it is missing" : null;
    }

    private @Nullable String problem(ResultSet row) throws SQLException {
        long found = row.getLong(1);
        if (found != position + 1) {
            return "it is missing: the next one is " + found;
        }
        long revision = row.getLong(2);
        String line = row.getString(3);
        if (!Chain.next(hash, found, revision, line).equals(row.getString(4))) {
            return "revision, event or hash was changed";
        }
        return isSame(new JournalLine(found, revision, row.getString(4), line), row)
                ? null
                : "loop, source or id in the columns is not that of the event";
    }

    /**
     * Also a later release writes them as members; what can not be read at all, the hash alone tells to be as it was.
     */
    private static boolean isSame(JournalLine line, ResultSet row) throws SQLException {
        EventKey key;
        LoopId loop;
        try {
            key = line.key();
            loop = line.loop();
        } catch (IllegalArgumentException later) {
            return true;
        }
        return Objects.equals(loop == null ? null : KeyText.of(loop.value()), row.getString(5))
                && KeyText.of(key.source()).equals(row.getString(6))
                && KeyText.of(key.id()).equals(row.getString(7));
    }
}
