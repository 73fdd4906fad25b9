package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Faults.artifact;
import static io.infinityloop.metrics.finding.Faults.byHand;
import static io.infinityloop.metrics.finding.Faults.change;
import static io.infinityloop.metrics.finding.Faults.labelledService;
import static io.infinityloop.metrics.finding.Faults.plus;
import static io.infinityloop.metrics.finding.Faults.without;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fault for each detector of BUILD, TEST, RELEASE and DEPLOY. */
final class DeliveryFaults {
    private DeliveryFaults() {}

    static void delivery(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put("finding.manual-build", byHand(Build.class, "b3"));
        faults.put(
                "finding.slow-build",
                change(
                        Build.class,
                        "b3",
                        build -> new Build(
                                build.metadata(),
                                build.subject(),
                                build.outcome(),
                                build.at().plus(Duration.ofMinutes(30)))));
        faults.put(
                "finding.build-in-production",
                change(
                        Build.class,
                        "b3",
                        build -> new Build(
                                build.metadata().with(Labels.of(Labels.ENVIRONMENT, "PRODUCTION")),
                                build.subject(),
                                build.outcome(),
                                build.finishedAt())));
        faults.put(
                "finding.build-without-tests",
                plus(labelledService(Found.automated(recorded(Build.of("z", at(400), Outcome.PASSED))))));
        faults.put("finding.manual-tests-only", byHand(TestRun.class, "u3", "s3", "e3"));
        faults.put(
                "finding.slow-end-to-end-tests",
                change(
                        TestRun.class,
                        "e3",
                        run -> new TestRun(
                                run.metadata(),
                                run.stage(),
                                run.subject(),
                                run.outcome(),
                                run.counts(),
                                run.at().plus(Duration.ofMinutes(40)),
                                run.coverage())));
        faults.put(
                "finding.local-ci-difference",
                plus(ran("x", 400, Environment.LOCAL, Outcome.PASSED), ran("y", 401, Environment.CI, Outcome.FAILED)));
        faults.put("finding.untested-change", DeliveryFaults::untested);
        faults.put("finding.late-security", DeliveryFaults::secureLate);
        faults.put("finding.manual-release", byHand(Release.class, "r3"));
        faults.put("finding.large-release", DeliveryFaults::large);
        faults.put(
                "finding.infrequent-release",
                without(event -> named(event, "4") || named(event, "5") || named(event, "6") || named(event, "7")));
        faults.put("finding.manual-deployment", byHand(Deployment.class, "d3"));
        faults.put(
                "finding.no-recovery-path",
                events -> change(
                                Deployment.class,
                                "d3",
                                deployment -> new Deployment(
                                        deployment.metadata(),
                                        deployment.environment(),
                                        deployment.status(),
                                        deployment.finishedAt(),
                                        DeploymentPlan.UNKNOWN,
                                        deployment.verifications()))
                        .apply(change(
                                        Release.class,
                                        "r3",
                                        release -> new Release(release.metadata(), release.version(), release.tag()))
                                .apply(events)));
        faults.put(
                "finding.deployment-outside-window",
                change(
                        Deployment.class,
                        "d3",
                        deployment -> new Deployment(
                                new ArtifactMetadata(
                                        deployment.id(),
                                        deployment.at().minus(Duration.ofMinutes(65)),
                                        deployment.derivedFrom(),
                                        deployment.labels()),
                                deployment.environment(),
                                deployment.status(),
                                deployment.finishedAt(),
                                deployment.plan(),
                                deployment.verifications())));
        faults.put(
                "finding.unverified-deployment",
                change(
                        Deployment.class,
                        "d3",
                        deployment -> new Deployment(
                                deployment.metadata(),
                                deployment.environment(),
                                deployment.status(),
                                deployment.finishedAt(),
                                deployment.plan(),
                                List.of(Verification.UNREPORTED))));
    }

    private static Recorded ran(String id, double hours, Environment environment, Outcome outcome) {
        return recorded(new TestRun(
                ArtifactMetadata.of(id, at(hours)).derivedFrom(List.of(ArtifactRef.of(Commit.KIND, "elsewhere"))),
                Stage.TEST,
                "checkout",
                outcome,
                TestRun.Counts.NONE,
                null,
                TestCoverage.UNKNOWN.in(environment)));
    }

    /** Another loop, without tests, and without anything that other detectors look at. */
    private static List<LoopEvent> untested(List<LoopEvent> events) {
        return plus(advanced("M", Stage.TEST, 500, 501)).apply(events);
    }

    private static List<LoopEvent> secureLate(List<LoopEvent> events) {
        TestRun late = TestRun.of("late", at(502), TestLevel.SECURITY, Outcome.PASSED);
        TestRun early =
                TestRun.of("early", at(500.5), TestLevel.UNIT, Outcome.PASSED).with(TestCoverage.of(TestLevel.UNIT));
        return plus(Found.in("M", early), advanced("M", Stage.TEST, 500, 501), Found.in("M", late))
                .apply(events);
    }

    private static List<LoopEvent> large(List<LoopEvent> events) {
        Stream<LoopEvent> commits = IntStream.range(0, 51)
                .mapToObj(i -> recorded(new Commit(
                        ArtifactMetadata.of("y" + i, at(519)),
                        at(519),
                        "",
                        i == 0 ? List.of() : List.of("y" + (i - 1)))));
        return Stream.concat(
                        commits,
                        change(
                                Commit.class,
                                "c3",
                                commit -> new Commit(commit.metadata(), commit.authoredAt(), "", List.of("c2", "y50")))
                                .apply(events)
                                .stream())
                .toList();
    }

    private static boolean named(LoopEvent event, String week) {
        return artifact(event) instanceof Release release && release.id().equals("r" + week);
    }
}
