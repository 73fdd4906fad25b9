package io.infinityloop.jdbc;

import static io.infinityloop.jdbc.Given.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.journal.AppendResult;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server, a role or a pool with settings of its own. */
class PostgresFaultsTest {
    private String url = "";

    @BeforeEach
    void begin() {
        url = PostgresServer.emptyPlace();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void whoever_waits_for_the_disk_of_the_server_may_append(String synchronous) {
        JdbcJournal.create(new UrlSource(url));
        JdbcJournal journal = JdbcJournal.open(new UrlSource(with("synchronous_commit=" + synchronous)));
        assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void a_role_whose_commits_can_be_lost_is_refused() throws SQLException {
        JdbcJournal journal = JdbcJournal.create(new UrlSource(url));
        try (Connection admin = new UrlSource(url).getConnection()) {
            Sql.run(admin, "CREATE ROLE hasty LOGIN SUPERUSER");
            Sql.run(admin, "ALTER ROLE hasty SET synchronous_commit = off");
        }
        String hasty = url.replace("user=postgres", "user=hasty");
        assertThatThrownBy(() -> JdbcJournal.open(new UrlSource(hasty)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("synchronous_commit is off, with which a commit can be lost: set it to on");
        assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void a_setting_that_changes_after_the_opening_is_noticed() {
        FaultySource source = new FaultySource(url);
        JdbcJournal journal = JdbcJournal.create(source);
        source.onConnection(connection -> Sql.run(connection, "SET synchronous_commit = off"));
        assertThatThrownBy(() -> append(journal, 0)).hasMessageContaining("synchronous_commit is off");
        assertThatThrownBy(() -> journal.checkpoints().keep("mail", 1))
                .hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void a_server_that_does_not_sync_is_refused() throws Exception {
        try (EmbeddedPostgres hasty = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            assertThatThrownBy(() -> JdbcJournal.create(hasty.getPostgresDatabase()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("fsync is off, expected on: without it a crash of the machine loses all");
        }
    }

    @Test
    void who_may_only_read_reads_and_is_told_so_when_appending() {
        append(JdbcJournal.create(new UrlSource(url)), 0);
        JdbcJournal standby = JdbcJournal.open(new UrlSource(with("default_transaction_read_only=on")));
        assertThat(standby.readAll(0, 10)).hasSize(1);
        assertThat(standby.verify()).isInstanceOf(Verification.Intact.class);
        assertThatThrownBy(() -> append(standby, 1))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("read-only transaction")
                .hasMessageEndingWith("connect to the primary server, with default_transaction_read_only off");

        FaultySource pool = new FaultySource(url);
        pool.onConnection(connection -> connection.setReadOnly(true));
        assertThatThrownBy(() -> append(JdbcJournal.open(pool), 1))
                .hasMessageEndingWith("the data source gives connections that only read: one that may write is needed");
    }

    @Test
    void of_two_journals_in_the_search_path_the_first_is_opened_and_never_the_other_by_chance() {
        String first = url;
        String second = PostgresServer.emptyPlace();
        append(JdbcJournal.create(new UrlSource(second)), 0);
        JdbcJournal.create(new UrlSource(first));
        String schemas = schema(first) + "," + schema(second);
        JdbcJournal journal = JdbcJournal.open(new UrlSource(first.replace(schema(first), schemas)));
        assertThat(journal.readAll(0, 1)).isEmpty();

        FaultySource wandering = new FaultySource(first);
        JdbcJournal lost = JdbcJournal.open(wandering);
        wandering.onConnection(connection -> Sql.run(connection, "SET search_path TO " + schema(second)));
        assertThatThrownBy(() -> append(lost, 1))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the connection leads to another journal than the one that was opened");
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> lost.readAll(0, 1),
                () -> lost.read(LoopId.of("a"), 0),
                lost::verify,
                () -> lost.checkpoints().position("reports"))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("the connection leads to another journal than the one that was opened");
        }
    }

    @Test
    void a_journal_whose_tables_are_in_two_schemas_is_refused() throws SQLException {
        JdbcJournal.create(new UrlSource(url));
        String other = PostgresServer.emptyPlace();
        try (Connection admin = new UrlSource(other).getConnection()) {
            Sql.run(admin, "CREATE TABLE loop_head AS SELECT * FROM " + schema(url) + ".loop_head");
        }
        String both = url.replace(schema(url), schema(other) + "," + schema(url));
        assertThatThrownBy(() -> JdbcJournal.open(new UrlSource(both)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("missing or not as it was made: all tables in one schema");
    }

    @Test
    void what_somebody_left_open_in_a_connection_is_rolled_back_and_auto_commit_is_as_it_was() throws SQLException {
        try (Connection admin = new UrlSource(url).getConnection()) {
            Sql.run(admin, "CREATE TABLE ticket (id INTEGER)");
        }
        JdbcJournal.create(new UrlSource(url));
        List<Connection> given = new ArrayList<>();
        FaultySource pool = new FaultySource(url);
        pool.keepOpen(given::add);
        for (boolean byStatement : new boolean[] {true, false}) {
            pool.onConnection(connection -> {
                connection.setAutoCommit(byStatement);
                Sql.run(connection, byStatement ? "BEGIN" : "SELECT 1");
                Sql.run(connection, "INSERT INTO ticket (id) VALUES (1)");
            });
            JdbcJournal journal = JdbcJournal.open(pool);
            append(journal, journal.read(Given.LOOP, 0).size());
            for (Connection connection : given) {
                assertThat(connection.getAutoCommit()).isEqualTo(byStatement);
                connection.close();
            }
            given.clear();
        }
        try (Connection admin = new UrlSource(url).getConnection()) {
            assertThat(Sql.text(admin, "SELECT count(*) FROM ticket")).isEqualTo("0");
            assertThat(Sql.text(admin, "SELECT count(*) FROM loop_event")).isEqualTo("2");
        }
    }

    @Test
    void a_role_that_may_neither_change_nor_delete_events_is_enough() throws SQLException {
        JdbcJournal.create(new UrlSource(url));
        String role = "writer_" + schema(url);
        try (Connection admin = new UrlSource(url).getConnection()) {
            Sql.run(admin, "CREATE ROLE " + role + " LOGIN");
            Sql.run(admin, "GRANT USAGE ON SCHEMA " + schema(url) + " TO " + role);
            Sql.run(admin, "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema(url) + " TO " + role);
        }
        JdbcJournal journal = JdbcJournal.open(new UrlSource(url.replace("user=postgres", "user=" + role)));
        assertThatThrownBy(() -> append(journal, 0))
                .hasMessageEndingWith("a writer needs SELECT and INSERT on loop_event, SELECT and UPDATE on loop_head,"
                        + " and SELECT on loop_schema");
        try (Connection admin = new UrlSource(url).getConnection()) {
            Sql.run(admin, "GRANT INSERT ON loop_event TO " + role);
            Sql.run(admin, "GRANT UPDATE ON loop_head TO " + role);
        }
        assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
    }

    private String with(String setting) {
        return url + "&options=-c%20" + setting;
    }

    private static String schema(String place) {
        return place.substring(place.lastIndexOf('=') + 1);
    }
}
