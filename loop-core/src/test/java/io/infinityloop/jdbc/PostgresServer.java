package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server, started once for all tests that ask for it, with the settings that a server has by default. */
final class PostgresServer {
    /** Says that a machine without a binary of the server fails instead of skipping. */
    private static final boolean REQUIRED = "true".equals(System.getenv("REQUIRE_POSTGRES"));

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

    /** Started when first asked for; it ends with the process. */
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /**
     * Prepares a server with the settings that one has by default: the harness switches off what makes commits durable,
     * to be faster. The test is skipped where no server can be had.
     */
    static EmbeddedPostgres.Builder builder() {
        requireBinary();
        System.setProperty("org.slf4j.simpleLogger.log.io.zonky", "warn");
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    /** {@return the URL of a place without tables; the test is skipped where no server can be had} */
    static String emptyPlace() {
        requireBinary();
        String schema = "test" + SCHEMAS.incrementAndGet();
        String url = "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/postgres?user=postgres";
        try (Connection connection = new UrlSource(url).getConnection()) {
            Sql.run(connection, "CREATE SCHEMA " + schema);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return url + "&currentSchema=" + schema;
    }

    private static void requireBinary() {
        boolean there = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        if (!there) {
            assertThat(REQUIRED)
                    .as("REQUIRE_POSTGRES is true, and there is no binary for this platform")
                    .isFalse();
            abort("PostgreSQL is tested on Linux on amd64 only: there is no binary for this platform");
        }
    }
}
