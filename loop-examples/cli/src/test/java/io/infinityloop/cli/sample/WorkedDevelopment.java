package io.infinityloop.cli.sample;

import static io.infinityloop.cli.sample.WorkedQuarter.at;
import static io.infinityloop.cli.sample.WorkedQuarter.named;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was planned, written, built and tested in the worked quarter. */
final class WorkedDevelopment {
    private static final Labels NONE = Labels.none();

    private final WorkedFacts quarter;

    WorkedDevelopment(WorkedFacts quarter) {
        this.quarter = quarter;
    }

    void all() {
        plans();
        commits();
        pullRequests();
        builds();
        tests();
    }

    private void plans() {
        for (int i = 1; i <= 4; i++) {
            String at = List.of("04-01 08:00", "05-04 08:00", "05-11 08:00", "06-22 08:00")
                    .get(i - 1);
            quarter.fact(PlanItem.of("TILL-" + i, at(at), "work " + i), at(at), "TILL-" + i, Trigger.MANUAL, NONE);
        }
    }

    /** Two commits of TILL-1, two of TILL-2, one of each other. Three of the six change tests too. */
    private void commits() {
        commit("c1", "04-03 14:00", 10, true);
        commit("c2", "04-04 06:00", 20, false, "c1");
        commit("c3", "05-06 20:00", 30, true, "c2");
        commit("c4", "05-08 06:00", 15, true, "c3");
        commit("c5", "05-11 10:00", 5, false, "c4");
        commit("c6", "06-25 12:00", 40, false, "c5");
    }

    private void commit(String hash, String at, long lines, boolean tests, String... parents) {
        List<AssetKind> assets = tests ? List.of(AssetKind.CODE, AssetKind.TEST) : List.of(AssetKind.CODE);
        ChangeDetails details = ChangeDetails.UNKNOWN.withLines(lines, 0).withAssets(assets);
        quarter.fact(new Commit(ArtifactMetadata.of(hash, at(at)), at(at), "a change", List.of(parents)).with(details));
    }

    private void pullRequests() {
        branch("b1", "04-02 08:00", "04-04 07:00");
        branch("b2", "05-06 08:00", "05-08 07:00");
        branch("b3", "05-11 09:30", "05-11 10:30");
        branch("b4", "06-23 08:00", "");
        Review.Verdict approved = Review.Verdict.APPROVED;
        pullRequest("pr1", "b1", "04-03 15:00", "04-04 07:00", Review.byOther(at("04-04 03:00"), approved, "dev"));
        pullRequest("pr2", "b2", "05-06 21:00", "05-08 07:00", Review.byOther(at("05-07 03:00"), approved, "dev"));
        pullRequest("pr3", "b3", "05-11 10:00", "05-11 10:30", Review.byAuthor(at("05-11 10:20"), approved));
    }

    private void branch(String name, String began, String merged) {
        Branch branch = new Branch(ArtifactMetadata.of(name, at(began)), name, merged.isEmpty() ? null : at(merged));
        quarter.fact(branch, at(merged.isEmpty() ? began : merged), "", Trigger.MANUAL, NONE);
    }

    private void pullRequest(String id, String branch, String opened, String merged, Review review) {
        PullRequest request = new PullRequest(
                ArtifactMetadata.of(id, at(opened)),
                "a change",
                PullRequest.Status.MERGED,
                at(merged),
                List.of(review),
                null,
                ChangeDetails.UNKNOWN.withBranch(branch));
        quarter.fact(request, at(merged), "", Trigger.MANUAL, NONE);
    }

    /** Three pass, one fails, one is cancelled; the first waited two minutes for a machine. */
    private void builds() {
        build(
                "b-1",
                "c2",
                "04-04 08:00",
                6,
                Outcome.PASSED,
                "TILL-1",
                Labels.of(Labels.QUEUED, "2026-04-04T07:58:00Z"));
        build("b-2", "c3", "05-07 08:00", 4, Outcome.FAILED, "TILL-2", NONE);
        build("b-3", "c4", "05-08 08:00", 8, Outcome.PASSED, "TILL-2", NONE);
        build("b-4", "c5", "05-11 11:00", 6, Outcome.PASSED, "TILL-3", NONE);
        build("b-5", "c6", "06-25 13:00", 3, Outcome.CANCELLED, "", NONE);
    }

    private void build(String id, String commit, String at, int minutes, Outcome outcome, String loop, Labels labels) {
        Instant end = at(at).plus(Duration.ofMinutes(minutes));
        Build build = new Build(named(id, at, "commit:" + commit), "till", outcome, end);
        quarter.fact(build, end, loop, Trigger.AUTOMATED, labels);
    }

    private void tests() {
        Labels environment = Labels.of(Labels.CAUSE, "environment");
        test("u-1", "unit", TestLevel.UNIT, "b-1", "04-04 08:02", 3, 98, 0, 2, "TILL-1", NONE);
        test("i-1", "integration", TestLevel.INTEGRATION, "b-1", "04-04 09:00", 180, 20, 0, 0, "TILL-1", NONE);
        test("u-2", "unit", TestLevel.UNIT, "b-2", "05-07 08:01", 2, 97, 1, 2, "TILL-2", NONE);
        test("i-2", "integration", TestLevel.INTEGRATION, "b-2", "05-07 09:00", 120, 18, 2, 0, "TILL-2", environment);
        test("i-3", "integration", TestLevel.INTEGRATION, "b-3", "05-08 09:00", 180, 20, 0, 0, "TILL-2", NONE);
        test("i-4", "integration", TestLevel.INTEGRATION, "b-4", "05-11 12:00", 60, 20, 0, 0, "TILL-3", NONE);
        // one test that fails and passes on the same commit
        test("l-1", "login", TestLevel.E2E, "b-3", "05-08 12:10", 1, 0, 1, 0, "", NONE);
        test("l-2", "login", TestLevel.E2E, "b-3", "05-08 12:20", 1, 1, 0, 0, "", NONE);
        TestRun byHand = run("m-1", "tour", TestLevel.UI, "b-3", "05-08 12:30", 60, 5, 0, 0);
        quarter.fact(byHand, at("05-08 13:30"), "", Trigger.MANUAL, NONE);
        TestRun load = run("p-1", "load", TestLevel.PERFORMANCE, "b-3", "05-08 14:10", 10, 0, 0, 0);
        quarter.fact(load, at("05-08 14:20"), "", Trigger.AUTOMATED, NONE);
        for (String[] number : new String[][] {
            {"latency p95", "499", "ms"}, {"error rate", "0.09", "%"}, {"request rate", "1000", "/s"}
        }) {
            Reading reading = new Reading.Metric(number[0], new BigDecimal(number[1]), number[2]);
            quarter.fact(new Measurement(named("p-1 " + number[0], "05-08 14:20", "test-run:p-1"), reading));
        }
    }

    private void test(
            String id,
            String subject,
            TestLevel level,
            String build,
            String at,
            int minutes,
            long passed,
            long failed,
            long skipped,
            String loop,
            Labels labels) {
        TestRun run = run(id, subject, level, build, at, minutes, passed, failed, skipped);
        quarter.fact(run, at(at).plus(Duration.ofMinutes(minutes)), loop, Trigger.AUTOMATED, labels);
    }

    private static TestRun run(
            String id,
            String subject,
            TestLevel level,
            String build,
            String at,
            int minutes,
            long passed,
            long failed,
            long skipped) {
        return new TestRun(
                named(id, at, "build:" + build),
                level == TestLevel.UNIT ? Stage.BUILD : Stage.TEST,
                subject,
                WorkedQuarter.passed(failed == 0),
                new TestRun.Counts(passed, failed, skipped),
                at(at).plus(Duration.ofMinutes(minutes)),
                TestCoverage.of(level));
    }
}
