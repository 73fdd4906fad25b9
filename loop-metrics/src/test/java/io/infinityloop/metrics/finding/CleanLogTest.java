package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A log without a fault gives no finding, and each fault that is planted gives its own finding and no other. */
class CleanLogTest {
    private static final Instant AS_OF = Log.at(CleanLog.HOURS);
    private static final Window WHOLE = new Window(Log.START, AS_OF);

    private static Findings examined(List<LoopEvent> events) {
        Derived derived = Linker.derive(Facts.of(events), AS_OF);
        Analysis analysis = Analysis.builder(AS_OF, ZoneOffset.UTC)
                .metric(DeploymentFrequency.calculator())
                .metric(ChangeFailureRate.calculator())
                .metric(ChangeLeadTime.calculator())
                .window(WHOLE)
                .windows(Window.weeks(WHOLE, ZoneOffset.UTC))
                .build();
        return Detection.builder(AS_OF, ZoneOffset.UTC)
                .detectors(DetectorRegistry.discover(DetectorRegistry.class.getClassLoader()))
                .without("finding.over-planning")
                .without("finding.poor-alert")
                .detector(PlanDetectors.overPlanning(Duration.ofDays(10)))
                .window(WHOLE)
                .build()
                .run(derived, analysis);
    }

    @Test
    @Tag("ANTI-43")
    void a_log_without_a_fault_gives_no_finding() {
        Findings findings = examined(CleanLog.events());
        assertThat(findings.all()).isEmpty();
        assertThat(findings.examinations())
                .extracting(Examination::result)
                .hasOnlyElementsOfType(Examination.Result.Looked.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @Tag("ANTI-43")
    void a_planted_fault_gives_exactly_its_finding(String detector, UnaryOperator<List<LoopEvent>> fault) {
        assertThat(examined(fault.apply(CleanLog.events())).all())
                .extracting(finding -> finding.detector().id())
                .containsExactly(detector);
    }

    @Test
    @Tag("ANTI-43")
    void each_detector_has_a_fault() {
        DetectorRegistry registry = DetectorRegistry.discover(DetectorRegistry.class.getClassLoader());
        TreeSet<String> ids = new TreeSet<>(faulty().keySet());
        assertThat(Stream.concat(
                        registry.detectors().stream().map(Detector::definition),
                        registry.scorecardDetectors().stream().map(ScorecardDetector::definition)))
                .extracting(DetectorDefinition::id)
                .allMatch(id -> ids.contains(id) || ELSEWHERE.contains(id));
    }

    /** Their faults need other metrics, or options, than those of this analysis; other tests plant them. */
    private static final List<String> ELSEWHERE = List.of(
            "finding.vanity-metric",
            "finding.release-pressure",
            "finding.automation-without-simplification",
            "finding.growing-approvals",
            "finding.poor-alert",
            "finding.tooling-programme");

    static Stream<Arguments> faults() {
        return faulty().entrySet().stream().map(fault -> Arguments.of(fault.getKey(), fault.getValue()));
    }

    private static Map<String, UnaryOperator<List<LoopEvent>>> faulty() {
        Map<String, UnaryOperator<List<LoopEvent>>> faults = new TreeMap<>();
        plan(faults);
        code(faults);
        delivery(faults);
        operation(faults);
        return faults;
    }

    private static void plan(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put(
                "finding.detailed-far-ahead",
                change(PlanItem.class, "P3", item -> labelled(item, Labels.DUE, "2026-12-24")));
        faults.put(
                "finding.planned-without-operations",
                change(PlanItem.class, "P3", item -> labelled(item, Labels.ROLES, "dev")));
        faults.put("finding.over-planning", plus(Log.started("M", 500), advanced("M", Stage.PLAN, 500, 764)));
        faults.put(
                "finding.unclear-plan-item",
                change(
                        PlanItem.class,
                        "P3",
                        item -> new PlanItem(
                                item.metadata(), item.title(), item.tasks(), List.of(), item.place(), item.brief())));
        faults.put(
                "finding.operations-left-out",
                change(
                        PlanItem.class,
                        "P3",
                        item -> new PlanItem(
                                item.metadata(),
                                item.title(),
                                item.tasks(),
                                item.acceptanceCriteria(),
                                item.place(),
                                PlanBrief.UNKNOWN)));
        faults.put("finding.requirement-changed-again", CleanLogTest::changedTwice);
    }

    private static List<LoopEvent> changedTwice(List<LoopEvent> events) {
        PlanItem first = PlanItem.builder("Q", at(301), "search")
                .acceptanceCriterion("0")
                .requirement(QualityRequirement.Kind.MONITORING, "seen")
                .build();
        return plus(
                        Log.started("M", 300),
                        Found.in("M", first),
                        advanced("M", Stage.MONITOR, 310, 312),
                        Found.in("M", again(first, 320)),
                        advanced("M", Stage.MONITOR, 330, 332),
                        Found.in("M", again(first, 340)),
                        new Retired(Log.metadata("M is over", 345), LoopId.of("M"), "done"))
                .apply(events);
    }

    private static PlanItem again(PlanItem item, double hours) {
        return new PlanItem(
                ArtifactMetadata.of(item.id(), at(hours)),
                item.title(),
                item.tasks(),
                List.of("at " + hours),
                PlanPlace.UNKNOWN,
                item.brief());
    }

    private static void code(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put(
                "finding.long-lived-branch",
                change(
                        Branch.class,
                        "b3",
                        branch -> new Branch(
                                ArtifactMetadata.of("b3", branch.at().minus(Duration.ofHours(43))),
                                "b3",
                                branch.mergedAt())));
        faults.put(
                "finding.unreviewed-merge",
                change(
                        PullRequest.class,
                        "pr3",
                        request -> new PullRequest(
                                request.metadata(),
                                request.title(),
                                request.status(),
                                request.closedAt(),
                                List.of(),
                                request.build(),
                                request.details())));
        faults.put(
                "finding.untracked-source",
                change(
                        BuildArtifact.class,
                        "a3",
                        made -> BuildArtifact.builder(made.metadata())
                                .packaging(made.packaging())
                                .name(made.name())
                                .version(made.version())
                                .digest(made.digest())
                                .sourceRevision("unknown")
                                .build()));
        faults.put(
                "finding.late-integration",
                events -> Stream.concat(
                                events.stream()
                                        .filter(event -> !(artifact(event) instanceof Branch branch)
                                                || branch.at().isBefore(at(CleanLog.HOURS - 760))),
                                IntStream.range(0, 12)
                                        .mapToObj(i -> recorded(new Branch(
                                                ArtifactMetadata.of("x" + i, at(CleanLog.HOURS - 40)), "x" + i, null))))
                        .toList());
    }

    private static void delivery(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
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
        faults.put("finding.untested-change", CleanLogTest::untested);
        faults.put("finding.late-security", CleanLogTest::secureLate);
        faults.put("finding.manual-release", byHand(Release.class, "r3"));
        faults.put("finding.large-release", CleanLogTest::large);
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

    private static void operation(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put(
                "finding.waiting-for-testers",
                change(
                        TestRun.class,
                        "e3",
                        run -> new TestRun(
                                new ArtifactMetadata(
                                        run.id(),
                                        run.at().plus(Duration.ofMinutes(40)),
                                        run.derivedFrom(),
                                        run.labels().with(Labels.BY_TEAM, "testers")),
                                run.stage(),
                                run.subject(),
                                run.outcome(),
                                run.counts(),
                                run.at().plus(Duration.ofMinutes(46)),
                                run.coverage())));
        faults.put(
                "finding.old-backup",
                plus(recorded(new CustomArtifact(
                        ArtifactMetadata.of("k", at(1_000)),
                        new ArtifactKind("backup", Stage.OPERATE),
                        new TreeMap<>()))));
        faults.put("finding.manual-scaling", byHand(ScalingAction.class, "scale3"));
        faults.put(
                "finding.no-telemetry",
                without(event -> artifact(event) instanceof Measurement
                        && event.at().isAfter(at(450))
                        && event.at().isBefore(at(480))));
        faults.put(
                "finding.alert-fatigue",
                events -> Stream.concat(
                                events.stream(),
                                IntStream.range(0, 15)
                                        .mapToObj(i -> recorded(AlertFiring.of("noise" + i, at(400 + i), "cpu"))))
                        .toList());
        faults.put(
                "finding.single-responder",
                events -> Stream.concat(events.stream(), IntStream.range(0, 10).mapToObj(CleanLogTest::incident))
                        .toList());
        faults.put(
                "finding.short-retention",
                plus(recorded(Measurement.of("young", at(2_300), "mail", new Reading.Log("INFO", "up")))));
        faults.put(
                "finding.unobserved-release",
                without(event -> (artifact(event) instanceof OperationRecord record
                                && record.id().equals("o3"))
                        || (artifact(event) instanceof Insight insight
                                && insight.id().equals("i3"))));
        faults.put("finding.devops-silo", CleanLogTest::silo);
        faults.put("finding.metric-without-action", without(event -> artifact(event) instanceof Insight));
    }

    private static Recorded incident(int i) {
        return labelledService(recorded(new Incident(
                ArtifactMetadata.of("inc" + i, at(120 + i * 168)),
                "",
                false,
                at(121 + i * 168),
                IncidentResponse.UNKNOWN.joined("k-7f3a", at(120.5 + i * 168)))));
    }

    private static List<LoopEvent> silo(List<LoopEvent> events) {
        return Stream.concat(events.stream(), Stream.of("A", "B", "C").flatMap(service -> service(service)))
                .toList();
    }

    /** A service that X deployed a moment ago, so that nobody else has had time to find anything. */
    private static Stream<LoopEvent> service(String service) {
        Deployment deployment = new Deployment(
                ArtifactMetadata.of("d" + service, at(CleanLog.HOURS - 14))
                        .with(Labels.of(Labels.SERVICE, service)
                                .with(Labels.BY_TEAM, "X")
                                .with(Labels.TEAM, "team " + service)),
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                at(CleanLog.HOURS - 13.9),
                DeploymentPlan.UNKNOWN,
                List.of(Verification.passed("smoke")));
        return Stream.of(recorded(deployment));
    }

    private static Recorded labelledService(Recorded event) {
        return Log.labelled(event, Labels.SERVICE, "shop");
    }

    private static PlanItem labelled(PlanItem item, String key, String value) {
        return item.toBuilder()
                .metadata(item.metadata().with(Labels.of(key, value)))
                .build();
    }

    private static Artifact artifact(LoopEvent event) {
        return event instanceof Recorded recorded ? recorded.artifact() : PlanItem.of("none", Log.START, "");
    }

    private static boolean named(LoopEvent event, String week) {
        return artifact(event) instanceof Release release && release.id().equals("r" + week);
    }

    private static UnaryOperator<List<LoopEvent>> plus(LoopEvent... more) {
        return events -> Stream.concat(events.stream(), Stream.of(more)).toList();
    }

    private static UnaryOperator<List<LoopEvent>> without(Predicate<LoopEvent> some) {
        return events -> events.stream().filter(some.negate()).toList();
    }

    private static <A extends Artifact> UnaryOperator<List<LoopEvent>> change(
            Class<A> type, String id, UnaryOperator<A> fault) {
        return events -> events.stream()
                .map(event -> event instanceof Recorded recorded
                                && type.isInstance(recorded.artifact())
                                && recorded.artifact().metadata().id().equals(id)
                        ? new Recorded(
                                recorded.metadata(), recorded.loop(), fault.apply(type.cast(recorded.artifact())))
                        : event)
                .toList();
    }

    private static UnaryOperator<List<LoopEvent>> byHand(Class<? extends Artifact> type, String... ids) {
        return events -> events.stream()
                .map(event -> event instanceof Recorded recorded
                                && type.isInstance(recorded.artifact())
                                && List.of(ids)
                                        .contains(recorded.artifact().metadata().id())
                        ? new Recorded(recorded.metadata().with(Trigger.MANUAL), recorded.loop(), recorded.artifact())
                        : event)
                .toList();
    }
}
