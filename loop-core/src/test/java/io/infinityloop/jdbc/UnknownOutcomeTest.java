package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The connection breaks while the server commits. */
class UnknownOutcomeTest {
    private static final LoopId LOOP = LoopId.of("SHOP-1");
    private static final LoopEvent EVENT = event("1");
    private static final LoopEvent OTHER = event("2");

    private final Breaking source = new Breaking(PostgresServer.emptyPlace());
    private final JdbcJournal journal = JdbcJournal.create(source);

    private static LoopEvent event(String id) {
        return new Recorded(
                EventMetadata.of(id, "test", Instant.EPOCH), LOOP, OperationRecord.of("quiet", Instant.EPOCH, ""));
    }

    @Test
    void what_was_committed_is_found_and_acknowledged_once() {
        source.breakCommits(1, true);
        assertThat(journal.append(LOOP, 0, List.of(EVENT)))
                .isEqualTo(new AppendResult.Appended(List.of(new Entry(1, 1, EVENT))));
        assertThat(journal.readAll(0, 10)).hasSize(1);
    }

    @Test
    void what_was_not_committed_is_appended_again() {
        source.breakCommits(1, false);
        assertThat(journal.append(LOOP, 0, List.of(EVENT)))
                .isEqualTo(new AppendResult.Appended(List.of(new Entry(1, 1, EVENT))));
        assertThat(journal.readAll(0, 10)).hasSize(1);
    }

    @Test
    void it_is_the_same_where_nobody_looked_at_the_journal_before() {
        journal.append(LOOP, 0, List.of(EVENT));
        source.breakCommits(1, true);
        assertThat(journal.append(LOOP, 1, List.of(OTHER)))
                .isEqualTo(new AppendResult.Appended(List.of(new Entry(2, 2, OTHER))));
        source.breakCommits(1, false);
        assertThat(journal.append(LOOP, 2, List.of(event("3"))))
                .isEqualTo(new AppendResult.Appended(List.of(new Entry(3, 3, event("3")))));
        assertThat(journal.readAll(0, 10)).hasSize(3);
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void where_nothing_is_appended_nothing_is_committed_that_could_break() {
        journal.append(LOOP, 0, List.of(EVENT));
        source.breakCommits(1, true);
        assertThat(journal.append(LOOP, 0, List.of(EVENT))).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(journal.append(LOOP, 7, List.of(OTHER))).isEqualTo(new AppendResult.Conflict(7, 1));
        assertThat(source.left).isEqualTo(1);
    }

    @Test
    void where_nobody_knows_the_caller_is_told_so_and_can_ask_by_appending_again() {
        source.breakCommits(1, true);
        source.refuses = true;
        JournalException unknown =
                catchThrowableOfType(JournalException.class, () -> journal.append(LOOP, 0, List.of(EVENT)));
        assertThat(unknown.isOutcomeUnknown()).isTrue();
        assertThat(unknown).hasMessageContaining("append to loop SHOP-1 at revision 0");
        source.refuses = false;
        assertThat(journal.append(LOOP, 0, List.of(EVENT)))
                .isEqualTo(new AppendResult.Duplicate(List.of(new Entry(1, 1, EVENT))));
    }

    /** Breaks the next commits, after they were carried out or instead. */
    private static final class Breaking extends UrlSource {
        private int left;
        private boolean refuses;
        private boolean carriedOut;

        Breaking(String url) {
            super(url);
        }

        void breakCommits(int count, boolean afterwards) {
            left = count;
            carriedOut = afterwards;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refuses && left == 0) {
                throw new SQLException("there is no server", "08001");
            }
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        boolean breaks = method.getName().equals("commit") && left > 0;
                        try {
                            Object result = breaks && !carriedOut ? null : method.invoke(real, arguments);
                            if (breaks) {
                                left--;
                                real.close();
                                throw new SQLException("the connection was lost", "08006");
                            }
                            return result;
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }
}
