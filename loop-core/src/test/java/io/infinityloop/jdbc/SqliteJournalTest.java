package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.internal.Chain;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.DurableJournalContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteJournalTest extends DurableJournalContract {
    @TempDir
    private Path folder;

    private final List<JdbcJournal> opened = new ArrayList<>();
    private int databases;

    @Override
    protected Journal emptyJournal() {
        databases++;
        return keep(JdbcJournal.create(source("journal" + databases)));
    }

    @Override
    protected Journal openedAgain() {
        return keep(JdbcJournal.open(source("journal" + databases)));
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcJournal::close);
    }

    @Test
    void the_ids_in_the_columns_are_those_of_the_events_as_far_as_a_database_can_hold_them() {
        assertThat(KeyText.of("SHOP-1#2")).isEqualTo("SHOP-1#2");
        assertThat(KeyText.of("a\\b\u0000\ud83d")).isEqualTo("a\\\\b\\u0000\\ud83d");
        assertThat(KeyText.of("\u20ac".repeat(333))).isEqualTo("\u20ac".repeat(333));
        assertThat(KeyText.of("\u20ac".repeat(334)))
                .startsWith("\u20ac".repeat(311) + "\\#")
                .hasSize(311 + 2 + 64);
    }

    @Test
    void an_id_that_looks_like_what_is_kept_of_a_longer_one_is_another_id() {
        String begins = "\u20ac".repeat(311);
        LoopId longer = LoopId.of(begins + "\\".repeat(34));
        String digest = Chain.sha256((begins + "\\".repeat(68)).getBytes(StandardCharsets.UTF_8));
        LoopId alike = LoopId.of(begins + "\\#" + digest);
        assertThat(KeyText.of(alike.value())).isNotEqualTo(KeyText.of(longer.value()));
        JdbcJournal journal = (JdbcJournal) emptyJournal();
        journal.append(longer, 0, List.of(event(longer, longer.value())));
        assertThat(journal.append(alike, 0, List.of(event(alike, alike.value()))))
                .isInstanceOf(AppendResult.Appended.class);
        assertThat(journal.read(alike, 0)).hasSize(1);
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
    }

    private static Recorded event(LoopId loop, String id) {
        Instant at = Instant.parse("2026-01-05T09:00:00Z");
        return new Recorded(EventMetadata.of(id, "test", at), loop, OperationRecord.of("quiet", at, ""));
    }

    private JdbcJournal keep(JdbcJournal journal) {
        opened.add(journal);
        return journal;
    }

    private SQLiteDataSource source(String name) {
        return SqliteFile.source(folder.resolve(name + ".db"));
    }
}
