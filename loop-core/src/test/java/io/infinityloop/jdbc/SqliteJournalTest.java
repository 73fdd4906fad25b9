package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.DurableJournalContract;
import java.nio.file.Path;
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

    private JdbcJournal keep(JdbcJournal journal) {
        opened.add(journal);
        return journal;
    }

    private SQLiteDataSource source(String name) {
        return SqliteFile.source(folder.resolve(name + ".db"));
    }
}
