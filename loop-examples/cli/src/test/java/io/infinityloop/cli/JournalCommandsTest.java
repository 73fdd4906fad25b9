package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.journal.Anchor;
import io.infinityloop.json.JournalLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** The commands that look after a journal, and those that read one. */
class JournalCommandsTest {
    private static final Instant T0 = Instant.parse("2026-07-01T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("SHOP-1");
    private static final String URL = "jdbc:sqlite:loop.db";
    private static final String HASH = "[0-9a-f]{64}";

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        append(commit("1", null), commit("2", LOOP), deployment("3"));
    }

    @Test
    void what_is_exported_and_imported_is_the_same_journal() throws IOException {
        Tool export = run("export", "--journal", URL, "--out", "loop.ndjson");
        assertThat(export.exitCode()).isZero();
        assertThat(export.out())
                .matches("3 events of journal " + directory.resolve("loop.db") + " exported\nthe export ends at 3:"
                        + HASH + "\n");
        assertThat(run("export", "--journal", URL).out()).isEqualTo(content("loop.ndjson"));

        Tool imported = run("import", "--journal", "jdbc:sqlite:other.db", "--in", "loop.ndjson");
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .matches("3 events imported into journal " + directory.resolve("other.db") + "\nthe import ends at 3:"
                        + HASH + "\n");
        assertThat(run("export", "--journal", "jdbc:sqlite:other.db").out()).isEqualTo(content("loop.ndjson"));

        Tool again = Tool.withInput(
                content("loop.ndjson"),
                directory,
                "journal",
                "import",
                "--journal",
                "jdbc:sqlite:other.db",
                "--in",
                "-");
        assertThat(again.out()).startsWith("0 events imported").contains("other.db, 3 events already in it\n");
    }

    @Test
    void a_journal_is_measured_like_its_export() {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        String title = directory.resolve("loop.db").toString();
        for (String command : List.of("report", "check")) {
            Tool journal = Tool.run(directory, command, "--journal", URL);
            assertThat(journal.exitCode()).isEqualTo(command.equals("report") ? 0 : 1);
            assertThat(withoutTitle(journal.out()))
                    .contains(command.equals("report") ? "deployments: 1" : "Machine: 0 of 1");
            assertThat(withoutTitle(journal.out()))
                    .isEqualTo(withoutTitle(Tool.run(directory, command, "--events", "loop.ndjson")
                            .out()));
            assertThat(journal.out().replace("\n", "").replace(" ", "")).contains(title);
        }
    }

    /** Without the lines above the first blank one: a path can take several. */
    private static String withoutTitle(String text) {
        return text.substring(text.indexOf("\n\n"))
                + text.lines().filter(line -> line.contains("event")).limit(1).toList();
    }

    @Test
    void what_this_release_does_not_know_is_counted_and_kept() throws IOException {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        String last = content("loop.ndjson").lines().reduce("", (first, second) -> second);
        String later = "{\"v\":1,\"type\":\"paused\",\"id\":\"4\",\"source\":\"t\"}";
        JournalLine line =
                JournalLine.after(new Anchor(3, last.replaceFirst(".*\"hash\":\"(" + HASH + ").*", "$1")), 0, later);
        Files.writeString(directory.resolve("loop.ndjson"), content("loop.ndjson") + line.toJson() + "\n");
        assertThat(run("import", "--journal", URL, "--in", "loop.ndjson").out()).startsWith("1 event imported");
        assertThat(run("verify", "--journal", URL).exitCode()).isZero();
        assertThat(run("export", "--journal", URL).out()).isEqualTo(content("loop.ndjson"));

        Tool report = Tool.run(directory, "report", "--journal", URL);
        assertThat(report.exitCode()).isZero();
        assertThat(report.err())
                .isEqualTo("loop: " + directory.resolve("loop.db")
                        + ", position 4: 'paused' is not known to this release; the line is passed over\n");
    }

    @Test
    void verify_prints_where_the_journal_ends_and_later_finds_it_there() {
        Tool verify = run("verify", "--journal", URL);
        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out())
                .matches("journal " + directory.resolve("loop.db") + " is intact: 3 events\nit ends at 3:" + HASH
                        + "\n");
        append(commit("4", LOOP));
        Tool later = run("verify", "--journal", URL, "--expect", end(verify));
        assertThat(later.exitCode()).isZero();
        assertThat(later.out()).contains("is intact: 4 events, and what was expected is in it");
        Tool other = run("verify", "--journal", URL, "--expect", "3:" + "1".repeat(64));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out())
                .contains("at position 3: it has another hash than the one that was kept: either that is of another"
                        + " journal, or this event or one before it was changed");
    }

    @Test
    void a_journal_that_can_not_be_opened_is_verified_all_the_same() throws SQLException, IOException {
        Path file = directory.resolve("loop.db");
        execute(
                "DROP TRIGGER loop_event_no_update",
                "UPDATE loop_event SET event = replace(event, 'CODE', 'DONE') || ' ' WHERE position = 2");
        byte[] before = Files.readAllBytes(file);
        Tool verify = run("verify", "--journal", URL);
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .isEqualTo(
                        "journal " + file + " is not as it was made: of its tables the trigger loop_event_no_update is"
                                + " missing: restore a backup, or repair them as JdbcSchema.sql prints them and verify the"
                                + " journal\njournal " + file
                                + " is broken at position 2: revision, event or hash was changed\n"
                                + "write nothing to it; go back to a backup, or import an export of it into a new journal\n");
        assertThat(file).hasBinaryContent(before);
        complains(run("export", "--journal", URL), "cannot open", "the trigger loop_event_no_update is missing");
    }

    @Test
    void a_trigger_that_is_missing_is_a_finding_though_no_event_was_changed() throws SQLException {
        execute("DROP TRIGGER loop_event_no_delete");
        Tool verify = run("verify", "--journal", URL);
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .contains(
                        "the trigger loop_event_no_delete is missing",
                        "its events are intact: 3 events\nit ends at 3:");
    }

    @Test
    void a_file_that_was_cut_off_is_a_finding() throws IOException {
        byte[] content = Files.readAllBytes(directory.resolve("loop.db"));
        Files.write(directory.resolve("loop.db"), Arrays.copyOf(content, 8_192));
        Tool verify = run("verify", "--journal", URL);
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .contains("is not as it was made: the file is damaged")
                .contains("is broken at position ");
    }

    @Test
    void nothing_is_imported_into_a_journal_whose_end_was_cut_off() throws SQLException {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        execute(
                "DROP TRIGGER loop_event_no_delete",
                "DELETE FROM loop_event WHERE position > 1",
                "CREATE TRIGGER loop_event_no_delete BEFORE DELETE ON loop_event BEGIN"
                        + " SELECT RAISE(ABORT, 'events of a journal are never changed or deleted'); END");
        complains(
                run("import", "--journal", URL, "--in", "loop.ndjson"),
                "the journal is broken at position 2: it is missing, and so is all up to position 3; verify the journal");
    }

    @Test
    void a_journal_that_was_changed_is_a_finding() throws SQLException {
        change("UPDATE loop_event SET event = replace(event, 'CODE', 'DONE') || ' ' WHERE position = 2");
        Tool verify = run("verify", "--journal", URL);
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .isEqualTo("journal " + directory.resolve("loop.db")
                        + " is broken at position 2: revision, event or hash was changed\nwrite nothing to it; go back to a"
                        + " backup, or import an export of it into a new journal\n");
        complains(run("export", "--journal", URL, "--out", "loop.ndjson"), "the journal is broken at position 2");
        complains(run("backup", "--journal", URL, "--out", "copy.db"), "the copy is broken at position 2");
        assertThat(directory.resolve("copy.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal export", "report", "check"})
    void an_end_that_was_cut_off_is_told_whoever_reads_it(String command) throws SQLException {
        change("UPDATE loop_head SET position = 4");
        Tool tool = Tool.run(directory, (command + " --journal " + URL).split(" ", -1));
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.err())
                .isEqualTo(
                        "loop: journal " + directory.resolve("loop.db") + ": the journal is broken at position 4: it is"
                                + " missing, and so is all up to position 4; verify the journal\n");
    }

    @Test
    void an_export_goes_on_at_the_end_of_its_file() throws IOException {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        String before = content("loop.ndjson");
        append(commit("4", LOOP));
        complains(
                run("export", "--journal", URL, "--out", "loop.ndjson"),
                "--out loop.ndjson is there already: add --continue to go on at its end");
        assertThat(content("loop.ndjson")).isEqualTo(before);

        Tool more = run("export", "--journal", URL, "--out", "loop.ndjson", "--continue");
        assertThat(more.out()).startsWith("1 event of journal").contains("the export ends at 4:");
        String whole = run("export", "--journal", URL).out();
        assertThat(content("loop.ndjson")).isEqualTo(whole).startsWith(before);
        assertThat(run("export", "--journal", URL, "--after", end(more)).out()).isEmpty();
        run("export", "--journal", URL, "--out", "new.ndjson", "--continue");
        assertThat(content("new.ndjson")).isEqualTo(whole);
    }

    @Test
    void a_last_line_that_was_cut_off_is_removed_and_written_again() throws IOException {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        String whole = content("loop.ndjson");
        Files.writeString(directory.resolve("loop.ndjson"), whole.substring(0, whole.length() - 10));
        complains(
                run("import", "--journal", "jdbc:sqlite:other.db", "--in", "loop.ndjson"),
                "loop.ndjson, line 3: the line ends in the middle of its JSON: it was cut off; what comes before this line is"
                        + " in the journal");
        int torn = whole.length() - whole.lastIndexOf('\n', whole.length() - 2) - 1 - 10;
        Tool more = run("export", "--journal", URL, "--out", "loop.ndjson", "--continue");
        assertThat(more.exitCode()).isZero();
        assertThat(more.err())
                .isEqualTo("loop: loop.ndjson: removed a last line that was cut off, " + torn + " bytes\n");
        assertThat(content("loop.ndjson")).isEqualTo(whole);
        assertThat(run("import", "--journal", "jdbc:sqlite:other.db", "--in", "loop.ndjson")
                        .out())
                .startsWith("1 event imported");
    }

    @Test
    void a_file_that_was_changed_is_neither_continued_nor_imported() throws IOException {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        String changed = content("loop.ndjson").replace("\"3\"", "\"9\"");
        Files.writeString(directory.resolve("loop.ndjson"), changed);
        complains(
                run("export", "--journal", URL, "--out", "loop.ndjson", "--continue"),
                "loop.ndjson, line 3: the hash of position 3 does not fit",
                "nothing was added");
        complains(
                run("import", "--journal", "jdbc:sqlite:other.db", "--in", "loop.ndjson"),
                "loop.ndjson, line 3: the hash of position 3 does not fit");
        assertThat(run("verify", "--journal", "jdbc:sqlite:other.db").out()).contains("is intact: 2 events");
        assertThat(content("loop.ndjson")).isEqualTo(changed);
    }

    @Test
    void an_export_is_not_imported_into_another_journal() {
        run("export", "--journal", URL, "--out", "loop.ndjson");
        try (JdbcJournal other = journal("other.db")) {
            other.observe(List.of(commit("other", null)));
        }
        complains(
                run("import", "--journal", "jdbc:sqlite:other.db", "--in", "loop.ndjson"),
                "loop.ndjson, line 1: the journal holds another event at position 1");
        assertThat(run("verify", "--journal", "jdbc:sqlite:other.db").out()).contains("is intact: 1 event\n");
        Tool.run(directory, "journal", "export", "--journal", "jdbc:sqlite:other.db", "--out", "other.ndjson");
        complains(
                run("export", "--journal", URL, "--out", "other.ndjson", "--continue"),
                "nothing to continue after position 1: the journal has another hash there");
    }

    @Test
    void a_backup_is_a_journal() {
        Tool backup = run("backup", "--journal", URL, "--out", "copy.db");
        assertThat(backup.exitCode()).isZero();
        assertThat(backup.out())
                .matches("3 events of journal " + directory.resolve("loop.db") + " backed up to "
                        + directory.resolve("copy.db") + "\nthe backup is intact and ends at 3:" + HASH + "\n");
        assertThat(run("verify", "--journal", "jdbc:sqlite:copy.db", "--expect", end(backup))
                        .exitCode())
                .isZero();
        complains(run("backup", "--journal", URL, "--out", "copy.db"), "copy.db", "no backup is written over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal verify", "journal export", "journal backup --out copy.db", "report", "check"})
    void a_journal_that_is_not_there_is_told_and_not_made(String command) {
        String[] args = (command + " --journal jdbc:sqlite:gone.db").split(" ", -1);
        complains(Tool.run(directory, args), "--journal jdbc:sqlite:gone.db does not exist");
        assertThat(directory.resolve("gone.db")).doesNotExist();
        assertThat(directory.resolve("copy.db")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_journal_stays_as_it_is() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.db"));
        complains(run("verify", "--journal", "jdbc:sqlite:empty.db"), "it has no tables of a journal");
        assertThat(empty).isEmptyFile();
        Path text = Files.writeString(directory.resolve("text.db"), "no database at all ".repeat(100));
        complains(run("verify", "--journal", "jdbc:sqlite:text.db"), "text.db", "cannot verify");
        complains(run("import", "--journal", "jdbc:sqlite:text.db", "--in", "text.db"), "text.db", "cannot create");
        assertThat(text).hasContent("no database at all ".repeat(100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify --journal loop.db | is no URL of SQLite or PostgreSQL: give one such as",
                "verify --journal jdbc:mysql://db/loops | is no URL of SQLite or PostgreSQL",
                "verify --journal jdbc:sqlite: | names no file",
                "verify --journal jdbc:sqlite::memory: | names no file",
                "verify --journal jdbc:sqlite:loop.db?synchronous=OFF | names no file",
                "verify --journal jdbc:sqlite:. | cannot verify",
                "verify --journal jdbc:sqlite:loop.db --expect 3 | --expect '3' is no place in a journal",
                "verify | --journal",
                "export --journal jdbc:sqlite:loop.db --continue | --continue needs the file",
                "export --journal jdbc:sqlite:loop.db --out a --continue --after 1:2 | exclude each other",
                "export --journal jdbc:sqlite:loop.db --after 1:2 | --after '1:2' is no place in a journal",
                "export --journal jdbc:sqlite:loop.db --out gone/a | there is no directory",
                "export --journal jdbc:sqlite:loop.db --out . | is there already",
                "export --journal jdbc:sqlite:loop.db --out . --continue | cannot be written",
                "import --journal jdbc:sqlite:new.db --in gone | --in gone does not exist",
                "import --journal jdbc:sqlite:new.db --in . | is a directory",
                "import --journal jdbc:sqlite:gone/new.db --in - | there is no directory",
            })
    void what_makes_no_sense_is_told(String command, String complaint) {
        complains(Tool.run(directory, ("journal " + command).split(" ", -1)), complaint);
        assertThat(directory.resolve("new.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/loops?user=bob&password=hush",
                "jdbc:postgresql://bob:hush@localhost:1/loops",
                "jdbc:postgresql://bob:hush@localhost/loops",
                "jdbc:postgresql://localhost:none/loops?password=hush&user=bob",
                "jdbc:postgresql://localhost:1/loops?user=bob&password=hush --colour",
                "jdbc:other://localhost/loops?user=bob&PASSWORD=hush"
            })
    void no_password_is_printed(String url) {
        Tool tool = Tool.run(directory, ("journal verify --journal " + url).split(" ", -1));
        complains(tool, "loop");
        assertThat(tool.err()).doesNotContain("hush", "bob");
        assertThat(Tool.run(directory, "journal", "verify", url).err()).doesNotContain("hush", "bob");
        assertThat(Secrets.hidden("no jdbc:postgresql://bob:hunt@er@db/loops"))
                .isEqualTo("no jdbc:postgresql://…@db/loops");
        assertThat(Secrets.hidden("FATAL: password authentication failed for user \"bob\""))
                .isEqualTo("FATAL: password authentication failed for user \"…\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://bob:hu@sh@localhost:1/loops",
                "jdbc:postgresql://bob:hu sh@localhost:1/loops",
                "jdbc:postgresql://bob:hu/sh@localhost:1/loops",
                "jdbc:other://bob:hu\"s'h@localhost/loops",
                "jdbc:other://bob:hu?sh@localhost/loops",
                "jdbc:other://localhost/loops?user=bob&password=hu sh",
                "jdbc:other://localhost/loops?password=hu\"s'h&user=bo b",
                "jdbc:other://localhost/loops?password=hu@sh",
                "jdbc:sqlite:loop.db?password=hu sh"
            })
    void no_part_of_a_password_is_printed_whatever_is_in_it(String url) {
        Tool tool = run("verify", "--journal", url);
        complains(tool, "--journal jdbc:", "give ");
        assertThat(tool.err()).doesNotContain("hu", "sh", "bo");
        assertThat(run("verify", url).err()).doesNotContain("hu", "sh");
    }

    @Test
    void help_teaches_by_example() {
        assertThat(Tool.run(directory, "journal", "--help").out())
                .contains("verify", "export", "import", "backup", "loop journal export --journal jdbc:sqlite:loop.db");
        for (String command : List.of("verify", "export", "import", "backup")) {
            assertThat(run(command, "--help").out())
                    .contains("Example", "loop journal " + command + " --journal jdbc:sqlite:loop.db");
        }
        complains(Tool.run(directory, "check"), "give --events FILE or --journal JDBC-URL");
    }

    private static String end(Tool tool) {
        return tool.out().replaceFirst("(?s).* ends at (\\d+:" + HASH + ")\n", "$1");
    }

    private Tool run(String command, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "journal";
        all[1] = command;
        System.arraycopy(args, 0, all, 2, args.length);
        return Tool.run(directory, all);
    }

    private static void complains(Tool tool, String... words) {
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("loop: ").contains(words).doesNotContain("Exception", "\tat ");
        assertThat(tool.err().lines()).hasSize(1);
    }

    private String content(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private void append(Recorded... events) {
        try (JdbcJournal journal = journal("loop.db")) {
            for (Recorded event : events) {
                LoopId loop = event.loop();
                if (loop == null) {
                    journal.observe(List.of(event));
                } else {
                    journal.append(loop, journal.read(loop, 0).size(), List.of(event));
                }
            }
        }
    }

    private JdbcJournal journal(String file) {
        return JdbcJournal.create(source(file));
    }

    private SQLiteDataSource source(String file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve(file));
        return source;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = source("loop.db").getConnection();
                Statement statement = connection.createStatement()) {
            String trigger;
            try (ResultSet made =
                    statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = 'loop_event_no_update'")) {
                trigger = made.getString(1);
            }
            statement.execute("DROP TRIGGER loop_event_no_update");
            statement.execute(sql);
            statement.execute(trigger);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = source("loop.db").getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Recorded commit(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "t", T0), loop, Commit.of("c" + id, T0, "Pay by card"));
    }

    private static Recorded deployment(String id) {
        return new Recorded(EventMetadata.of(id, "t", T0), null, Deployment.toProduction("d" + id, T0, List.of()));
    }
}
