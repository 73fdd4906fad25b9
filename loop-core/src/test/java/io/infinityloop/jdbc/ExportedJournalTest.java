package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.json.EventWriter;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalLines;
import io.infinityloop.json.JournalReader;
import io.infinityloop.json.JournalWriter;
import io.infinityloop.json.Line;
import io.infinityloop.json.RefusedLineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals in databases, exported and imported as they are stored. */
class ExportedJournalTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path folder;

    private final List<JdbcJournal> opened = new ArrayList<>();
    private DataSource source;
    private JdbcJournal journal;

    @BeforeEach
    void begin() {
        source = SqliteFile.source(folder.resolve("journal.db"));
        journal = keep(JdbcJournal.create(source));
    }

    @AfterEach
    void end() {
        opened.forEach(JdbcJournal::close);
    }

    @Test
    void from_sqlite_to_postgres_and_back_nothing_changes() throws IOException {
        fill(journal);
        JdbcJournal postgres = JdbcJournal.create(new UrlSource(PostgresServer.emptyPlace()));
        String export = export(journal.lines());
        assertThat(read(export, postgres.lines()).appended()).isEqualTo(6);
        assertThat(postgres.readAll().toList()).isEqualTo(journal.readAll().toList());
        assertThat(postgres.verify()).isEqualTo(journal.verify());
        assertThat(export(postgres.lines())).isEqualTo(export);

        JdbcJournal back = another();
        read(export(postgres.lines()), back.lines());
        assertThat(export(back.lines())).isEqualTo(export);
        assertThat(back.verify()).isEqualTo(journal.verify());
        assertThat(read(export, postgres.lines()).passedOver()).isEqualTo(6);
    }

    @Test
    void the_same_entries_are_the_same_bytes_in_any_journal() throws IOException {
        Journal memory = InMemoryJournal.empty();
        fill(memory);
        fill(journal);
        assertThat(export(journal.lines())).isEqualTo(export(JournalLines.of(memory)));
        assertThat(export(JournalLines.of(journal))).isEqualTo(export(journal.lines()));
    }

    @Test
    void what_a_later_release_wrote_goes_through_unchanged() throws IOException {
        JournalLine known = JournalLine.after(Anchor.BEGINNING, 1, EventWriter.toJson(event("1", loop(1))));
        JournalLine later = JournalLine.after(
                known.anchor(),
                2,
                "{\"id\":\"2\",\"type\":\"paused\",\"since\":[1.50],\"source\":\"test\",\"v\":3,\"loop\":\"SHOP-1\"}");
        JournalLine fact = JournalLine.after(
                later.anchor(), 0, "{\"id\":\"3\",\"type\":\"paused\",\"source\":\"test\",\"loop\":null}");
        String export = known.toJson() + "\n" + later.toJson() + "\n" + fact.toJson() + "\n";
        assertThat(read(export, journal.lines()).appended()).isEqualTo(3);
        assertThat(export(journal.lines())).isEqualTo(export);
        assertThat(journal.lines().read(1, 1).get(0).read()).isEqualTo(new Line.Unknown(2, "paused/v3", later.text()));
        assertThatThrownBy(journal::readAll).hasMessageContaining("which a later release wrote");
    }

    @Test
    void many_lines_are_one_commit_whatever_their_loops() throws IOException {
        Journal memory = InMemoryJournal.empty();
        for (int i = 0; i < 2_500; i++) {
            memory.append(loop(i % 1_000), i / 1_000, List.of(event("e" + i, loop(i % 1_000))));
        }
        List<Integer> batches = new ArrayList<>();
        String export = export(JournalLines.of(memory));
        read(export, counting(journal.lines(), batches));
        assertThat(batches).containsExactly(1_000, 1_000, 500);
        assertThat(export(journal.lines())).isEqualTo(export);
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
    }

    private static JournalLines counting(JournalLines lines, List<Integer> batches) {
        return new JournalLines() {
            @Override
            public List<JournalLine> read(long afterPosition, int limit) {
                return lines.read(afterPosition, limit);
            }

            @Override
            public Taken append(List<Incoming> batch) {
                batches.add(batch.size());
                return lines.append(batch);
            }
        };
    }

    @Test
    void of_a_batch_with_a_line_that_is_refused_all_before_it_is_kept() throws IOException {
        JournalLine first = JournalLine.after(Anchor.BEGINNING, 1, EventWriter.toJson(event("1", loop(1))));
        JournalLine gap = JournalLine.after(first.anchor(), 3, EventWriter.toJson(event("2", loop(1))));
        JournalLine again = JournalLine.after(first.anchor(), 2, EventWriter.toJson(event("1", loop(1))));
        assertThat(refusal(first.toJson() + "\n" + gap.toJson() + "\n", journal))
                .hasMessage("line 2: revision 2 of loop SHOP-1 is due, and it has 3");
        assertThat(journal.readAll()).hasSize(1);
        assertThat(refusal(first.toJson() + "\n" + again.toJson() + "\n", journal))
                .hasMessage("line 2: the event test/1 is in the journal already");
        assertThat(refusal(first.toJson() + "\n" + again.toJson() + "\n", another()))
                .hasMessage("line 2: the event test/1 is in the journal already");
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void whoever_appends_during_an_import_ends_it_and_nothing_is_mixed() throws IOException {
        fill(journal);
        String export = export(journal.lines());
        JdbcJournal into = another();
        JournalLines disturbed = new JournalLines() {
            @Override
            public List<JournalLine> read(long afterPosition, int limit) {
                return into.lines().read(afterPosition, limit);
            }

            @Override
            public Taken append(List<Incoming> batch) {
                into.observe(List.of(event("meanwhile", null)));
                return into.lines().append(batch);
            }
        };
        assertThatThrownBy(() -> read(export, disturbed))
                .hasMessage(
                        "line 1: the journal ends at position 1 now, because somebody else appends to it: import while"
                                + " nobody does");
        assertThat(into.readAll()).hasSize(1);
        assertThat(refusal(export, into))
                .hasMessageStartingWith("line 1: the journal holds another event at position 1");
    }

    @Test
    void what_was_changed_in_the_database_is_not_exported() throws IOException, SQLException {
        fill(journal);
        change("UPDATE loop_event SET event = replace(event, 'quiet', 'calm') WHERE position = 3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> JournalWriter.write(journal.lines(), Anchor.BEGINNING, out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the journal is broken at position 3: what is there is not what was appended; verify the"
                        + " journal");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void an_end_that_was_cut_off_or_changed_is_not_exported_as_if_it_were_all_there_is() throws Exception {
        fill(journal);
        JdbcJournal postgres = JdbcJournal.create(new UrlSource(PostgresServer.emptyPlace()));
        read(export(journal.lines()), postgres.lines());
        assertThat(postgres.lines().read(6, 10)).isEmpty();
        broken("UPDATE loop_head SET position = 7", "at position 7: it is missing, and so is all up to position 7");
        broken("UPDATE loop_head SET position = 5", "at position 6: it is behind the last one that loop_head knows");
        broken("UPDATE loop_head SET position = 6, hash = '" + "1".repeat(64) + "'", "at position 6: loop_head has");
        broken("DELETE FROM loop_event WHERE position >= 5", "at position 5: it is missing, and so is all up to");
        broken("DELETE FROM loop_event", "at position 1: it is missing, and so is all up to position 6");
        broken("DELETE FROM loop_head", "at its end: the row of loop_head was deleted");
    }

    private void broken(String change, String problem) throws SQLException {
        change(change);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> JournalWriter.write(journal.lines(), Anchor.BEGINNING, out))
                .as(change)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the journal is broken " + problem)
                .hasMessageEndingWith("; verify the journal");
    }

    @Test
    void what_was_taken_away_from_the_journal_refuses_an_import() throws Exception {
        fill(journal);
        String export = export(journal.lines());
        change("DELETE FROM loop_event WHERE position = 3");
        RefusedLineException refused = refusal(export, journal);
        assertThat(refused)
                .hasMessage("line 3: the journal has no event at position 3 and some after it: it was taken away behind"
                        + " its back; verify the journal, and import into an empty one");
        change("DELETE FROM loop_event WHERE position > 2");
        assertThatThrownBy(() -> read(export, journal.lines()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the journal is broken at position 3: it is missing");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.run(connection, "DROP TRIGGER IF EXISTS loop_event_no_update");
            Sql.run(connection, "DROP TRIGGER IF EXISTS loop_event_no_delete");
            Sql.run(connection, sql);
        }
    }

    @Test
    void an_anchor_tells_what_was_cut_off_or_rewritten() throws IOException, SQLException {
        fill(journal);
        Anchor end = ((Verification.Intact) journal.verify()).anchor();
        Anchor third = journal.lines().read(2, 1).get(0).anchor();
        assertThat(journal.verify(end)).isEqualTo(journal.verify());
        assertThat(journal.verify(third)).isEqualTo(journal.verify());
        assertThat(journal.verify(Anchor.BEGINNING)).isEqualTo(journal.verify());

        JdbcJournal cut = another();
        String export = export(journal.lines());
        read(export.substring(0, export.lastIndexOf('\n', export.length() - 2) + 1), cut.lines());
        assertThat(cut.verify(third)).isInstanceOf(Verification.Intact.class);
        assertThat(cut.verify(end))
                .isEqualTo(new Verification.Broken(
                        6,
                        "it is missing, and so is all up to position 6, which was there once, if what was kept is of this"
                                + " journal"));

        JdbcJournal rewritten = another();
        rewritten.observe(List.of(event("a", null), event("b", null), event("c", null), event("d", null)));
        assertThat(rewritten.verify(third))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.position()).isEqualTo(3));
    }

    private static void fill(Journal journal) {
        journal.append(loop(1), 0, List.of(event("1", loop(1)), event("2", loop(1))));
        journal.observe(List.of(event("fact", null), event("back\\slash and \u0000\u2028", null)));
        journal.append(loop(2), 0, List.of(event("3", loop(2))));
        journal.append(loop(1), 2, List.of(event("4", loop(1))));
    }

    private JdbcJournal another() {
        return keep(JdbcJournal.create(SqliteFile.source(folder.resolve("journal" + opened.size() + ".db"))));
    }

    private JdbcJournal keep(JdbcJournal journal) {
        opened.add(journal);
        return journal;
    }

    private static String export(JournalLines lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalWriter.write(lines, Anchor.BEGINNING, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JournalReader.Imported read(String export, JournalLines into) throws IOException {
        return JournalReader.read(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), into);
    }

    private static RefusedLineException refusal(String export, JdbcJournal into) {
        return catchThrowableOfType(RefusedLineException.class, () -> read(export, into.lines()));
    }

    private static LoopId loop(int number) {
        return LoopId.of("SHOP-" + number);
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, OperationRecord.of("quiet", T0, ""));
    }
}
