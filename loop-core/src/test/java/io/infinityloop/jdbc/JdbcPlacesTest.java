package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import io.infinityloop.journal.Checkpoints;
import io.infinityloop.journal.Journal;
import io.infinityloop.journal.Subscription;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Snapshot;
import io.infinityloop.machine.SnapshotStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the journal. */
class JdbcPlacesTest {
    private static final LoopId LOOP = LoopId.of("SHOP-1");

    @TempDir
    private Path folder;

    @Test
    void on_sqlite() throws SQLException {
        DataSource source = SqliteFile.source(folder.resolve("journal.db"));
        checkpointsAreKept(source);
        snapshotsAreKept(source);
    }

    @Test
    void on_postgres() throws SQLException {
        DataSource source = new UrlSource(PostgresServer.emptyPlace());
        checkpointsAreKept(source);
        snapshotsAreKept(source);
    }

    private static void checkpointsAreKept(DataSource source) {
        List<Long> heard = new ArrayList<>();
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            engine(journal, journal.snapshots()).start(LOOP).advance(Stage.CODE).orThrow();
            assertThat(journal.checkpoints().position("mail")).isZero();
            assertThat(subscription(journal, heard).poll(1)).isOne();
        }
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            assertThat(subscription(journal, heard).poll(10)).isOne();
            assertThat(heard).containsExactly(1L, 2L);
            Checkpoints checkpoints = journal.checkpoints();
            checkpoints.keep("mail\u0000", 7);
            assertThat(checkpoints.position("mail")).isEqualTo(2);
            assertThat(checkpoints.position("mail\u0000")).isEqualTo(7);
        }
    }

    private static Subscription subscription(JdbcJournal journal, List<Long> heard) {
        return Subscription.of("mail", journal, journal.checkpoints(), entry -> heard.add(entry.position()));
    }

    private static void snapshotsAreKept(DataSource source) throws SQLException {
        try (JdbcJournal journal = JdbcJournal.open(source);
                Connection connection = source.getConnection()) {
            SnapshotStore snapshots = journal.snapshots();
            Loop loop = engine(journal, snapshots).find(LOOP).orElseThrow();
            Snapshot older = snapshots.load(LOOP).orElseThrow();
            loop.advance(Stage.BUILD).orThrow();
            Snapshot newest = snapshots.load(LOOP).orElseThrow();
            assertThat(newest.state()).isEqualTo(loop.state());
            assertThat(newest.last())
                    .isEqualTo(journal.read(LOOP, 2).get(0).event().key())
                    .isInstanceOf(EventKey.class);

            snapshots.save(older);
            assertThat(snapshots.load(LOOP)).contains(newest);
            assertThat(snapshots.load(LoopId.of("other"))).isEmpty();
            assertThat(engine(journal, snapshots).find(LOOP).orElseThrow().state())
                    .isEqualTo(loop.state());
            Sql.run(connection, "UPDATE loop_snapshot SET snapshot = 'spoilt'");
            assertThat(engine(journal, snapshots).find(LOOP).orElseThrow().state())
                    .as("from the events, if need be")
                    .isEqualTo(loop.state());
        }
    }

    private static LoopEngine engine(Journal journal, SnapshotStore snapshots) {
        return LoopEngine.builder(Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC))
                .definition(LoopDefinition.ring())
                .journal(journal)
                .snapshots(snapshots, 1)
                .build();
    }
}
