package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.DurableJournalContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends DurableJournalContract {
    private final List<PooledSource> pools = new ArrayList<>();
    private String url = "";

    @Override
    protected Journal emptyJournal() {
        url = PostgresServer.emptyPlace();
        return JdbcJournal.create(pooled(url));
    }

    /** By a process with other defaults: under such an isolation who waits for another writer would be refused. */
    @Override
    protected Journal openedAgain() {
        return JdbcJournal.open(pooled(url + "&options=-c%20default_transaction_isolation=serializable"));
    }

    private PooledSource pooled(String to) {
        PooledSource pool = new PooledSource(to);
        pools.add(pool);
        return pool;
    }

    @AfterEach
    void close() throws SQLException {
        for (PooledSource pool : pools) {
            pool.close();
        }
    }

    @Test
    void what_would_acknowledge_before_it_is_durable_is_refused() {
        DataSource fast = new UrlSource(url + "&options=-c%20synchronous_commit=off");
        assertThatThrownBy(() -> JdbcJournal.open(fast))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("synchronous_commit is off, with which a commit can be lost: set it to on");
    }

    @Test
    void events_can_not_be_changed_or_deleted_in_passing() throws SQLException {
        try (Connection connection = new UrlSource(url).getConnection()) {
            for (String change :
                    List.of("UPDATE loop_event SET revision = 2", "DELETE FROM loop_event", "TRUNCATE loop_event")) {
                assertThatThrownBy(() -> Sql.run(connection, change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("events of a journal are never changed or deleted");
            }
        }
    }

    @Test
    void a_server_without_tables_is_refused_and_so_is_one_that_is_not_there() {
        DataSource none = new UrlSource(PostgresServer.emptyPlace());
        assertThatThrownBy(() -> JdbcJournal.open(none))
                .isInstanceOf(JournalException.class)
                .hasMessageMatching("journal jdbc:postgresql://localhost:[0-9]+/postgres: cannot open: it has no tables"
                        + " of a journal: .*");
        assertThatThrownBy(() -> JdbcJournal.create(new UrlSource("jdbc:postgresql://localhost:1/postgres")))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith(
                        "journal: cannot create: the data source gives no connection: Connection to localhost:1 refused");
    }

    @Test
    void the_statements_can_be_printed_and_run_by_hand() throws SQLException {
        DataSource empty = new UrlSource(PostgresServer.emptyPlace());
        try (Connection connection = empty.getConnection()) {
            Sql.run(connection, JdbcSchema.sql(Dialect.POSTGRESQL));
        }
        assertThat(JdbcJournal.open(empty).readAll(0, 1)).isEmpty();
    }

    @Test
    void several_may_create_it_at_once() throws Exception {
        DataSource empty = new UrlSource(PostgresServer.emptyPlace());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<JdbcJournal> create = () -> JdbcJournal.create(empty);
            for (Future<JdbcJournal> created : threads.invokeAll(List.of(create, create, create, create))) {
                assertThat(created.get().readAll(0, 1)).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
