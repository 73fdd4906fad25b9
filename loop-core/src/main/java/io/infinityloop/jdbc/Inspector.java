package io.infinityloop.jdbc;

import io.infinityloop.internal.Escapes;
import io.infinityloop.journal.Anchor;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads what is there as it is: asks for no durable settings, makes nothing, and stops at no flaw of the tables. */
final class Inspector {
    private final Database database;
    private final Connection connection;

    private Inspector(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static Inspection inspect(Database database, Connection connection, Anchor kept) throws SQLException {
        String damage = database.beginReading(connection);
        try {
            return new Inspector(database, connection).inspect(damage, kept);
        } finally {
            database.endReading(connection);
        }
    }

    private Inspection inspect(String damage, Anchor kept) throws SQLException {
        try {
            boolean isJournal = JdbcSchema.hasAny(database, connection);
            if (!isJournal && damage.isEmpty()) {
                throw new Database.Unfit("it has no tables of a journal");
            }
            String flaw = damage.isEmpty() ? JdbcSchema.flaw(database, connection) : damage;
            return new Inspection(database.place(), Escapes.printable(flaw), events(flaw, kept));
        } catch (SQLException failure) {
            if (!database.isBroken(failure)) {
                throw failure;
            }
            String problem = Verifier.unreadable(failure);
            return new Inspection(
                    database.place(),
                    damage.isEmpty() ? problem : Escapes.printable(damage),
                    new Verification.Broken(1, problem));
        }
    }

    /** Where the tables have a flaw, a query that fails tells no more than that. */
    private Verification events(String flaw, Anchor kept) throws SQLException {
        if (!database.hasTable(connection, "loop_event")) {
            return new Verification.Broken(1, "there is no table loop_event");
        }
        try {
            return database.hasTable(connection, "loop_head")
                    ? JdbcLines.verify(database, connection, kept)
                    : Verifier.withoutHead(database, connection);
        } catch (SQLException failure) {
            if (flaw.isEmpty()) {
                throw failure;
            }
            return new Verification.Broken(1, Verifier.unreadable(failure));
        }
    }
}
