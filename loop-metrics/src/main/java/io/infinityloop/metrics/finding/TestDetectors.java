package io.infinityloop.metrics.finding;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.metrics.link.ChangeTests;
import io.infinityloop.metrics.link.EnvironmentDifference;
import io.infinityloop.metrics.link.Run;
import io.infinityloop.metrics.link.Span;
import io.infinityloop.metrics.link.TestRan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes wrong with tests.
 *
 * @since 0.1
 */
public final class TestDetectors {
    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final DetectorDefinition UNTESTED = DetectorDefinition.builder(
                    "finding.untested-change", "Released without a test")
            .antiPatterns("code-no-tests", "test-no-tests")
            .stage(Stage.TEST)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("changes that reached RELEASE")
            .remedy("Ask for tests in the same change, and begin with a test for the next fault that is found.")
            .source(Sources.lesson("ANTI-07 and ANTI-15"))
            .build();

    private static final DetectorDefinition MANUAL_ONLY = DetectorDefinition.builder(
                    "finding.manual-tests-only", "All tests by hand")
            .antiPatterns("test-manual-only")
            .stage(Stage.TEST)
            .needs("changes that were tested")
            .remedy("Automate the test that is repeated most, then the next one.")
            .source(Sources.lesson("ANTI-13"))
            .build();

    private static final DetectorDefinition SLOW = DetectorDefinition.builder(
                    "finding.slow-end-to-end-tests", "Too many slow end-to-end tests")
            .antiPatterns("test-slow-journeys")
            .stage(Stage.TEST)
            .needs("runs of tests")
            .remedy("Keep a few for the ways that matter; push the rest down to integration and unit tests.")
            .option("endToEnd", "the longest run of end-to-end tests that is fine; 20 minutes unless set")
            .option("pipeline", "how long the tests of one revision may run; an hour unless set")
            .source(Sources.lesson("ANTI-14"))
            .build();

    private static final DetectorDefinition LOCAL_DIFFERENCE = DetectorDefinition.builder(
                    "finding.local-ci-difference", "Green here, red there")
            .antiPatterns("test-only-local")
            .stage(Stage.TEST)
            .needs("runs of tests with a verdict")
            .remedy("Run both in the same container, with the same versions.")
            .source(Sources.lesson("ANTI-16"))
            .build();

    private static final DetectorDefinition WAITING = DetectorDefinition.builder(
                    "finding.waiting-for-testers", "Waiting for another group to test")
            .stage(Stage.TEST)
            .needs("runs of tests that name their build")
            .remedy("Let those who write the change test it, with help from those who know how, and start tests with"
                    + " the build.")
            .option("limit", "which part of the way from build to result may be waiting, 0 to 1; 0.5 unless set, ours")
            .source(Sources.requirement("ANTI-41"))
            .build();

    private static final DetectorDefinition LATE_SECURITY = DetectorDefinition.builder(
                    "finding.late-security", "Security at the end")
            .antiPatterns("late-security")
            .severity(DetectorDefinition.Severity.RISK)
            .needs("changes that were checked for security")
            .remedy("Check early and in every pipeline, so that the answer comes while the work is fresh.")
            .source(Sources.master("ANTI-36"))
            .build();

    private TestDetectors() {}

    /**
     * Returns the detector of changes that reach RELEASE without a run of tests. Two cards of the catalogue are about
     * it: one sees it in CODE, one in TEST.
     *
     * @return the detector {@code finding.untested-change}
     */
    public static Detector<ChangeTests, ?> untestedChange() {
        return Detectors.each(
                UNTESTED,
                ChangeTests.class,
                change -> {
                    Instant released = change.releasedAt();
                    return released == null ? new Place.NotConcerned() : new Place.At(released);
                },
                change -> change.runsBeforeRelease() == 0,
                change -> change.what() + " reached RELEASE, and no test was run");
    }

    /**
     * Returns the detector of changes whose tests somebody did by hand, all of them.
     *
     * @return the detector {@code finding.manual-tests-only}
     */
    public static Detector<ChangeTests, ?> manualTestsOnly() {
        return Detectors.each(
                MANUAL_ONLY,
                ChangeTests.class,
                change -> change.runs() == 0 ? new Place.NotConcerned() : new Place.At(change.lastAt()),
                change -> change.manualRuns() == change.runs(),
                change -> "of " + change.what() + " all runs of tests were done by hand: " + change.runs());
    }

    /**
     * Returns the detector of changes at whose security nobody looked before RELEASE. Where nobody looked at all,
     * nothing is found.
     *
     * @return the detector {@code finding.late-security}
     */
    public static Detector<ChangeTests, ?> lateSecurity() {
        return Detectors.each(
                LATE_SECURITY,
                ChangeTests.class,
                change -> change.security() == null ? new Place.NotConcerned() : new Place.At(change.lastAt()),
                change -> {
                    Stage first = change.security();
                    return first != null && !first.isBefore(Stage.RELEASE);
                },
                change -> "nobody looked at the security of " + change.what() + " before " + change.security());
    }

    /**
     * Returns the detector of end-to-end tests of more than 20 minutes, of tests of a revision that run for more than
     * an hour, and of more tests through the whole system than of units.
     *
     * @return the detector {@code finding.slow-end-to-end-tests}
     */
    public static Detector<TestRan, ?> slowEndToEndTests() {
        return slowEndToEndTests(TWENTY_MINUTES, AN_HOUR);
    }

    /**
     * Returns the detector of slow end-to-end tests, of long pipelines of tests, and of more tests through the whole
     * system than of units.
     *
     * @param endToEnd the longest run of end-to-end tests that is fine
     * @param pipeline how long the tests of one revision may run, what runs at the same time counted once
     * @return the detector {@code finding.slow-end-to-end-tests}
     * @throws IllegalArgumentException if a limit is not positive
     */
    public static Detector<TestRan, ?> slowEndToEndTests(Duration endToEnd, Duration pipeline) {
        Limits.positive(SLOW, "endToEnd", endToEnd);
        Limits.positive(SLOW, "pipeline", pipeline);
        return Detectors.<TestRan, List<TestRan>>fold(
                SLOW,
                TestRan.class,
                (run, asOf) -> new Place.At(run.endedAt()),
                ArrayList::new,
                TestDetectors::add,
                TestDetectors::both,
                (runs, frame) -> {
                    List<Sighting> found = new ArrayList<>(slow(runs, endToEnd));
                    found.addAll(lengthy(runs, pipeline));
                    inverted(runs).ifPresent(found::add);
                    return found;
                });
    }

    private static Use add(List<TestRan> runs, TestRan run, Frame frame) {
        if (run.endedAt().isBefore(run.startedAt())) {
            return Use.excluded("negative duration");
        }
        runs.add(run);
        return Use.counted();
    }

    private static List<TestRan> both(List<TestRan> into, List<TestRan> from) {
        into.addAll(from);
        return into;
    }

    /**
     * Returns the detector of tests that passed on a developer's own machine and failed elsewhere on the same revision.
     * Of several runs in an environment the last counts.
     *
     * @return the detector {@code finding.local-ci-difference}
     */
    public static Detector<TestRan, ?> localCiDifference() {
        return Detectors.<TestRan, List<TestRan>>fold(
                LOCAL_DIFFERENCE,
                TestRan.class,
                (run, asOf) -> EnvironmentDifference.concerns(run)
                        ? new Place.At(run.endedAt())
                        : new Place.Nowhere("no verdict, or about no known commit"),
                ArrayList::new,
                TestDetectors::add,
                TestDetectors::both,
                (runs, frame) -> EnvironmentDifference.between(runs).stream()
                        .map(TestDetectors::difference)
                        .toList());
    }

    /**
     * Returns the detector of builds that wait for another group to test them for longer than the tests take. The limit
     * is ours.
     *
     * @return the detector {@code finding.waiting-for-testers}
     */
    public static Detector<Run, ?> waitingForTesters() {
        return waitingForTesters(HALF);
    }

    /**
     * Returns the detector of builds that wait too long for another group to test them: too large a part of the time
     * from the end of the build to the end of that group's tests passes before the first of them begins. Tests of
     * another group have the label {@link Labels#BY_TEAM}.
     *
     * @param limit which part may be waiting, 0 to 1
     * @return the detector {@code finding.waiting-for-testers}
     * @throws IllegalArgumentException if the limit is not 0 to 1
     */
    public static Detector<Run, ?> waitingForTesters(BigDecimal limit) {
        if (limit.signum() < 0 || limit.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    WAITING.id() + ": a share of " + limit.toPlainString() + " is no limit, expected 0 to 1");
        }
        return Detectors.<Run, List<Run>>fold(
                WAITING,
                Run.class,
                (run, asOf) -> new Place.At(run.endedAt()),
                ArrayList::new,
                (runs, run, frame) -> {
                    runs.add(run);
                    return Use.counted();
                },
                (into, from) -> {
                    into.addAll(from);
                    return into;
                },
                (runs, frame) -> runs.stream()
                        .filter(BuildRun.class::isInstance)
                        .map(BuildRun.class::cast)
                        .flatMap(build -> waiting(build, runs, limit).stream())
                        .toList());
    }

    private static Optional<Sighting> waiting(BuildRun build, List<Run> runs, BigDecimal limit) {
        List<TestRan> tests = runs.stream()
                .filter(TestRan.class::isInstance)
                .map(TestRan.class::cast)
                .filter(run -> run.stage() == Stage.TEST && run.builds().contains(build.id()))
                .filter(run -> run.labels().get(Labels.BY_TEAM).isPresent())
                .toList();
        Optional<Instant> begun = tests.stream().map(TestRan::startedAt).min(Instant::compareTo);
        Optional<Instant> ended = tests.stream().map(TestRan::endedAt).max(Instant::compareTo);
        if (begun.isEmpty() || ended.isEmpty() || !ended.get().isAfter(build.endedAt())) {
            return Optional.empty();
        }
        Duration wait = Duration.between(build.endedAt(), begun.get());
        Duration whole = Duration.between(build.endedAt(), ended.get());
        BigDecimal allowed = Amount.of(whole).number().multiply(limit);
        return Amount.of(wait).number().compareTo(allowed) <= 0
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                "build " + build.id() + " waited " + Words.span(wait) + " of " + Words.span(whole)
                                        + " for another group to test it",
                                evidence(tests))
                        .figure("wait", Amount.of(wait)));
    }

    private static Sighting difference(EnvironmentDifference found) {
        return Sighting.of(
                found.test() + " of " + String.join(", ", found.revisions()) + " passed in " + found.local()
                        + " and failed in " + found.other() + ": the environments differ",
                found.evidence());
    }

    private static List<Sighting> slow(List<TestRan> runs, Duration limit) {
        return runs.stream()
                .filter(run -> run.level() == TestLevel.E2E && took(run).compareTo(limit) > 0)
                .map(run -> Sighting.of(
                                "end-to-end tests " + run.subject() + " took " + Words.span(took(run)) + ", more than "
                                        + Words.span(limit),
                                run.evidence())
                        .figure("duration", Amount.of(took(run))))
                .toList();
    }

    private static Duration took(TestRan run) {
        return Duration.between(run.startedAt(), run.endedAt());
    }

    private static List<Sighting> lengthy(List<TestRan> runs, Duration limit) {
        SortedMap<String, List<TestRan>> byRevision = new TreeMap<>();
        for (TestRan run : runs) {
            if (run.revisions().size() == 1) {
                byRevision
                        .computeIfAbsent(run.revisions().get(0), revision -> new ArrayList<>())
                        .add(run);
            }
        }
        List<Sighting> found = new ArrayList<>();
        byRevision.forEach((revision, tests) -> {
            Duration total = Span.total(
                    Span.union(tests.stream()
                            .map(run -> new Span(run.startedAt(), run.endedAt()))
                            .toList()),
                    Instant.MAX);
            // What is one slow run is found as such.
            if (total.compareTo(limit) > 0 && tests.size() > 1) {
                found.add(Sighting.of(
                                "the tests of " + revision + " ran for " + Words.span(total) + ", more than "
                                        + Words.span(limit),
                                evidence(tests))
                        .figure("pipeline", Amount.of(total)));
            }
        });
        return found;
    }

    private static Set<EventKey> evidence(List<TestRan> runs) {
        Set<EventKey> evidence = new TreeSet<>();
        runs.forEach(run -> evidence.addAll(run.evidence()));
        return evidence;
    }

    private static Optional<Sighting> inverted(List<TestRan> runs) {
        List<TestRan> whole = runs.stream()
                .filter(run -> run.level() == TestLevel.E2E && run.isCounted())
                .toList();
        long journeys = whole.stream().mapToLong(TestDetectors::tests).sum();
        long units = runs.stream()
                .filter(run -> run.level() == TestLevel.UNIT)
                .mapToLong(TestDetectors::tests)
                .sum();
        return journeys <= units
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                "more tests went through the whole system than through units: " + journeys + " and "
                                        + units,
                                evidence(whole))
                        .figure("end-to-end", Amount.count(journeys))
                        .figure("unit", Amount.count(units)));
    }

    private static long tests(TestRan run) {
        return run.tests().passed() + run.tests().failed() + run.tests().skipped();
    }
}
