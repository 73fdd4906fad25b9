package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.started;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.BuildResult;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hundred days of one service as they should be: a change a week, each all the way round the loop, in small steps,
 * reviewed, tested, deployed in the morning, watched and learned from.
 */
final class CleanLog {
    static final int WEEKS = 14;
    static final double HOURS = 2_400;
    private static final double WEEK = 168;

    private final List<LoopEvent> events = new ArrayList<>();

    private CleanLog() {}

    static List<LoopEvent> events() {
        CleanLog log = new CleanLog();
        for (int week = 0; week < WEEKS; week++) {
            log.week(week, week * WEEK);
        }
        for (double hour = 0; hour < HOURS; hour += 6) {
            log.fact(Measurement.of(
                    "m" + hour, at(hour), "shop", new Reading.Metric("latency", new BigDecimal("120"), "ms")));
        }
        return List.copyOf(log.events);
    }

    private static ArtifactMetadata of(String id, double hours, String... lineage) {
        return ArtifactMetadata.of(id, at(hours))
                .derivedFrom(Stream.of(lineage).map(ArtifactRef::parse).toList());
    }

    private void week(int week, double from) {
        String loop = "L" + week;
        events.add(started(loop, from + 1));
        plan(loop, week, from);
        code(loop, week, from);
        build(loop, week, from);
        release(loop, week, from);
        run(loop, week, from);
        events.add(new Retired(EventMetadata.of(loop + " is over", "test", at(from + 111)), LoopId.of(loop), "done"));
    }

    private void plan(String loop, int week, double from) {
        PlanItem item = PlanItem.builder("P" + week, at(from + 2), "faster checkout")
                .task("measure")
                .priority(1)
                .acceptanceCriterion("pays in 2 s")
                .requirement(QualityRequirement.Kind.MONITORING, "the time is on the dashboard")
                .build();
        String due = at(from + 200).toString();
        in(
                loop,
                item.toBuilder()
                        .metadata(item.metadata()
                                .with(Labels.of(Labels.ROLES, "dev, ops").with(Labels.DUE, due)))
                        .build());
        events.add(advanced(loop, Stage.PLAN, from + 1, from + 4));
    }

    private void code(String loop, int week, double from) {
        List<String> parents = week == 0 ? List.of() : List.of("c" + (week - 1));
        in(loop, new Commit(of("c" + week, from + 15, "plan-item:P" + week), at(from + 15), "faster", parents));
        in(loop, new Branch(of("b" + week, from + 14), "b" + week, at(from + 20)));
        PullRequest opened = PullRequest.opened("pr" + week, at(from + 16), "faster")
                .with(Review.byOther(at(from + 18), Review.Verdict.APPROVED, "k-31"));
        in(
                loop,
                new PullRequest(
                        opened.metadata(),
                        opened.title(),
                        PullRequest.Status.MERGED,
                        at(from + 20),
                        opened.reviews(),
                        new BuildResult(ArtifactRef.of(Build.KIND, "b" + week), Outcome.PASSED),
                        ChangeDetails.UNKNOWN));
        events.add(advanced(loop, Stage.CODE, from + 4, from + 20));
    }

    private void build(String loop, int week, double from) {
        String revision = "c" + week;
        in(loop, new Build(of("b" + week, from + 20, "commit:" + revision), "ci", Outcome.PASSED, at(from + 20.1)));
        in(loop, tests("u" + week, TestLevel.UNIT, 100, from + 20.1, "build:b" + week));
        in(loop, tests("s" + week, TestLevel.SECURITY, 3, from + 20.2, "build:b" + week));
        in(
                loop,
                BuildArtifact.builder(of("a" + week, from + 20.3, "build:b" + week, "commit:" + revision))
                        .packaging(Packaging.OTHER)
                        .name("shop")
                        .version("1." + week)
                        .digest("sha256:" + week)
                        .sourceRevision(revision)
                        .build());
        events.add(advanced(loop, Stage.BUILD, from + 20, from + 21));
        in(loop, tests("e" + week, TestLevel.E2E, 5, from + 21, "build-artifact:a" + week));
        events.add(advanced(loop, Stage.TEST, from + 21, from + 22));
    }

    private static TestRun tests(String id, TestLevel level, int count, double from, String about) {
        return new TestRun(
                of(id, from, about),
                level.defaultStage(),
                level.name(),
                Outcome.PASSED,
                new TestRun.Counts(count, 0, 0),
                at(from + 0.1),
                TestCoverage.of(level).in(Environment.CI));
    }

    private void release(String loop, int week, double from) {
        Release release = new Release(of("r" + week, from + 22, "build-artifact:a" + week), "1." + week, "v1." + week)
                .with(Preparation.NONE.withRecovery(Recovery.fixForward()));
        in(loop, release);
        events.add(advanced(loop, Stage.RELEASE, from + 22, from + 33));
        in(
                loop,
                Deployment.start(of("d" + week, from + 34), release, Environment.PRODUCTION)
                        .succeeded(at(from + 34.2), Verification.passed("smoke")));
        events.add(advanced(loop, Stage.DEPLOY, from + 33, from + 35));
    }

    private void run(String loop, int week, double from) {
        fact(new AlertFiring(of("alert" + week, from + 40), "cpu", null, at(from + 40.1), at(from + 41)));
        fact(ScalingAction.of("scale" + week, at(from + 40.2), "shop", 2, 3));
        in(loop, new OperationRecord(of("o" + week, from + 59, "deployment:d" + week), "calm"));
        events.add(advanced(loop, Stage.OPERATE, from + 35, from + 60));
        in(
                loop,
                Insight.of("i" + week, at(from + 100), "we could deploy more often")
                        .proposing("deploy each day"));
        events.add(advanced(loop, Stage.MONITOR, from + 60, from + 110));
    }

    private void in(String loop, Artifact artifact) {
        Recorded fact = service(artifact);
        events.add(new Recorded(fact.metadata(), LoopId.of(loop), artifact));
    }

    private void fact(Artifact artifact) {
        events.add(service(artifact));
    }

    private static Recorded service(Artifact artifact) {
        Recorded event = recorded(artifact);
        EventMetadata metadata =
                event.metadata().with(Labels.of(Labels.SERVICE, "shop")).with(Trigger.AUTOMATED);
        return new Recorded(metadata, null, artifact);
    }
}
