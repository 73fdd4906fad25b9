package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.EvidenceKind;
import io.infinityloop.artifact.Gap;
import io.infinityloop.artifact.SecurityCheck;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestReportTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    @Tag("ART-17")
    void a_report_with_one_failed_run_is_failed() {
        TestReport report = TestReport.of(List.of(
                run("1", TestLevel.UNIT, Outcome.PASSED, 40, 0, 0),
                run("2", TestLevel.INTEGRATION, Outcome.FAILED, 9, 1, 10),
                run("3", TestLevel.PERFORMANCE, Outcome.PASSED, 2, 0, 30)));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.byLevel().keySet())
                .containsExactly(TestLevel.UNIT, TestLevel.INTEGRATION, TestLevel.PERFORMANCE);
        assertThat(report.byLevel().get(TestLevel.UNIT)).extracting(TestRun::id).containsExactly("1");
        assertThat(report.counts()).isEqualTo(new TestRun.Counts(51, 1, 3));
        assertThat(report.duration()).contains(Duration.ofMinutes(35));
        assertThat(report.evidence()).containsExactly(EvidenceKind.CORRECTNESS, EvidenceKind.PERFORMANCE);
        assertThat(report.digests()).containsExactly("sha256:aa");
    }

    @Test
    void a_failed_test_fails_the_report_whatever_its_run_says() {
        assertThat(TestReport.of(List.of(run("1", TestLevel.UNIT, Outcome.PASSED, 40, 1, 0)))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_later_run_of_the_same_suite_heals() {
        TestRun red = run("1", TestLevel.UNIT, Outcome.FAILED, 39, 1, 0);
        TestRun green = run("2", TestLevel.UNIT, Outcome.PASSED, 40, 0, 10);
        assertThat(TestReport.of(List.of(green, red)).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(TestReport.of(List.of(green, red)).runs()).containsExactly(green);
    }

    @Test
    void the_verdict_guesses_nothing() {
        assertThat(TestReport.of(List.of()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcomeOf(Outcome.PASSED, Outcome.SKIPPED)).isEqualTo(Outcome.PASSED);
        assertThat(outcomeOf(Outcome.SKIPPED)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcomeOf(Outcome.PASSED, Outcome.CANCELLED)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcomeOf(Outcome.PASSED, Outcome.RUNNING)).isEqualTo(Outcome.RUNNING);
        assertThat(outcomeOf(Outcome.RUNNING, Outcome.TIMED_OUT)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_report_on_a_digest_has_the_runs_of_that_digest_only() {
        TestRun tested = run("1", TestLevel.UNIT, Outcome.PASSED, 40, 0, 0);
        TestRun other = tested(TestRun.of("2", T0, TestLevel.E2E, Outcome.FAILED), "sha256:bb");
        assertThat(TestReport.of("sha256:aa", List.of(tested, other)).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(TestReport.of("sha256:cc", List.of(tested, other)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(TestReport.of(List.of(tested, other)).duration()).isEmpty();
    }

    @Test
    @Tag("GATE-18")
    void a_report_without_dependency_shows_a_coverage_gap_and_one_finding_fails_it() {
        TestRun clean = TestRun.ofSecurity(
                "1",
                T0,
                List.of(
                        new SecurityResult(SecurityCheck.SQL_INJECTION, 0),
                        new SecurityResult(SecurityCheck.XSS, 0),
                        new SecurityResult(SecurityCheck.AUTH_BYPASS, 0)));
        TestReport report = TestReport.of(List.of(clean));
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.gaps()).containsExactly(new Gap("checks", "no DEPENDENCY check: nobody looked for it"));

        TestRun found = TestRun.ofSecurity("2", T0, List.of(new SecurityResult(SecurityCheck.DEPENDENCY, 1)));
        assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(TestReport.of(List.of(named(clean, "scan"), found)).gaps()).isEmpty();
        assertThat(TestReport.of(List.of(named(clean, "scan"), found)).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    private static Outcome outcomeOf(Outcome... outcomes) {
        return TestReport.of(IntStream.range(0, outcomes.length)
                        .mapToObj(i -> named(TestRun.of("r" + i, T0, outcomes[i]), "suite " + i))
                        .toList())
                .outcome();
    }

    private static TestRun run(
            String id, TestLevel level, Outcome outcome, long passed, long failed, int afterMinutes) {
        Instant start = T0.plus(Duration.ofMinutes(afterMinutes));
        return new TestRun(
                ArtifactMetadata.of(id, start),
                Stage.TEST,
                level.name(),
                outcome,
                new TestRun.Counts(passed, failed, 1),
                start.plus(Duration.ofMinutes(5)),
                TestCoverage.of(level).withDigests(List.of("sha256:aa")));
    }

    private static TestRun tested(TestRun run, String digest) {
        return run.with(run.coverage().withDigests(List.of(digest)));
    }

    private static TestRun named(TestRun run, String subject) {
        return new TestRun(
                run.metadata(), run.stage(), subject, run.outcome(), run.counts(), run.finishedAt(), run.coverage());
    }
}
