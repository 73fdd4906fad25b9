package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Anchor;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("SHOP-1");

    @TempDir
    private Path folder;

    private DataSource source;
    private JdbcJournal journal;

    @BeforeEach
    void begin() {
        source = SqliteFile.source(folder.resolve("journal.db"));
        journal = JdbcJournal.create(source);
    }

    @AfterEach
    void end() {
        journal.close();
    }

    @Test
    void an_empty_journal_is_intact() {
        assertThat(journal.verify()).isEqualTo(new Verification.Intact(0, "0".repeat(64)));
    }

    @Test
    void the_hash_is_made_of_what_the_page_of_the_package_says() throws Exception {
        journal.append(LOOP, 0, List.of(event("1", LOOP)));
        String text = "0".repeat(64)
                + "\n1\n1\n{\"v\":1,\"type\":\"recorded\",\"id\":\"1\",\"source\":\"test\",\"at\":\"2026-01-05T09:00:00Z\","
                + "\"loop\":\"SHOP-1\",\"artifact\":{\"kind\":\"operation-record\",\"id\":\"quiet\","
                + "\"at\":\"2026-01-05T09:00:00Z\"}}";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(journal.verify())
                .isEqualTo(new Verification.Intact(1, HexFormat.of().formatHex(digest)));
    }

    @Test
    void more_than_a_page_is_followed() {
        journal.observe(IntStream.rangeClosed(1, 2_500)
                .mapToObj(i -> event("f" + i, null))
                .toList());
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.position()).isEqualTo(2_500));
    }

    @Test
    void whatever_is_changed_behind_its_back_is_found_where_it_is() throws SQLException {
        String hash = "revision, event or hash was changed";
        String columns = "loop, source or id in the columns is not that of the event";
        assertBroken("UPDATE loop_event SET event = replace(event, 'quiet', 'calm') WHERE position = 3", 3, hash);
        assertBroken("UPDATE loop_event SET revision = 9 WHERE position = 5", 5, hash);
        assertBroken("UPDATE loop_event SET hash = '" + "1".repeat(64) + "' WHERE position = 2", 2, hash);
        assertBroken("UPDATE loop_event SET id = 'other' WHERE position = 4", 4, columns);
        assertBroken("UPDATE loop_event SET source = 'other' WHERE position = 4", 4, columns);
        assertBroken("UPDATE loop_event SET loop = 'other' WHERE position = 4", 4, columns);
        assertBroken("DELETE FROM loop_event WHERE position = 1", 1, "it is missing: the next one is 2");
        assertBroken("DELETE FROM loop_event WHERE position >= 4", 4, "it is missing");
        assertBroken("DELETE FROM loop_head", 1, "the row of loop_head was deleted");
        assertBroken(
                "UPDATE loop_head SET hash = '" + "1".repeat(64) + "'",
                5,
                "loop_head has another hash than the last event");
    }

    @Test
    void the_columns_of_an_event_of_a_later_release_are_looked_at_as_well() throws Exception {
        JournalLine later = JournalLine.after(
                Anchor.BEGINNING,
                1,
                "{\"v\":9,\"type\":\"paused\",\"id\":\"1\",\"source\":\"test\",\"loop\":\"SHOP-1\"}");
        JournalLine fact =
                JournalLine.after(later.anchor(), 0, "{\"v\":1,\"type\":\"paused\",\"id\":\"2\",\"source\":\"test\"}");
        String export = later.toJson() + "\n" + fact.toJson() + "\n";
        JournalReader.read(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), journal.lines());
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        for (String column : List.of("id", "source", "loop")) {
            change("UPDATE loop_event SET " + column + " = 'other' WHERE position = 1");
            assertThat(journal.verify())
                    .isEqualTo(
                            new Verification.Broken(1, "loop, source or id in the columns is not that of the event"));
            change("UPDATE loop_event SET id = '1', source = 'test', loop = 'SHOP-1' WHERE position = 1");
        }
        change("UPDATE loop_event SET id = 'other' WHERE position = 2");
        assertThat(((Verification.Broken) journal.verify()).position()).isEqualTo(2);
    }

    @Test
    void what_was_cut_off_together_with_the_head_is_told_by_a_hash_that_was_kept_elsewhere() throws SQLException {
        fill();
        Verification kept = journal.verify();
        change("DELETE FROM loop_event WHERE position = 5");
        change("UPDATE loop_head SET position = 4, hash = (SELECT hash FROM loop_event WHERE position = 4)");
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class).isNotEqualTo(kept);
    }

    private void assertBroken(String change, long position, String problem) throws SQLException {
        end();
        source = SqliteFile.source(folder.resolve("journal" + change.hashCode() + ".db"));
        journal = JdbcJournal.create(source);
        fill();
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        change(change);
        assertThat(journal.verify()).as(change).isEqualTo(new Verification.Broken(position, problem));
    }

    private void fill() {
        journal.append(LOOP, 0, List.of(event("1", LOOP), event("2", LOOP), event("3", LOOP)));
        journal.append(LOOP, 3, List.of(event("4", LOOP), event("5", LOOP)));
    }

    /** As somebody does who knows how, or a disk that fails. */
    private void change(String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.run(connection, "DROP TRIGGER IF EXISTS loop_event_no_update");
            Sql.run(connection, "DROP TRIGGER IF EXISTS loop_event_no_delete");
            Sql.run(connection, sql);
        }
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, OperationRecord.of("quiet", T0, ""));
    }
}
