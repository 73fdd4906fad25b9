package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.TestRun;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites as the reader of the XML hands them on. */
class JUnitTest {
    private static final Instant FILE = Instant.parse("2026-07-01T10:00:00Z");

    private static String suite(String more) {
        return ("{'testsuite':{'name':'com.acme.CartTest'," + more + "}}").replace('\'', '"');
    }

    private static TestRun run(String more) {
        return (TestRun) Read.of(suite(more), SourceReader.builder().undated(FILE))
                .only()
                .artifact();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, 0, 0, PASSED, 4, 0, 0",
        "4, 1, 0, 1, FAILED, 2, 1, 1",
        "4, 0, 2, 0, ERROR, 2, 2, 0",
        "4, 1, 2, 0, FAILED, 1, 3, 0",
        "4, 0, 0, 4, SKIPPED, 0, 0, 4",
        "4, 0, 0, 3, PASSED, 1, 0, 3"
    })
    void counts_say_how_a_suite_came_out(
            int tests, int failures, int errors, int skipped, String outcome, int passed, int failed, int left) {
        TestRun run =
                run("'tests':" + tests + ",'failures':" + failures + ",'errors':" + errors + ",'skipped':" + skipped);

        assertThat(run.outcome()).hasToString(outcome);
        assertThat(run.counts()).isEqualTo(new TestRun.Counts(passed, failed, left));
        assertThat(run.subject()).isEqualTo("com.acme.CartTest");
        assertThat(run.stage()).hasToString("TEST");
    }

    @Test
    void with_an_instant_it_is_known_when_the_suite_ended() {
        TestRun run = run("'tests':2,'timestamp':'2026-07-01T09:00:00+02:00','time':3.142");

        assertThat(run.at()).isEqualTo(Instant.parse("2026-07-01T07:00:00Z"));
        assertThat(run.finishedAt()).isEqualTo(Instant.parse("2026-07-01T07:00:03.142Z"));
        assertThat(run.id()).isEqualTo("com.acme.CartTest@2026-07-01T07:00:00Z");
    }

    @Test
    void without_one_the_caller_says_when_and_nobody_how_long() {
        String suite = suite("'tests':2,'time':0.2");

        TestRun run = (TestRun)
                Read.of(suite, SourceReader.builder().undated(FILE)).only().artifact();
        assertThat(run.at()).isEqualTo(FILE);
        assertThat(run.finishedAt()).isNull();
        assertThat(Read.of(suite).leftovers().get(0).problem())
                .contains("no instant")
                .contains("undated(");
    }

    @Test
    void runs_without_an_instant_are_told_apart_by_what_came_out() {
        assertThat(run("'tests':2,'time':0.2").id())
                .isEqualTo(run("'tests':2,'time':0.2").id())
                .isNotEqualTo(run("'tests':2,'time':0.3").id());
    }

    @Test
    void an_instant_without_an_offset_is_none_unless_the_zone_is_said() {
        String suite = suite("'tests':2,'timestamp':'2026-07-01T09:00:00','time':1");

        Read zoned =
                Read.of(suite, SourceReader.builder().format(JUnit.standard().withZone(ZoneId.of("Europe/Berlin"))));
        assertThat(zoned.only().artifact().at()).isEqualTo(Instant.parse("2026-07-01T07:00:00Z"));
        assertThat(Read.of(suite).leftovers().get(0).field()).isEqualTo("/testsuite/timestamp");
        assertThat(Read.of(suite).leftovers().get(0).problem()).contains("JUnit.withZone(");
    }

    @Test
    void a_package_that_is_told_apart_is_a_part_of_the_name() {
        assertThat(run("'package':'shop','tests':1").subject()).isEqualTo("shop.com.acme.CartTest");
    }

    @Test
    void what_is_no_count_is_rejected_by_name() {
        assertThat(Read.of(suite("'tests':2,'errors':'many'"))
                        .leftovers()
                        .get(0)
                        .field())
                .isEqualTo("/testsuite/errors");
    }
}
