package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of a tool and an event of the loop are committed together. */
class JoinedTransactionTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("SHOP-1");

    @TempDir
    private Path folder;

    @Nested
    class OnSqlite {
        @Test
        void both_or_none() throws SQLException {
            bothOrNone(source());
        }

        @Test
        void a_connection_that_commits_by_itself_has_no_transaction_to_join() throws SQLException {
            try (JdbcJournal journal = JdbcJournal.create(source());
                    Connection connection = source().getConnection()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> journal.within(connection).append(LOOP, 0, List.of(event("1", LOOP))))
                        .withMessageContaining("switch auto-commit off");
            }
        }

        @Test
        void a_commit_that_would_not_be_durable_and_another_file_are_refused() throws SQLException {
            try (JdbcJournal journal = JdbcJournal.create(source());
                    Connection fast = source().getConnection();
                    Connection other =
                            SqliteFile.source(folder.resolve("other.db")).getConnection()) {
                Sql.run(fast, "PRAGMA synchronous = OFF");
                fast.setAutoCommit(false);
                assertThatThrownBy(() -> journal.within(fast).append(LOOP, 0, List.of(event("1", LOOP))))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("synchronous is 0, with which a commit can be lost");
                other.setAutoCommit(false);
                assertThatThrownBy(() -> journal.within(other).observe(List.of(event("1", null))))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("cannot observe facts: the connection leads to")
                        .hasMessageContaining("other.db");
            }
        }

        private DataSource source() {
            return SqliteFile.source(folder.resolve("journal.db"));
        }
    }

    @Nested
    class OnPostgres {
        @Test
        void both_or_none() throws SQLException {
            bothOrNone(new UrlSource(PostgresServer.emptyPlace()));
        }

        @Test
        void a_commit_that_would_not_be_durable_is_refused() throws SQLException {
            DataSource source = new UrlSource(PostgresServer.emptyPlace());
            try (JdbcJournal journal = JdbcJournal.create(source);
                    Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                Sql.run(connection, "SET LOCAL synchronous_commit TO off");
                assertThatThrownBy(() -> journal.within(connection).append(LOOP, 0, List.of(event("1", LOOP))))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("synchronous_commit is off");
            }
        }
    }

    private static void bothOrNone(DataSource source) throws SQLException {
        try (JdbcJournal journal = JdbcJournal.create(source);
                Connection connection = source.getConnection()) {
            Sql.run(connection, "CREATE TABLE ticket (id INTEGER)");
            connection.setAutoCommit(false);

            Sql.run(connection, "INSERT INTO ticket (id) VALUES (1)");
            assertThat(journal.within(connection).append(LOOP, 0, List.of(event("1", LOOP))))
                    .isInstanceOf(AppendResult.Appended.class);
            assertThat(journal.readAll(0, 10)).as("before the commit").isEmpty();
            connection.rollback();
            assertThat(journal.readAll(0, 10)).as("after the rollback").isEmpty();

            Sql.run(connection, "INSERT INTO ticket (id) VALUES (2)");
            journal.within(connection).append(LOOP, 0, List.of(event("1", LOOP)));
            assertThat(journal.within(connection).observe(List.of(event("f", null))))
                    .hasSize(1);
            assertThat(journal.within(connection).append(LOOP, 0, List.of(event("2", LOOP))))
                    .isEqualTo(new AppendResult.Conflict(0, 1));
            connection.commit();

            assertThat(journal.readAll(0, 10))
                    .extracting(entry -> entry.event().id())
                    .containsExactly("1", "f");
            assertThat(Sql.text(connection, "SELECT SUM(id) FROM ticket")).isEqualTo("2");
            connection.commit();
            assertThat(journal.append(LOOP, 1, List.of(event("2", LOOP)))).isInstanceOf(AppendResult.Appended.class);
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    @Test
    void a_loop_moves_in_the_transaction_or_stays() throws SQLException {
        DataSource source = SqliteFile.source(folder.resolve("moves.db"));
        try (JdbcJournal journal = JdbcJournal.create(source);
                Connection connection = source.getConnection()) {
            LoopEngine engine = LoopEngine.builder(Clock.fixed(T0, ZoneOffset.UTC))
                    .definition(LoopDefinition.ring())
                    .journal(journal)
                    .build();
            engine.start(LOOP);
            connection.setAutoCommit(false);

            Loop loop = engine.joining(journal.within(connection)).find(LOOP).orElseThrow();
            loop.advance(Stage.CODE).orThrow();
            assertThat(loop.advance(Stage.BUILD).isAccepted()).isTrue();
            assertThat(engine.joining(journal.within(connection))
                            .find(LOOP)
                            .orElseThrow()
                            .stage())
                    .isEqualTo(Stage.BUILD);
            assertThat(engine.find(LOOP).orElseThrow().stage()).isEqualTo(Stage.PLAN);
            connection.rollback();
            assertThat(engine.find(LOOP).orElseThrow().advance(Stage.CODE).isAccepted())
                    .isTrue();

            engine.joining(journal.within(connection))
                    .find(LOOP)
                    .orElseThrow()
                    .advance(Stage.BUILD)
                    .orThrow();
            connection.commit();
            assertThat(engine.find(LOOP).orElseThrow().stage()).isEqualTo(Stage.BUILD);
        }
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, OperationRecord.of("quiet", T0, ""));
    }
}
