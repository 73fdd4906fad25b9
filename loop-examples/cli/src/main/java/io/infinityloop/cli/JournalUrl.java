package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.Inspection;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.journal.Anchor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Opens the journal that a JDBC URL leads to. */
final class JournalUrl {
    static final String DESCRIPTION = "a journal in a database: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE;"
            + " a password is taken from the URL, PGPASSWORD or ~/.pgpass";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    private JournalUrl() {}

    /** Opens a journal that is there; makes no file and no tables. */
    static JdbcJournal open(String url, Surroundings surroundings) {
        DataSource source = url.startsWith(SQLITE) ? existingFile(url, surroundings) : server(url);
        try {
            return JdbcJournal.open(source);
        } catch (JournalException failed) {
            throw told(failed);
        }
    }

    /** Reads a journal whatever became of it; makes no file and no tables. */
    static Inspection inspect(String url, Surroundings surroundings, Anchor kept) {
        DataSource source = url.startsWith(SQLITE) ? existingFile(url, surroundings) : server(url);
        try {
            return JdbcJournal.inspect(source, kept);
        } catch (JournalException failed) {
            throw told(failed);
        }
    }

    /** Opens a journal, and makes it first if there is none. */
    static JdbcJournal create(String url, Surroundings surroundings) {
        DataSource source = url.startsWith(SQLITE) ? anyFile(url, surroundings) : server(url);
        try {
            return JdbcJournal.create(source);
        } catch (JournalException failed) {
            throw told(failed);
        }
    }

    static BadInputException told(JournalException failed) {
        return new BadInputException(Objects.requireNonNull(failed.getMessage()), failed);
    }

    static BadInputException told(JdbcJournal journal, RuntimeException refused) {
        return new BadInputException(
                "journal " + journal.place() + ": " + Objects.requireNonNull(refused.getMessage()), refused);
    }

    private static DataSource existingFile(String url, Surroundings surroundings) {
        Path file = fileOf(url, surroundings);
        if (Files.notExists(file)) {
            throw new BadInputException(
                    "--journal " + Secrets.address(url) + " does not exist: 'loop journal import' makes a journal");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return file(file, config);
    }

    private static DataSource anyFile(String url, Surroundings surroundings) {
        Path file = fileOf(url, surroundings);
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInputException(
                    "--journal " + Secrets.address(url) + " cannot be made: there is no directory " + folder);
        }
        return file(file, new SQLiteConfig());
    }

    private static Path fileOf(String url, Surroundings surroundings) {
        String name = url.substring(SQLITE.length());
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new BadInputException("--journal " + Secrets.address(url)
                    + " names no file: give one such as jdbc:sqlite:loop.db, without settings, which the journal makes"
                    + " itself");
        }
        return surroundings.directory().resolve(name).toAbsolutePath();
    }

    private static DataSource file(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(SQLITE + file);
        return source;
    }

    private static DataSource server(String url) {
        if (!url.startsWith(POSTGRES)) {
            throw new BadInputException(
                    "--journal " + Secrets.address(url) + " is no URL of SQLite or PostgreSQL: give one such as"
                            + " jdbc:sqlite:loop.db or jdbc:postgresql://localhost/loops");
        }
        // Not left to the driver, which would take the password for a port and log it.
        if (url.replaceFirst("\\?.*", "").contains("@")) {
            throw new BadInputException("--journal " + Secrets.address(url)
                    + " has a user before the host, where it cannot be: give it after a question mark, as a parameter");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException malformed) {
            throw new BadInputException(
                    "--journal " + Secrets.address(url)
                            + " is no URL of PostgreSQL: give one such as jdbc:postgresql://localhost:5432/loops",
                    malformed);
        }
        String password = System.getenv("PGPASSWORD");
        if (source.getPassword() == null && password != null) {
            source.setPassword(password);
        }
        return source;
    }
}
