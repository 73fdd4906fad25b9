package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinityloop.LoopId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages can be shown to anybody. */
class ToldTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/loops?user=bob&password=hunter2, jdbc:postgresql://db:5432/loops",
        "jdbc:postgresql://bob:hunter2@db/loops, jdbc:postgresql://db/loops",
        "jdbc:postgresql://bob:hunt@er2@db/loops, jdbc:postgresql://db/loops",
        "jdbc:postgresql://bob:hunt er\"2@db/loops?password=a@b, jdbc:postgresql://db/loops",
        "jdbc:postgresql://a:1;b:2/loops, jdbc:postgresql://a:1",
        "jdbc:postgresql:loops?sslpassword=hunter2, PostgreSQL"
    })
    void the_place_of_a_server_has_neither_user_nor_password_nor_parameters(String url, String place) {
        assertThat(Postgres.place(url)).isEqualTo(place);
    }

    @Test
    void an_address_that_a_failure_quotes_is_told_without_what_is_secret_in_it_also_in_the_cause() {
        JournalException failure = catchThrowableOfType(
                JournalException.class,
                () -> JdbcJournal.open(new UrlSource(
                        "jdbc:nothing://bob:hunter2@hunter/hunter@db/loops?password=hunter3&sslpassword=hunter4")));
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString())
                .contains("No suitable driver found for jdbc:nothing://db/loops")
                .doesNotContain("hunter", "bob");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no jdbc:x://bob:hun@ter@db/loops | no jdbc:x://db/loops",
                "no jdbc:x://bob:hun ter@db/loops | no jdbc:x://db/loops",
                "no jdbc:x://bob:hun\"t'er@db/loops | no jdbc:x://db/loops",
                "no jdbc:x://bob:hun?t@er@db/loops | no jdbc:x://…",
                "no jdbc:x://bob:hun;ter@db/loops?password=hunter | no jdbc:x://…",
                "no jdbc:x://db/loops?password=hun ter&user=bob ter | no jdbc:x://db/loops",
                "no jdbc:x://db/loops?password=hun\"t'er ter | no jdbc:x://db/loops",
                "no jdbc:x://db/loops?password=hun@ter | no jdbc:x://…",
                "no jdbc:x://db/lo ops?password=hunter | no jdbc:x://db/lo ops",
                "no jdbc:x:thin:bob/hunter@db | no jdbc:x:thin:db",
                "no jdbc:x:loops | no jdbc:x:loops",
                "failed for user \"hunt\"er\" | failed for the user",
                "no entry for user \"hunter\", database \"loops\" | no entry for the user, database \"loops\"",
            })
    void no_part_of_a_password_is_told_whatever_is_in_it(String text, String told) {
        assertThat(Told.withoutSecrets(text)).isEqualTo(told);
    }

    @Test
    void an_account_that_the_server_refuses_is_not_named() {
        String url = PostgresServer.emptyPlace().replace("user=postgres", "user=hunter");
        JournalException failure =
                catchThrowableOfType(JournalException.class, () -> JdbcJournal.open(new UrlSource(url)));
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).contains("the role does not exist").doesNotContain("hunter");
    }

    @Test
    void an_id_can_not_forge_a_line_of_a_log() {
        LoopId loop = LoopId.of("ok\n2026-03-01 INFO login root\u001b[2J");
        JdbcJournal journal = JdbcJournal.create(SqliteFile.source(folder.resolve("journal.db")));
        journal.close();
        assertThatThrownBy(() -> journal.read(loop, 0))
                .hasMessageEndingWith("cannot read loop ok\\u000a2026-03-01 INFO login root\\u001b[2J: it is closed");
    }

    @Test
    void a_transaction_that_read_before_it_had_the_lock_is_told_how_to_begin() {
        String message = "[SQLITE_BUSY_SNAPSHOT] Another database connection has already written to the database";
        assertThat(Told.of(new SQLException(message, null, 5)))
                .isEqualTo(
                        message + " (SQL state null, code 5); begin the transaction with the lock for writing, in the"
                                + " driver transaction_mode=IMMEDIATE");
        assertThat(Advice.on(new SQLException("[SQLITE_BUSY] The database file is locked", null, 5)))
                .contains("append again");
    }
}
