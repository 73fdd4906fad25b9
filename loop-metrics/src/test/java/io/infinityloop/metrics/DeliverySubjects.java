package io.infinityloop.metrics;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.ApprovalWait;
import io.infinityloop.metrics.link.Attempt;
import io.infinityloop.metrics.link.BranchHealth;
import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.metrics.link.DebtItem;
import io.infinityloop.metrics.link.ExposureRun;
import io.infinityloop.metrics.link.Integrated;
import io.infinityloop.metrics.link.LoadTested;
import io.infinityloop.metrics.link.PullRequestLife;
import io.infinityloop.metrics.link.RedSpan;
import io.infinityloop.metrics.link.Revision;
import io.infinityloop.metrics.link.StepTaken;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.metrics.link.TestRan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Subjects of building, testing, reviewing and releasing, with any combination of fields. */
final class DeliverySubjects {
    private static final Arbitrary<Instant> INSTANTS =
            Arbitraries.integers().between(0, 400).map(Log::at);
    private static final Arbitrary<Labels> LABELS = Arbitraries.of(
            Labels.none(),
            Labels.of(Labels.SERVICE, "shop"),
            Labels.of(Labels.TEAM, "blue").with(Labels.CAUSE, "environment"),
            Labels.of(Labels.ENVIRONMENT, "runner-7"));
    private static final Arbitrary<List<EventKey>> EVIDENCE =
            Arbitraries.integers().between(0, 99).map(i -> List.of(new EventKey("test", "e" + i)));
    private static final Arbitrary<Attempt> ATTEMPTS =
            Arbitraries.of(Attempt.NONE, Attempt.ONLY, new Attempt(1, false), new Attempt(2, true));
    private static final Arbitrary<List<String>> REVISIONS = Arbitraries.of(List.of(), List.of("c1"), List.of("c2"));
    private static final Arbitrary<String> BRANCHES = Arbitraries.of("", "main", "feature");

    private DeliverySubjects() {}

    static Arbitrary<Subject> all() {
        return Arbitraries.oneOf(
                builds(),
                tests(),
                redSpans(),
                healths(),
                revisions(),
                pullRequests(),
                approvals(),
                steps(),
                merges(),
                exposures(),
                loadTests(),
                debts(),
                readings());
    }

    private static Arbitrary<BuildRun> buildRuns() {
        Arbitrary<BuildRun> plain = Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        INSTANTS.injectNull(0.5),
                        INSTANTS,
                        INSTANTS.injectNull(0.2),
                        BRANCHES,
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(Environment.UNKNOWN, Environment.CI, Environment.LOCAL),
                        REVISIONS)
                .as((outcome, queued, started, finished, branch, isOfPullRequest, environment, revisions) ->
                        new BuildRun(
                                "b",
                                "main",
                                outcome,
                                queued,
                                started,
                                finished,
                                branch,
                                isOfPullRequest,
                                environment,
                                Trigger.UNKNOWN,
                                revisions,
                                Attempt.NONE,
                                Labels.none(),
                                List.of()));
        return Combinators.combine(plain, ATTEMPTS, LABELS, EVIDENCE)
                .as((build, attempt, labels, evidence) -> new BuildRun(
                        build.id(),
                        build.subject(),
                        build.outcome(),
                        build.queuedAt(),
                        build.startedAt(),
                        build.finishedAt(),
                        build.branch(),
                        build.isOfPullRequest(),
                        build.environment(),
                        build.trigger(),
                        build.revisions(),
                        attempt,
                        labels,
                        evidence));
    }

    private static Arbitrary<Subject> builds() {
        return buildRuns().map(build -> build);
    }

    private static Arbitrary<TestRan> testRuns() {
        Arbitrary<TestRun.Counts> counts = Combinators.combine(
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 3))
                .as(TestRun.Counts::new);
        Arbitrary<TestRan> plain = Combinators.combine(
                        Arbitraries.of("login", "checkout"),
                        Arbitraries.of(TestLevel.class).injectNull(0.2),
                        Arbitraries.of(Outcome.class),
                        counts,
                        INSTANTS,
                        INSTANTS.injectNull(0.2),
                        Arbitraries.of(Environment.UNKNOWN, Environment.CI, Environment.LOCAL),
                        Arbitraries.of(Trigger.class))
                .as((subject, level, outcome, tests, started, finished, environment, trigger) -> new TestRan(
                        "t",
                        subject,
                        Stage.TEST,
                        level,
                        outcome,
                        tests,
                        started,
                        finished,
                        environment,
                        trigger,
                        List.of(),
                        List.of(),
                        Attempt.NONE,
                        Labels.none(),
                        List.of()));
        return Combinators.combine(plain, REVISIONS, ATTEMPTS, LABELS, EVIDENCE)
                .as((test, revisions, attempt, labels, evidence) -> new TestRan(
                        test.id(),
                        test.subject(),
                        test.stage(),
                        test.level(),
                        test.outcome(),
                        test.counts(),
                        test.startedAt(),
                        test.finishedAt(),
                        test.environment(),
                        test.trigger(),
                        revisions,
                        List.of(),
                        attempt,
                        labels,
                        evidence));
    }

    private static Arbitrary<Subject> tests() {
        return testRuns().map(test -> test);
    }

    private static Arbitrary<Subject> redSpans() {
        return spans().map(span -> span);
    }

    private static Arbitrary<RedSpan> spans() {
        return Combinators.combine(BRANCHES, INSTANTS, INSTANTS.injectNull(0.2), LABELS, EVIDENCE)
                .as((branch, broken, repaired, labels, evidence) ->
                        new RedSpan(branch, broken, repaired, List.of("b1"), labels, evidence));
    }

    private static Arbitrary<Subject> healths() {
        return Combinators.combine(BRANCHES, INSTANTS, spans().list().ofMaxSize(1), LABELS, EVIDENCE)
                .as(BranchHealth::new);
    }

    private static Arbitrary<ChangeDetails> details() {
        Arbitrary<ChangeDetails> sized = Arbitraries.longs()
                .between(0, 50)
                .map(lines -> ChangeDetails.UNKNOWN.withLines(lines, 1))
                .injectNull(0.2)
                .map(details -> details == null ? ChangeDetails.UNKNOWN : details);
        return Combinators.combine(sized, Arbitraries.of(AssetKind.class).list().ofMaxSize(2))
                .as((details, assets) -> details.withAssets(assets));
    }

    private static Arbitrary<Subject> revisions() {
        return Combinators.combine(
                        INSTANTS,
                        Arbitraries.of(false, false, true),
                        details(),
                        Arbitraries.of(true, true, false),
                        buildRuns().list().ofMaxSize(2),
                        testRuns().list().ofMaxSize(2),
                        LABELS,
                        EVIDENCE)
                .as((at, isMerge, details, isObserved, builds, tests, labels, evidence) ->
                        new Revision("c", at, isMerge, details, isObserved, builds, tests, labels, evidence));
    }

    private static Arbitrary<Subject> pullRequests() {
        Arbitrary<Review> reviews = Combinators.combine(
                        INSTANTS,
                        Arbitraries.of(Review.Verdict.class),
                        Arbitraries.of("reviewer", "reviewer-2"),
                        Arbitraries.of(false, false, true))
                .as(Review::new);
        return Combinators.combine(
                        INSTANTS,
                        Arbitraries.of(PullRequest.Status.class),
                        INSTANTS.injectNull(0.2),
                        reviews.list().ofMaxSize(3),
                        details(),
                        LABELS,
                        EVIDENCE)
                .as((opened, status, closed, said, details, labels, evidence) ->
                        new PullRequestLife("p", opened, status, closed, said, details, labels, evidence));
    }

    private static Arbitrary<Subject> approvals() {
        return Combinators.combine(
                        INSTANTS,
                        Arbitraries.of(Approval.Answer.class),
                        INSTANTS.injectNull(0.2),
                        Arbitraries.longs()
                                .between(-2, 50)
                                .map(Duration::ofHours)
                                .injectNull(0.3),
                        LABELS,
                        EVIDENCE)
                .as((asked, answer, answered, lead, labels, evidence) ->
                        new ApprovalWait("a", "release-manager", asked, answer, answered, lead, labels, evidence));
    }

    private static Arbitrary<Subject> steps() {
        return Combinators.combine(
                        Arbitraries.of(Stage.class),
                        Arbitraries.of(false, true),
                        Arbitraries.of(Trigger.class),
                        INSTANTS,
                        LABELS,
                        EVIDENCE)
                .as((stage, isMove, trigger, at, labels, evidence) ->
                        new StepTaken("s", stage, isMove, trigger, at, labels, evidence));
    }

    private static Arbitrary<Subject> merges() {
        return Combinators.combine(INSTANTS, LABELS, EVIDENCE)
                .as((at, labels, evidence) -> new Integrated("pull-request:1", at, labels, evidence));
    }

    private static Arbitrary<Subject> exposures() {
        return Combinators.combine(
                        INSTANTS,
                        Arbitraries.integers().between(1, 100).map(Share::ofPercent),
                        INSTANTS.injectNull(0.3),
                        LABELS,
                        EVIDENCE)
                .as((started, highest, withdrawn, labels, evidence) ->
                        new ExposureRun("f", started, highest, withdrawn, labels, evidence));
    }

    private static Arbitrary<Subject> loadTests() {
        Arbitrary<Reading.Metric> readings = Combinators.combine(
                        Arbitraries.of("latency", "latency p95", "error rate", "request rate"),
                        Arbitraries.longs().between(0, 1_100).map(BigDecimal::valueOf),
                        Arbitraries.of("ms", "s", "%", "", "/s", "parsecs"))
                .as(Reading.Metric::new);
        return Combinators.combine(INSTANTS, readings.list().ofMaxSize(4), LABELS, EVIDENCE)
                .as((at, read, labels, evidence) -> new LoadTested("t", "load", at, read, labels, evidence));
    }

    private static Arbitrary<Subject> debts() {
        return Combinators.combine(
                        Arbitraries.of("code", "tests"), INSTANTS, INSTANTS.injectNull(0.4), LABELS, EVIDENCE)
                .as((area, opened, closed, labels, evidence) ->
                        new DebtItem("d", area, opened, closed, labels, evidence));
    }

    /** Numbers that metrics of this package read, by their names. */
    private static Arbitrary<Subject> readings() {
        return Combinators.combine(
                        INSTANTS,
                        Arbitraries.of("code coverage", "users exposed", "users using"),
                        Arbitraries.longs().between(-1, 100).map(BigDecimal::valueOf),
                        Arbitraries.of("%", "", "lines"),
                        Arbitraries.of(Labels.none(), Labels.of("flag", "f"), Labels.of("flag", "g")),
                        EVIDENCE)
                .as((at, name, value, unit, labels, evidence) ->
                        new TelemetrySample(at, new Reading.Metric(name, value, unit), labels, evidence));
    }
}
