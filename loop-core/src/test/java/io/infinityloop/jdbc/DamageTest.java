package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk or a stranger changes bytes of the file of SQLite while nobody has it open. */
class DamageTest {
    private static final int PAGE = 4_096;
    private static final int EVENTS = 400;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("journal.db");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            Given.fill(journal, EVENTS);
        }
    }

    @Test
    void a_page_in_the_middle_that_was_overwritten_is_named_and_what_is_before_it_can_be_read() throws IOException {
        long page = find("\"id\":\"event-000200\"") / PAGE;
        write(page * PAGE, "?".repeat(PAGE));
        long broken;
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            Verification.Broken found = (Verification.Broken) journal.verify();
            broken = found.position();
            assertThat(broken).isBetween(190L, 200L);
            assertThat(found.problem())
                    .startsWith("the database can not read it: [SQLITE_CORRUPT]")
                    .endsWith("; verify it, and restore a backup or export what is before the damage");
            assertThat(journal.readAll(0, (int) broken - 1))
                    .extracting(Entry::event)
                    .startsWith(Given.event(1))
                    .endsWith(Given.event(broken - 1));
            assertThatThrownBy(() -> journal.readAll(0, EVENTS))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("journal " + file + ": cannot read all events: [SQLITE_CORRUPT]");
            assertThatThrownBy(() -> journal.readAll(0, 1))
                    .as("as long as it is open")
                    .hasMessageEndingWith("open it again and verify it");
        }
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(journal.readAll(0, 100)).hasSize(100);
        }
    }

    @Test
    void a_bit_that_flipped_in_an_event_is_found_by_the_hash_though_the_database_says_ok() throws Exception {
        flip(find("\"id\":\"event-000123\"") + 17);
        assertThat(integrity()).isEqualTo("ok");
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(journal.verify()).isEqualTo(new Verification.Broken(123, "revision, event or hash was changed"));
        }
    }

    /** It would let a redelivered event in a second time. */
    @Test
    void a_bit_that_flipped_in_an_index_is_found_and_can_be_repaired() throws Exception {
        flipInIndex("testevent-000140");
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            Verification.Broken found = (Verification.Broken) journal.verify();
            assertThat(found.position()).isEqualTo(140);
            assertThat(found.problem()).contains("row 140 missing from index").endsWith("REINDEX makes it again");
        }
        try (Connection connection = SqliteFile.source(file).getConnection()) {
            Sql.run(connection, "REINDEX");
        }
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            assertThat(Given.append(journal, EVENTS)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @Test
    void a_beginning_that_is_lost_is_no_database_any_more() throws IOException {
        write(0, "?".repeat(PAGE));
        assertThatThrownBy(() -> JdbcJournal.open(SqliteFile.source(file)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith("; name another file, or restore a backup");
    }

    private String integrity() throws SQLException {
        try (Connection connection = SqliteFile.source(file).getConnection()) {
            return Sql.text(connection, "PRAGMA integrity_check");
        }
    }

    private long find(String text) throws IOException {
        int at = characters().indexOf(text);
        assertThat(at).as(text).isPositive();
        return at;
    }

    /** Wherever the text is, also in what is left over from before; in the table the event follows it. */
    private void flipInIndex(String text) throws IOException {
        String characters = characters();
        int end = characters.indexOf(text) + text.length();
        while (end >= text.length()) {
            if (characters.charAt(end) != '{') {
                flip(end - 1);
            }
            end = characters.indexOf(text, end) + text.length();
        }
    }

    /** {@return the bytes of the file, each as a character} */
    private String characters() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private void flip(long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        write(at, String.valueOf((char) (bytes[(int) at] ^ 1)));
    }

    private void write(long at, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), at);
        }
    }
}
