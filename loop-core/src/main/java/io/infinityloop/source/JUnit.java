package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.TestRun;
import io.infinityloop.internal.Chain;
import io.infinityloop.internal.json.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Test reports in the XML that JUnit, Surefire, Gradle, pytest and many others write. Each suite that holds tests is a
 * test run.
 *
 * <p>When it ran many reports do not tell: see {@link SourceReader.Builder#undated}. Others tell it without an offset,
 * which is then asked for {@linkplain #withZone here}. When it ended follows from the time it took only if it is known
 * when it began. How much of the system the tests took in no report tells. Immutable.
 *
 * @since 0.1
 */
public final class JUnit implements Format {
    private static final String SUITE = "testsuite";
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

    private static final Table TABLE = Table.of("junit", "JUnit XML as Surefire, Ant, Gradle and pytest write it")
            .note("A run began at /testsuite/timestamp and took /testsuite/time; without the former it has no instant.")
            .note("Its id is its subject and when it began, or what came out if nobody says when.")
            .note(
                    "Errors are failures. A run without failures but with errors ended in an error, one of which all tests"
                            + " were skipped is skipped.")
            .type(TestRun.KIND, SUITE)
            .field(Field.ID, "/testsuite/name", "tests")
            .field(Field.SUBJECT, "{/testsuite/package}.{/testsuite/name}", "/testsuite/name")
            .field(Field.TESTS, "/testsuite/tests")
            .field(Field.FAILURES, "/testsuite/failures")
            .field(Field.SKIPPED, "/testsuite/skipped")
            .field(Field.OUTCOME, "success")
            .build();

    private final @Nullable ZoneId zone;

    private JUnit(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /** {@return the format; what has no offset is no instant} */
    public static JUnit standard() {
        return new JUnit(null);
    }

    /**
     * Returns this for reports whose instants have no offset.
     *
     * @param of the zone of the machine that ran the tests; UTC for many tools
     * @return the format
     */
    public JUnit withZone(ZoneId of) {
        return new JUnit(requireNonNull(of, "of"));
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        return record.text("/testsuite/tests").map(tests -> SUITE);
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        for (Draft told : TABLE.read(type, record)) {
            drafts.accept(dated(outcome(told, record), record));
        }
    }

    private static Draft outcome(Draft draft, Payload record) throws RejectedRecordException {
        long failures = count(draft, Field.FAILURES);
        long errors = Draft.of(TestRun.KIND, draft.id())
                .put(Field.FAILURES, record.text("/testsuite/errors").orElse("0"), "/testsuite/errors")
                .text(Field.FAILURES)
                .map(Long::parseLong)
                .orElse(0L);
        draft.put(Field.FAILURES, Long.toString(failures + errors));
        if (failures + errors > 0) {
            draft.put(Field.OUTCOME, failures > 0 ? "failure" : "error");
        } else if (count(draft, Field.TESTS) == count(draft, Field.SKIPPED)) {
            draft.put(Field.OUTCOME, "skipped");
        }
        return draft;
    }

    private static long count(Draft draft, Field field) {
        return Long.parseLong(draft.text(field, "0"));
    }

    /** A suite runs again and again: its runs are told apart by when, or else by what came out in how much time. */
    private Draft dated(Draft told, Payload record) throws RejectedRecordException {
        String timestamp = record.text("/testsuite/timestamp").orElse("");
        String subject = told.text(Field.SUBJECT, "tests");
        if (timestamp.isEmpty()) {
            return told.as(subject + "~" + Chain.sha256(record.raw()).substring(0, 16));
        }
        Instant began = instant(timestamp);
        Draft dated = told.as(subject + "@" + began).put(Field.AT, began).put(Field.HAPPENED, began);
        Optional<BigDecimal> seconds = record.text("/testsuite/time")
                .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(BigDecimal::new);
        seconds.filter(time -> time.compareTo(LONGEST) <= 0).ifPresent(time -> {
            Instant ended = began.plus(Duration.ofNanos(
                    time.movePointRight(9).setScale(0, RoundingMode.HALF_EVEN).longValueExact()));
            dated.put(Field.FINISHED, ended).put(Field.HAPPENED, ended);
        });
        return dated;
    }

    private Instant instant(String timestamp) throws RejectedRecordException {
        try {
            return zone == null ? Times.parse(timestamp).orElseThrow() : local(timestamp, zone);
        } catch (DateTimeException | NoSuchElementException wrong) {
            throw new RejectedRecordException(
                    "/testsuite/timestamp",
                    "'" + Excerpt.of(timestamp) + "' is no instant: " + wrong.getMessage()
                            + "; of instants without an offset JUnit.withZone(…) says the zone");
        }
    }

    private static Instant local(String timestamp, ZoneId zone) {
        try {
            return LocalDateTime.parse(timestamp.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException hasOffset) {
            return Times.parse(timestamp).orElseThrow();
        }
    }
}
