package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand of the longest events do not fit into memory: some 8 MiB of them are read at a time. */
class LongEventsTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    @Test
    void a_page_on_sqlite_is_as_long_as_fits_into_memory() {
        pagesFit(new FaultySource("jdbc:sqlite:" + folder.resolve("journal.db")));
    }

    @Test
    void a_page_on_postgres_is_as_long_as_fits_into_memory() {
        pagesFit(new FaultySource(PostgresServer.emptyPlace()));
    }

    private static void pagesFit(FaultySource source) {
        AtomicInteger pages = new AtomicInteger();
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            fill(journal, 100);
            assertThat(journal.lines().read(0, 1_000)).hasSize(84);
            assertThat(journal.lines().read(10, 5)).hasSize(5);
            assertThat(journal.readAll(0, 1_000)).hasSize(84);
            assertThat(journal.readAll()).hasSize(100);
            source.set((sql, execution) -> {
                if (sql.contains("event, hash, loop") && sql.contains("FROM loop_event")) {
                    pages.incrementAndGet();
                }
                return execution.of(sql);
            });
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            assertThat(pages).as("pages to verify").hasValue(2);
        }
    }

    /** What is damaged tells whether it was read. */
    @Test
    void nothing_is_read_that_is_not_in_the_page() throws IOException {
        Path file = folder.resolve("journal.db");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            fill(journal, 120);
        }
        long start = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf("\"id\":\"long-100\"");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long page = start / PAGE + 5L; page < start / PAGE + 15; page++) {
                channel.write(ByteBuffer.wrap("?".repeat(PAGE).getBytes(StandardCharsets.US_ASCII)), page * PAGE);
            }
        }
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(journal.lines().read(0, 1_000)).hasSize(84);
            assertThat(((Verification.Broken) journal.verify()).position()).isGreaterThan(84);
        }
    }

    private static void fill(JdbcJournal journal, int count) {
        String prose = "x".repeat(100_000);
        for (int i = 1; i <= count; i++) {
            journal.observe(List.of(new Recorded(
                    EventMetadata.of("long-" + i, "test", T0), null, OperationRecord.of("long" + i, T0, prose))));
        }
    }
}
