package io.infinityloop.cli.sample;

import static io.infinityloop.cli.sample.WorkedQuarter.at;
import static io.infinityloop.cli.sample.WorkedQuarter.named;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
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
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was released, deployed, run and learned in the worked quarter. */
final class WorkedOperations {
    private static final Labels NONE = Labels.none();

    private final WorkedFacts quarter;

    WorkedOperations(WorkedFacts quarter) {
        this.quarter = quarter;
    }

    void all() {
        releases();
        deployments();
        incidents();
        telemetry();
        learning();
        surroundings();
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
        quarter.fact(
                release, at(at), "", Trigger.AUTOMATED, planned.isEmpty() ? labels : labels.with("planned", planned));
    }

    private void approval(String id, String asked, String granted, String release) {
        quarter.fact(
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
        quarter.fact(deployment, end, loop, Trigger.AUTOMATED, NONE);
    }

    private void exposure(String id, String at, int percent) {
        quarter.fact(Exposure.of(id, at(at), "cards", Share.ofPercent(percent)), at(at), "", Trigger.MANUAL, NONE);
    }

    /** INC-1 comes from d2 and is over when the hotfix runs, INC-2 from nothing that anybody deployed. */
    private void incidents() {
        Incident first = new Incident(
                        named("INC-1", "05-11 07:00", "deployment:d2"), "cards are declined", true, at("05-11 15:20"))
                .with(IncidentResponse.UNKNOWN
                        .fired(at("05-11 07:05"))
                        .paged(at("05-11 07:06"))
                        .acknowledged(at("05-11 07:10")));
        quarter.fact(first, at("05-11 15:20"), "", Trigger.AUTOMATED, NONE);
        PostMortem learned = new PostMortem(
                List.of("the limit was set for a quiet day"),
                List.of("limits go stale"),
                List.of(
                        new PostMortem.Action("alert at half the limit", "TILL-A"),
                        new PostMortem.Action("review all limits", "")));
        quarter.fact(first.with(first.response().with(learned)), at("05-12 10:00"), "", Trigger.MANUAL, NONE);
        PlanItem action = PlanItem.of("TILL-A", at("05-12 10:00"), "alert at half the limit");
        quarter.fact(action, at("05-12 10:00"), "", Trigger.MANUAL, NONE);
        quarter.fact(
                action.toBuilder().status(PlanPlace.Status.CLOSED).build(),
                at("06-10 10:00"),
                "",
                Trigger.MANUAL,
                NONE);
        Incident second = new Incident(
                        ArtifactMetadata.of("INC-2", at("06-15 09:00")), "the till is slow", true, at("06-15 10:40"))
                .with(IncidentResponse.UNKNOWN
                        .fired(at("06-15 09:03"))
                        .paged(at("06-15 09:05"))
                        .acknowledged(at("06-15 09:11")));
        quarter.fact(second, at("06-15 10:40"), "", Trigger.AUTOMATED, NONE);
        page("al-1", "05-11 07:05", "OPS");
        page("al-2", "06-15 09:03", "DEV");
        quarter.fact(
                ScalingAction.of("sc-1", at("06-15 09:30"), "till", 3, 5), at("06-15 09:30"), "", Trigger.MANUAL, NONE);
    }

    private void page(String id, String at, String role) {
        Labels told = Labels.of(Labels.CHANNEL, "PAGE").with(Labels.ROLE, role);
        quarter.fact(AlertFiring.of(id, at(at), "errors"), at(at), "", Trigger.AUTOMATED, told);
    }

    private void telemetry() {
        quarter.number("n-1", "04-30 00:00", "requests", "1000000", "");
        quarter.number("n-2", "04-30 00:00", "errors", "400", "");
        for (int i = 1; i <= 20; i++) {
            quarter.number("l-" + i, "04-30 00:00", "latency", String.valueOf(20 * i), "ms");
        }
        quarter.number("n-3", "04-30 00:00", "cpu", "45", "%");
        quarter.number("n-4", "04-30 00:00", "disk", "91", "%");
        resource("n-5", "queue", "3");
        resource("n-6", "errors", "1");
        for (int i = 1; i <= 4; i++) {
            Duration took = Duration.ofMillis(i < 4 ? 400 : 600);
            Reading step = new Reading.Trace("t" + i, "s", "", "pay", took);
            quarter.fact(new Measurement(ArtifactMetadata.of("t-" + i, at("04-30 00:00")), step));
        }
    }

    /** What else is looked at: how much of the code is tested, who uses a feature, what is put off. */
    private void surroundings() {
        quarter.number("cov-1", "05-01 00:00", "code coverage", "70", "%");
        quarter.number("cov-2", "06-01 00:00", "code coverage", "75", "%");
        quarter.number("use-1", "05-01 00:00", "users exposed", "200", "", Labels.of("flag", "cards"));
        quarter.number("use-2", "05-01 00:00", "users using", "50", "", Labels.of("flag", "cards"));
        debt("DEBT-1", "05-02 08:00", "code", "");
        debt("DEBT-2", "05-03 08:00", "tests", "06-03 08:00");
        debt("DEBT-3", "05-04 08:00", "pipelines", "");
    }

    private void debt(String id, String opened, String area, String closed) {
        PlanItem item = PlanItem.of(id, at(opened), "put off");
        Labels labels = Labels.of("debt", area);
        quarter.fact(item, at(opened), "", Trigger.MANUAL, labels);
        if (!closed.isEmpty()) {
            PlanItem done = item.toBuilder().status(PlanPlace.Status.CLOSED).build();
            quarter.fact(done, at(closed), "", Trigger.MANUAL, labels);
        }
    }

    private void resource(String id, String name, String value) {
        Reading reading = new Reading.Metric(name, new BigDecimal(value), "");
        Measurement measured = new Measurement(ArtifactMetadata.of(id, at("04-30 00:00")), reading);
        quarter.fact(measured, measured.at(), "", Trigger.AUTOMATED, Labels.of("resource", "cpu"));
    }

    /**
     * A user says something in May. What was learned from TILL-1 has a goal in TILL-2, but TILL-1 has no later cycle
     * that could have measured whether it helped: the insight stays open.
     */
    private void learning() {
        Feedback said = Feedback.fromUsers("f-1", at("05-20 08:00"), "receipts are slow");
        quarter.fact(said.received(at("05-25 08:00")), at("05-25 08:00"), "", Trigger.MANUAL, NONE);
        Feedback noticed = Feedback.signal("f-2", at("05-12 16:00"), Stage.MONITOR, Stage.PLAN, "p95 rises");
        quarter.fact(noticed.received(at("05-12 16:01")), at("05-12 16:01"), "", Trigger.AUTOMATED, NONE);
        Insight insight = Insight.of("in-1", at("04-08 13:00"), "paying takes too long");
        quarter.fact(insight, at("04-08 13:00"), "TILL-1", Trigger.MANUAL, NONE);
        OutcomeGoal goal = new OutcomeGoal("p95", new BigDecimal("800"), new BigDecimal("500"), "ms");
        PlanItem plan = PlanItem.builder("TILL-2", at("05-04 08:00"), "work 2")
                .metadata(named("TILL-2", "05-04 08:00", "insight:in-1"))
                .goal(goal)
                .build();
        quarter.fact(plan, at("05-04 09:00"), "TILL-2", Trigger.MANUAL, NONE);
        Reading p95 = new Reading.Metric("p95", new BigDecimal("480"), "ms");
        quarter.fact(
                new Measurement(ArtifactMetadata.of("m-p95", at("05-13 10:00")), p95),
                at("05-13 10:00"),
                "TILL-2",
                Trigger.AUTOMATED,
                NONE);
    }
}
