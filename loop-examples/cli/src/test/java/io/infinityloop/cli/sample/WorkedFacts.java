package io.infinityloop.cli.sample;

import static io.infinityloop.cli.sample.WorkedQuarter.at;
import static io.infinityloop.cli.sample.WorkedQuarter.named;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was recorded in the worked quarter. */
final class WorkedFacts {
    private static final Labels NONE = Labels.none();

    private final List<Fact> facts = new ArrayList<>();

    private WorkedFacts() {}

    /** An artifact as it was told of. */
    record Fact(
            Artifact artifact,
            int version,
            Instant told,
            @Nullable LoopId loop,
            Trigger trigger,
            Labels labels) {}

    static List<Fact> all() {
        WorkedFacts quarter = new WorkedFacts();
        quarter.plans();
        quarter.commits();
        quarter.pullRequests();
        quarter.builds();
        quarter.tests();
        quarter.releases();
        quarter.deployments();
        quarter.incidents();
        quarter.telemetry();
        quarter.learning();
        quarter.surroundings();
        return quarter.facts;
    }

    private void fact(Artifact artifact) {
        fact(artifact, artifact.at(), "", Trigger.AUTOMATED, NONE);
    }

    private void fact(Artifact artifact, Instant told, String loop, Trigger trigger, Labels labels) {
        int version = (int) facts.stream()
                        .filter(fact -> fact.artifact().ref().equals(artifact.ref()))
                        .count()
                + 1;
        facts.add(new Fact(artifact, version, told, loop.isEmpty() ? null : LoopId.of(loop), trigger, labels));
    }

    private void plans() {
        for (int i = 1; i <= 4; i++) {
            String at = List.of("04-01 08:00", "05-04 08:00", "05-11 08:00", "06-22 08:00")
                    .get(i - 1);
            fact(PlanItem.of("TILL-" + i, at(at), "work " + i), at(at), "TILL-" + i, Trigger.MANUAL, NONE);
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
        fact(new Commit(ArtifactMetadata.of(hash, at(at)), at(at), "a change", List.of(parents)).with(details));
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
        fact(branch, at(merged.isEmpty() ? began : merged), "", Trigger.MANUAL, NONE);
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
        fact(request, at(merged), "", Trigger.MANUAL, NONE);
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
        fact(build, end, loop, Trigger.AUTOMATED, labels);
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
        fact(byHand, at("05-08 13:30"), "", Trigger.MANUAL, NONE);
        TestRun load = run("p-1", "load", TestLevel.PERFORMANCE, "b-3", "05-08 14:10", 10, 0, 0, 0);
        fact(load, at("05-08 14:20"), "", Trigger.AUTOMATED, NONE);
        for (String[] number : new String[][] {
            {"latency p95", "499", "ms"}, {"error rate", "0.09", "%"}, {"request rate", "1000", "/s"}
        }) {
            Reading reading = new Reading.Metric(number[0], new BigDecimal(number[1]), number[2]);
            fact(new Measurement(named("p-1 " + number[0], "05-08 14:20", "test-run:p-1"), reading));
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
        fact(run, at(at).plus(Duration.ofMinutes(minutes)), loop, Trigger.AUTOMATED, labels);
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

    private void releases() {
        release("r1", "1.0.0", "04-05 13:00", "other", "2026-04-05", "commit:c1", "commit:c2");
        release("r2", "1.1.0", "05-10 14:00", "other", "2026-05-08", "commit:c3", "commit:c4");
        release("r3", "1.1.1", "05-11 15:00", "fix", "", "commit:c5");
        approval("a1", "04-05 09:00", "04-05 13:00", "release:r1");
        approval("a2", "05-10 12:00", "05-10 14:00", "release:r2");
    }

    private void release(String id, String version, String at, String intent, String planned, String... commits) {
        Labels labels = Labels.of(Labels.INTENT, intent);
        Release release =
                Release.of(id, at(at), version, named("x", at, commits).derivedFrom());
        fact(release, at(at), "", Trigger.AUTOMATED, planned.isEmpty() ? labels : labels.with("planned", planned));
    }

    private void approval(String id, String asked, String granted, String release) {
        fact(
                Approval.asked(named(id, asked, release), "product owner").granted(at(granted)),
                at(granted),
                "",
                Trigger.MANUAL,
                NONE);
    }

    private void deployments() {
        deployment("s1", Environment.STAGING, DeploymentPurpose.DELIVERY, "04-05 13:05", 10, true, "", "release:r1");
        Environment production = Environment.PRODUCTION;
        deployment("d1", production, DeploymentPurpose.DELIVERY, "04-05 13:20", 20, true, "TILL-1", "release:r1");
        deployment("d2", production, DeploymentPurpose.DELIVERY, "05-10 14:30", 30, true, "TILL-2", "release:r2");
        deployment(
                "d3",
                production,
                DeploymentPurpose.HOTFIX,
                "05-11 15:10",
                10,
                true,
                "TILL-3",
                "release:r3",
                "incident:INC-1");
        deployment("d4", production, DeploymentPurpose.DELIVERY, "06-02 10:00", 5, false, "", "release:r3");
        exposure("e1", "04-06 10:00", 5);
        exposure("e2", "04-07 10:00", 25);
        exposure("e3", "04-08 10:00", 0);
    }

    private void deployment(
            String id,
            Environment environment,
            DeploymentPurpose purpose,
            String at,
            int minutes,
            boolean succeeds,
            String loop,
            String... lineage) {
        Instant end = at(at).plus(Duration.ofMinutes(minutes));
        Deployment deployment = new Deployment(
                named(id, at, lineage),
                environment,
                succeeds ? DeploymentStatus.SUCCEEDED : DeploymentStatus.FAILED,
                end,
                DeploymentPlan.UNKNOWN.withPurpose(purpose),
                succeeds ? List.of(Verification.passed("smoke test")) : List.of());
        fact(deployment, end, loop, Trigger.AUTOMATED, NONE);
    }

    private void exposure(String id, String at, int percent) {
        fact(Exposure.of(id, at(at), "cards", Share.ofPercent(percent)), at(at), "", Trigger.MANUAL, NONE);
    }

    /** INC-1 comes from d2 and is over when the hotfix runs, INC-2 from nothing that anybody deployed. */
    private void incidents() {
        Incident first = new Incident(
                        named("INC-1", "05-11 07:00", "deployment:d2"), "cards are declined", true, at("05-11 15:20"))
                .with(IncidentResponse.UNKNOWN
                        .fired(at("05-11 07:05"))
                        .paged(at("05-11 07:06"))
                        .acknowledged(at("05-11 07:10")));
        fact(first, at("05-11 15:20"), "", Trigger.AUTOMATED, NONE);
        PostMortem learned = new PostMortem(
                List.of("the limit was set for a quiet day"),
                List.of("limits go stale"),
                List.of(
                        new PostMortem.Action("alert at half the limit", "TILL-A"),
                        new PostMortem.Action("review all limits", "")));
        fact(first.with(first.response().with(learned)), at("05-12 10:00"), "", Trigger.MANUAL, NONE);
        PlanItem action = PlanItem.of("TILL-A", at("05-12 10:00"), "alert at half the limit");
        fact(action, at("05-12 10:00"), "", Trigger.MANUAL, NONE);
        fact(action.toBuilder().status(PlanPlace.Status.CLOSED).build(), at("06-10 10:00"), "", Trigger.MANUAL, NONE);
        Incident second = new Incident(
                        ArtifactMetadata.of("INC-2", at("06-15 09:00")), "the till is slow", true, at("06-15 10:40"))
                .with(IncidentResponse.UNKNOWN
                        .fired(at("06-15 09:03"))
                        .paged(at("06-15 09:05"))
                        .acknowledged(at("06-15 09:11")));
        fact(second, at("06-15 10:40"), "", Trigger.AUTOMATED, NONE);
        page("al-1", "05-11 07:05", "OPS");
        page("al-2", "06-15 09:03", "DEV");
        fact(ScalingAction.of("sc-1", at("06-15 09:30"), "till", 3, 5), at("06-15 09:30"), "", Trigger.MANUAL, NONE);
    }

    private void page(String id, String at, String role) {
        Labels told = Labels.of(Labels.CHANNEL, "PAGE").with(Labels.ROLE, role);
        fact(AlertFiring.of(id, at(at), "errors"), at(at), "", Trigger.AUTOMATED, told);
    }

    private void telemetry() {
        number("n-1", "04-30 00:00", "requests", "1000000", "");
        number("n-2", "04-30 00:00", "errors", "400", "");
        for (int i = 1; i <= 20; i++) {
            number("l-" + i, "04-30 00:00", "latency", String.valueOf(20 * i), "ms");
        }
        number("n-3", "04-30 00:00", "cpu", "45", "%");
        number("n-4", "04-30 00:00", "disk", "91", "%");
        resource("n-5", "queue", "3");
        resource("n-6", "errors", "1");
        for (int i = 1; i <= 4; i++) {
            Duration took = Duration.ofMillis(i < 4 ? 400 : 600);
            Reading step = new Reading.Trace("t" + i, "s", "", "pay", took);
            fact(new Measurement(ArtifactMetadata.of("t-" + i, at("04-30 00:00")), step));
        }
    }

    private void number(String id, String at, String name, String value, String unit) {
        number(id, at, name, value, unit, NONE);
    }

    private void number(String id, String at, String name, String value, String unit, Labels labels) {
        Reading reading = new Reading.Metric(name, new BigDecimal(value), unit);
        Measurement measured = new Measurement(ArtifactMetadata.of(id, at(at)), reading);
        fact(measured, measured.at(), "", Trigger.AUTOMATED, labels);
    }

    /** What else is looked at: how much of the code is tested, who uses a feature, what is put off. */
    private void surroundings() {
        number("cov-1", "05-01 00:00", "code coverage", "70", "%");
        number("cov-2", "06-01 00:00", "code coverage", "75", "%");
        number("use-1", "05-01 00:00", "users exposed", "200", "", Labels.of("flag", "cards"));
        number("use-2", "05-01 00:00", "users using", "50", "", Labels.of("flag", "cards"));
        debt("DEBT-1", "05-02 08:00", "code", "");
        debt("DEBT-2", "05-03 08:00", "tests", "06-03 08:00");
        debt("DEBT-3", "05-04 08:00", "pipelines", "");
    }

    private void debt(String id, String opened, String area, String closed) {
        PlanItem item = PlanItem.of(id, at(opened), "put off");
        Labels labels = Labels.of("debt", area);
        fact(item, at(opened), "", Trigger.MANUAL, labels);
        if (!closed.isEmpty()) {
            PlanItem done = item.toBuilder().status(PlanPlace.Status.CLOSED).build();
            fact(done, at(closed), "", Trigger.MANUAL, labels);
        }
    }

    private void resource(String id, String name, String value) {
        Reading reading = new Reading.Metric(name, new BigDecimal(value), "");
        Measurement measured = new Measurement(ArtifactMetadata.of(id, at("04-30 00:00")), reading);
        fact(measured, measured.at(), "", Trigger.AUTOMATED, Labels.of("resource", "cpu"));
    }

    /**
     * A user says something in May. What was learned from TILL-1 has a goal in TILL-2, but TILL-1 has no later cycle
     * that could have measured whether it helped: the insight stays open.
     */
    private void learning() {
        Feedback said = Feedback.fromUsers("f-1", at("05-20 08:00"), "receipts are slow");
        fact(said.received(at("05-25 08:00")), at("05-25 08:00"), "", Trigger.MANUAL, NONE);
        Feedback noticed = Feedback.signal("f-2", at("05-12 16:00"), Stage.MONITOR, Stage.PLAN, "p95 rises");
        fact(noticed.received(at("05-12 16:01")), at("05-12 16:01"), "", Trigger.AUTOMATED, NONE);
        Insight insight = Insight.of("in-1", at("04-08 13:00"), "paying takes too long");
        fact(insight, at("04-08 13:00"), "TILL-1", Trigger.MANUAL, NONE);
        OutcomeGoal goal = new OutcomeGoal("p95", new BigDecimal("800"), new BigDecimal("500"), "ms");
        PlanItem plan = PlanItem.builder("TILL-2", at("05-04 08:00"), "work 2")
                .metadata(named("TILL-2", "05-04 08:00", "insight:in-1"))
                .goal(goal)
                .build();
        fact(plan, at("05-04 09:00"), "TILL-2", Trigger.MANUAL, NONE);
        Reading p95 = new Reading.Metric("p95", new BigDecimal("480"), "ms");
        fact(
                new Measurement(ArtifactMetadata.of("m-p95", at("05-13 10:00")), p95),
                at("05-13 10:00"),
                "TILL-2",
                Trigger.AUTOMATED,
                NONE);
    }
}
