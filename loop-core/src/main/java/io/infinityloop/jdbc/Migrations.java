package io.infinityloop.jdbc;

import io.infinityloop.internal.Chain;
import java.util.List;

/** The statements that lead from each version of the schema to the next one; what was released never changes. */
final class Migrations {
    private static final String SQLITE_TABLES = """
            CREATE TABLE loop_event (
              position INTEGER PRIMARY KEY,
              loop TEXT,
              revision INTEGER NOT NULL,
              source TEXT NOT NULL,
              id TEXT NOT NULL,
              event TEXT NOT NULL,
              hash TEXT NOT NULL,
              CHECK ((loop IS NULL) = (revision = 0)),
              UNIQUE (loop, revision),
              UNIQUE (source, id)
            ) STRICT""";

    private static final String SQLITE_HEAD = """
            CREATE TABLE loop_head (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              position INTEGER NOT NULL,
              hash TEXT NOT NULL
            ) STRICT""";

    /** REPLACE deletes what is in its way without a trigger of its own, so it has to be stopped before. */
    private static final String SQLITE_NO_REPLACE = """
            CREATE TRIGGER loop_event_no_replace BEFORE INSERT ON loop_event
            WHEN EXISTS (SELECT 1 FROM loop_event WHERE position = NEW.position)
              OR EXISTS (SELECT 1 FROM loop_event WHERE source = NEW.source AND id = NEW.id)
              OR EXISTS (SELECT 1 FROM loop_event WHERE loop = NEW.loop AND revision = NEW.revision)
            BEGIN
              SELECT RAISE(ABORT, 'events of a journal are never changed or deleted');
            END""";

    private static final String POSTGRES_TABLES = """
            CREATE TABLE loop_event (
              position BIGINT PRIMARY KEY,
              loop TEXT COLLATE "C",
              revision BIGINT NOT NULL,
              source TEXT COLLATE "C" NOT NULL,
              id TEXT COLLATE "C" NOT NULL,
              event TEXT NOT NULL,
              hash CHAR(64) NOT NULL,
              CHECK ((loop IS NULL) = (revision = 0)),
              UNIQUE (loop, revision),
              UNIQUE (source, id)
            )""";

    private static final String POSTGRES_HEAD = """
            CREATE TABLE loop_head (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              position BIGINT NOT NULL,
              hash CHAR(64) NOT NULL
            )""";

    private static final String POSTGRES_REFUSAL = """
            CREATE FUNCTION loop_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION 'events of a journal are never changed or deleted';
            END $$""";

    private static final String POSTGRES_TRIGGER = """
            CREATE TRIGGER loop_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON loop_event
              FOR EACH STATEMENT EXECUTE FUNCTION loop_append_only()""";

    private Migrations() {}

    /** {@return for each version from 1 on the statements that lead to it} */
    static List<List<String>> of(Dialect dialect) {
        return dialect == Dialect.SQLITE
                ? List.of(sqlite(), places("INTEGER", " STRICT"))
                : List.of(postgres(), places("BIGINT", ""));
    }

    private static List<String> sqlite() {
        return List.of(
                SQLITE_TABLES,
                SQLITE_HEAD,
                firstHead(),
                sqliteTrigger("UPDATE"),
                sqliteTrigger("DELETE"),
                SQLITE_NO_REPLACE,
                versions());
    }

    private static List<String> postgres() {
        return List.of(POSTGRES_TABLES, POSTGRES_HEAD, firstHead(), POSTGRES_REFUSAL, POSTGRES_TRIGGER, versions());
    }

    /** {@return the tables of checkpoints and snapshots, both of which may be emptied} */
    private static List<String> places(String number, String options) {
        return List.of("""
                CREATE TABLE loop_checkpoint (
                  subscription TEXT PRIMARY KEY,
                  position %s NOT NULL
                )%s""".formatted(number, options), """
                CREATE TABLE loop_snapshot (
                  loop TEXT PRIMARY KEY,
                  revision %s NOT NULL,
                  snapshot TEXT NOT NULL
                )%s""".formatted(number, options));
    }

    private static String firstHead() {
        return "INSERT INTO loop_head (only_row, position, hash) VALUES (1, 0, '" + Chain.BEGINNING + "')";
    }

    private static String sqliteTrigger(String change) {
        return """
                CREATE TRIGGER loop_event_no_%s BEFORE %s ON loop_event BEGIN
                  SELECT RAISE(ABORT, 'events of a journal are never changed or deleted');
                END""".formatted(change.equals("UPDATE") ? "update" : "delete", change);
    }

    private static String versions() {
        return "CREATE TABLE loop_schema (version INTEGER PRIMARY KEY)";
    }
}
