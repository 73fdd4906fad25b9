package io.infinityloop.jdbc;

import static io.infinityloop.jdbc.Given.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.AppendResult.Appended;
import io.infinityloop.journal.AppendResult.Conflict;
import io.infinityloop.journal.AppendResult.Duplicate;
import io.infinityloop.journal.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who appends alone to PostgreSQL needs no look at the journal before; who is not alone notices, and loses nothing. */
@Timeout(60)
class GuessedAppendTest {
    private static final String GUESS = "guess";
    private static final String LOOK = "look";
    private static final LoopId OTHER = LoopId.of("other");

    private final String url = PostgresServer.emptyPlace();
    private final FaultySource source = new FaultySource(url);
    private final List<String> ways = new CopyOnWriteArrayList<>();
    private final JdbcJournal journal = JdbcJournal.create(source);

    @BeforeEach
    void watch() {
        append(journal, 0);
        source.set((sql, execution) -> {
            ways.add(sql.contains("tableoid = ?") ? GUESS : sql.contains("FOR UPDATE") ? LOOK : sql.split(" ", -1)[0]);
            return execution.of(sql);
        });
    }

    @Test
    void alone_it_is_two_ways_to_the_server_for_one_event_or_many() {
        assertThat(append(journal, 1)).isInstanceOf(Appended.class);
        assertThat(ways).containsExactly(GUESS, "COMMIT");
        ways.clear();
        assertThat(journal.append(Given.LOOP, 2, List.of(Given.event(3), Given.event(4))))
                .isEqualTo(new Appended(List.of(new Entry(3, 3, Given.event(3)), new Entry(4, 4, Given.event(4)))));
        assertThat(ways).containsExactly(GUESS, "COMMIT");
        assertIntact(4);
    }

    @Test
    void who_finds_that_somebody_else_appends_looks_first_until_it_was_alone_for_a_while() {
        JdbcJournal other = JdbcJournal.open(new UrlSource(url));
        append(other, 1);
        assertThat(append(journal, 2)).isInstanceOf(Appended.class);
        assertThat(ways).startsWith(GUESS, LOOK).endsWith("COMMIT");
        for (int i = 0; i < Guess.PATIENCE; i++) {
            ways.clear();
            append(journal, 3 + i);
            assertThat(ways).doesNotContain(GUESS).contains(LOOK);
        }
        ways.clear();
        append(journal, 3 + Guess.PATIENCE);
        assertThat(ways).containsExactly(GUESS, "COMMIT");
        assertIntact(4 + Guess.PATIENCE);
    }

    @Test
    void two_that_take_turns_continue_each_other() {
        JdbcJournal other = JdbcJournal.open(new UrlSource(url));
        for (int revision = 1; revision < 40; revision++) {
            assertThat(append(revision % 3 == 0 ? other : journal, revision)).isInstanceOf(Appended.class);
        }
        assertIntact(40);
        assertThat(ways.stream().filter(GUESS::equals))
                .as("who is not alone does not pay for it each time")
                .hasSizeLessThan(4);
    }

    @Test
    void a_revision_that_is_not_the_last_is_a_conflict_and_what_is_there_is_a_duplicate() {
        append(journal, 1);
        assertThat(append(journal, 7)).isEqualTo(new Conflict(7, 2));
        assertThat(journal.append(Given.LOOP, 1, List.of(Given.event(9)))).isEqualTo(new Conflict(1, 2));
        assertThat(journal.append(OTHER, 5, List.of(event("a"), event("b")))).isEqualTo(new Conflict(5, 0));
        assertThat(append(journal, 1)).isEqualTo(new Duplicate(List.of(new Entry(2, 2, Given.event(2)))));
        assertThat(journal.append(Given.LOOP, 2, List.of(Given.event(2), Given.event(3))))
                .as("with the right revision, and one that is new")
                .isEqualTo(new Duplicate(List.of(new Entry(2, 2, Given.event(2)))));
        ways.clear();
        assertThat(append(journal, 2)).isInstanceOf(Appended.class);
        assertThat(ways).as("none of these shows that somebody else appends").containsExactly(GUESS, "COMMIT");
        assertIntact(3);
    }

    @Test
    void who_waited_for_one_that_appends_notices_and_for_one_that_gives_up_does_not() throws Exception {
        JdbcJournal other = JdbcJournal.open(new UrlSource(url));
        try (Connection connection = new UrlSource(url).getConnection()) {
            connection.setAutoCommit(false);
            other.within(connection).append(Given.LOOP, 1, List.of(Given.event(2)));
            FutureTask<AppendResult> waiting = waiting(1);
            connection.rollback();
            assertThat(waiting.get()).isEqualTo(new Appended(List.of(new Entry(2, 2, Given.event(2)))));
            assertThat(ways).containsExactly(GUESS, "COMMIT");

            other.within(connection).append(OTHER, 0, List.of(event("o")));
            waiting = waiting(2);
            connection.commit();
            assertThat(waiting.get()).isEqualTo(new Appended(List.of(new Entry(4, 3, Given.event(3)))));
            assertThat(ways).contains(LOOK);
        }
        assertIntact(4);
    }

    @Test
    void who_waited_for_the_same_event_of_somebody_else_finds_the_duplicate() throws Exception {
        JdbcJournal other = JdbcJournal.open(new UrlSource(url));
        try (Connection connection = new UrlSource(url).getConnection()) {
            connection.setAutoCommit(false);
            other.within(connection).append(Given.LOOP, 1, List.of(Given.event(2)));
            FutureTask<AppendResult> waiting = waiting(1);
            connection.commit();
            assertThat(waiting.get()).isEqualTo(new Duplicate(List.of(new Entry(2, 2, Given.event(2)))));
        }
        assertIntact(2);
    }

    @Test
    void a_transaction_that_was_rolled_back_misleads_nobody() throws SQLException {
        try (Connection connection = new UrlSource(url).getConnection()) {
            connection.setAutoCommit(false);
            journal.within(connection).append(Given.LOOP, 1, List.of(Given.event(2)));
            connection.rollback();
        }
        assertThat(append(journal, 1)).isEqualTo(new Appended(List.of(new Entry(2, 2, Given.event(2)))));
        assertIntact(2);
    }

    @Test
    void a_head_with_another_hash_is_not_the_one_that_was_guessed() throws SQLException {
        try (Connection connection = new UrlSource(url).getConnection()) {
            Sql.run(connection, "UPDATE loop_head SET hash = '" + "1".repeat(64) + "'");
        }
        append(journal, 1);
        assertThat(ways).startsWith(GUESS, LOOK);
        assertThat(journal.verify()).isEqualTo(new Verification.Broken(2, "revision, event or hash was changed"));
    }

    @Test
    void a_commit_that_could_be_lost_is_refused_where_it_was_durable_before() {
        source.onConnection(connection -> Sql.run(connection, "SET synchronous_commit = off"));
        assertThatThrownBy(() -> append(journal, 1))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("synchronous_commit is off, with which a commit can be lost: set it to on");
        source.onConnection(connection -> Sql.run(connection, "SET synchronous_commit = local"));
        assertThat(append(journal, 1)).isInstanceOf(Appended.class);
        assertIntact(2);
    }

    @Test
    void a_stricter_isolation_is_noticed_where_it_was_the_right_one_before() {
        source.onConnection(connection -> Sql.run(connection, "SET default_transaction_isolation = 'serializable'"));
        assertThat(append(journal, 1)).isInstanceOf(Appended.class);
        assertThat(append(journal, 2)).isInstanceOf(Appended.class);
        assertIntact(3);
    }

    /** A trigger of somebody else that lets a row vanish. */
    @Test
    void a_row_that_the_database_does_not_keep_is_not_acknowledged() throws SQLException {
        try (Connection connection = new UrlSource(url).getConnection()) {
            Sql.run(
                    connection,
                    "CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql AS $$"
                            + " BEGIN IF NEW.id = 'event-000003' THEN RETURN NULL; END IF; RETURN NEW; END $$");
            Sql.run(
                    connection,
                    "CREATE TRIGGER vanish BEFORE INSERT ON loop_event FOR EACH ROW EXECUTE FUNCTION vanish()");
        }
        assertThatThrownBy(() -> journal.append(Given.LOOP, 1, List.of(Given.event(2), Given.event(3))))
                .isInstanceOf(JournalException.class);
        ways.clear();
        assertThatThrownBy(() -> journal.append(Given.LOOP, 1, List.of(Given.event(3))))
                .isInstanceOf(JournalException.class);
        assertThat(ways).containsExactly(GUESS);
        assertIntact(1);
    }

    private FutureTask<AppendResult> waiting(long revision) throws Exception {
        ways.clear();
        FutureTask<AppendResult> waiting = new FutureTask<>(() -> append(journal, revision));
        new Thread(waiting, "waiting").start();
        try (Connection watching = new UrlSource(url).getConnection()) {
            while (Sql.text(
                            watching,
                            "SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT granted"
                                    + " AND query LIKE 'WITH moved%tableoid = %' AND datname = current_database()")
                    .isEmpty()) {
                Thread.sleep(5);
            }
        }
        return waiting;
    }

    private void assertIntact(long events) {
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.position()).isEqualTo(events));
    }

    private static Recorded event(String id) {
        return new Recorded(
                EventMetadata.of(id, "test", Instant.EPOCH), OTHER, OperationRecord.of("quiet", Instant.EPOCH, ""));
    }
}
