package io.infinityloop.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.infinityloop.jdbc.Dialect;
import io.infinityloop.jdbc.JdbcSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Databases in a directory, and how a tool reaches them. */
interface JournalPlace extends AutoCloseable {
    /** {@return leads to a database of that name, empty at first} */
    DataSource source(String name) throws SQLException;

    Dialect dialect();

    @Override
    void close() throws IOException;

    /** {@return a connection for a rival, whose commits are durable, to the tables of a journal} */
    default Connection connection(String name) throws SQLException {
        Connection connection = source(name).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(JdbcSchema.sql(dialect()));
        }
        return connection;
    }

    /** Files. */
    record Sqlite(Path directory) implements JournalPlace {
        @Override
        public DataSource source(String name) {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            SQLiteDataSource source = new SQLiteDataSource(config);
            source.setUrl("jdbc:sqlite:" + directory.resolve(name + ".db"));
            return source;
        }

        @Override
        public Dialect dialect() {
            return Dialect.SQLITE;
        }

        @Override
        public void close() {}
    }

    /** A real server with a pool. */
    record Postgres(EmbeddedPostgres server) implements JournalPlace {
        /** The harness switches off what makes commits durable, to be faster. */
        static Postgres start(Path directory) throws IOException {
            return new Postgres(EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("server"))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        }

        @Override
        public DataSource source(String name) throws SQLException {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + name);
            }
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name);
            return new HikariDataSource(pool);
        }

        @Override
        public Dialect dialect() {
            return Dialect.POSTGRESQL;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
