package io.infinityloop.jdbc;

import java.sql.SQLException;
import java.util.Map;

/** What to do next, by what the database says. */
final class Advice {
    private static final String DAMAGE = "verify it, and restore a backup or export what is before the damage";
    private static final String DISK_FULL =
            "make room on the disk and append again, nothing that was acknowledged is lost";

    /**
     * Somebody else wrote between the first read of a transaction and its first write. Of the code, the driver keeps
     * only what it shares with any other lock.
     */
    private static final String BUSY_SNAPSHOT = "[SQLITE_BUSY_SNAPSHOT]";

    /** By the codes of SQLite. */
    private static final Map<Integer, String> SQLITE = Map.of(
            5, "another connection keeps the file locked: append again, and end transactions sooner",
            6, "another connection keeps the file locked: append again, and end transactions sooner",
            8, "file and folder must be writable for this process",
            10, "look after the disk, open the journal again and verify it",
            11, DAMAGE,
            13, DISK_FULL,
            14, "the folder must be there and writable, and the name must not be that of a folder",
            26, "name another file, or restore a backup");

    /** By the SQL states of PostgreSQL. */
    private static final Map<String, String> POSTGRES = Map.of(
            "25006", "connect to the primary server, with default_transaction_read_only off",
            "40001", "begin the transaction again",
            "40P01", "begin the transaction again",
            "42501",
                    "a writer needs SELECT and INSERT on loop_event, SELECT and UPDATE on loop_head,"
                            + " and SELECT on loop_schema",
            "42P01", "look at the search_path, open the journal again",
            "53100", DISK_FULL,
            "58030", "look after the disk of the server, open the journal again and verify it",
            "XX001", DAMAGE,
            "XX002", "verify it, and have the server build its indexes again");

    private Advice() {}

    /** {@return what to do about a failure, after a semicolon; empty if nothing is known} */
    static String on(SQLException failure) {
        String state = failure.getSQLState();
        if (String.valueOf(failure.getMessage()).startsWith(BUSY_SNAPSHOT)) {
            return "; begin the transaction with the lock for writing, in the driver transaction_mode=IMMEDIATE";
        }
        String advice =
                state == null || state.isEmpty() ? SQLITE.get(failure.getErrorCode() & 0xff) : POSTGRES.get(state);
        return advice == null ? "" : "; " + advice;
    }
}
