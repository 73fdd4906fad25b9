package io.infinityloop.metrics.finding;

import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.link.TestedBuild;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes wrong with builds.
 *
 * @since 0.1
 */
public final class BuildDetectors {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private static final DetectorDefinition MANUAL = DetectorDefinition.builder(
                    "finding.manual-build", "Builds by hand")
            .antiPatterns("build-manual")
            .stage(Stage.BUILD)
            .needs("builds")
            .remedy("Let every push start the build, and take the right to build by hand away.")
            .option("limit", "which part of the builds may be started by hand, 0 to 1; 0 unless set")
            .source(Sources.lesson("ANTI-09"))
            .build();

    private static final DetectorDefinition SLOW = DetectorDefinition.builder("finding.slow-build", "Slow builds")
            .antiPatterns("build-slow")
            .stage(Stage.BUILD)
            .needs("builds that have ended")
            .remedy("Measure the steps, keep what does not change between builds, run tests in parallel.")
            .option("limit", "from how long a build on; 30 minutes unless set, as the source says")
            .source(Sources.lesson("ANTI-10"))
            .build();

    private static final DetectorDefinition IN_PRODUCTION = DetectorDefinition.builder(
                    "finding.build-in-production", "Built on the production machine")
            .antiPatterns("build-in-production")
            .stage(Stage.BUILD)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("builds")
            .remedy("Build once on a build machine, and deploy exactly that artifact.")
            .source(Sources.lesson("ANTI-11"))
            .build();

    private static final DetectorDefinition WITHOUT_TESTS = DetectorDefinition.builder(
                    "finding.build-without-tests", "A build that runs no tests")
            .antiPatterns("build-without-tests")
            .stage(Stage.BUILD)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("builds that succeeded")
            .remedy("Make the unit tests a part of the build that cannot be left out.")
            .source(Sources.lesson("ANTI-12"))
            .build();

    private BuildDetectors() {}

    /**
     * Returns the detector of builds that somebody started by hand, be it one.
     *
     * @return the detector {@code finding.manual-build}
     */
    public static Detector<BuildRun, ?> manualBuild() {
        return manualBuild(BigDecimal.ZERO);
    }

    /**
     * Returns the detector of builds of which too large a part was started by hand. Where nobody said who or what
     * started one, it is left out.
     *
     * @param limit which part may be started by hand, 0 to 1
     * @return the detector {@code finding.manual-build}
     * @throws IllegalArgumentException if the limit is not 0 to 1
     */
    public static Detector<BuildRun, ?> manualBuild(BigDecimal limit) {
        return Detectors.share(
                MANUAL,
                BuildRun.class,
                build -> build.trigger() == Trigger.UNKNOWN
                        ? new Place.Nowhere("nobody said who or what started it")
                        : new Place.At(build.startedAt()),
                build -> build.trigger() == Trigger.MANUAL,
                Comparator.ABOVE,
                limit,
                "builds were started by hand");
    }

    /**
     * Returns the detector of builds that take 30 minutes or longer.
     *
     * @return the detector {@code finding.slow-build}
     */
    public static Detector<Subject, ?> slowBuild() {
        return slowBuild(HALF_AN_HOUR);
    }

    /**
     * Returns the detector of builds that take long. Its figures are the duration and how many commits there were a day
     * in the window: who waits long commits rarely.
     *
     * @param limit from how long a build on
     * @return the detector {@code finding.slow-build}
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Detector<Subject, ?> slowBuild(Duration limit) {
        Limits.positive(SLOW, "limit", limit);
        return Detectors.<Subject, SlowBuilds>fold(
                SLOW,
                Subject.class,
                (subject, asOf) -> placeAmongCommits(subject),
                SlowBuilds::new,
                (slow, subject, frame) -> slow.add(subject, limit),
                SlowBuilds::merge,
                (slow, frame) -> slow.findings(frame, limit));
    }

    private static Place placeAmongCommits(Subject subject) {
        if (subject instanceof Change change) {
            return new Place.At(change.committedAt());
        }
        if (subject instanceof BuildRun build) {
            Instant finished = build.finishedAt();
            return finished == null ? new Place.Nowhere("has not ended") : new Place.At(finished);
        }
        return new Place.NotConcerned();
    }

    /** Builds that took long, and the commits beside them. */
    private static final class SlowBuilds {
        private final List<BuildRun> builds = new ArrayList<>();
        private final Set<String> commits = new TreeSet<>();

        Use add(Subject subject, Duration limit) {
            if (subject instanceof Change change) {
                commits.add(change.commit());
                return new Use.NotConcerned();
            }
            if (subject instanceof BuildRun build && took(build).compareTo(limit) >= 0) {
                builds.add(build);
            }
            return Use.counted();
        }

        SlowBuilds merge(SlowBuilds other) {
            builds.addAll(other.builds);
            commits.addAll(other.commits);
            return this;
        }

        private static Duration took(BuildRun build) {
            return Duration.between(build.startedAt(), build.endedAt());
        }

        List<Sighting> findings(Frame frame, Duration limit) {
            return builds.stream()
                    .map(build -> {
                        Sighting seen = Sighting.of(
                                        "build " + build.id() + " of " + build.subject() + " took "
                                                + Words.span(took(build)) + ", found from " + Words.span(limit)
                                                + " on",
                                        build.evidence())
                                .figure("duration", Amount.of(took(build)));
                        return frame.observed().isZero() ? seen : seen.figure("commit frequency", frequency(frame));
                    })
                    .toList();
        }

        private Amount frequency(Frame frame) {
            BigDecimal days = Amount.of(frame.observed()).number().divide(SECONDS_A_DAY, MathContext.DECIMAL128);
            return new Amount(BigDecimal.valueOf(commits.size()).divide(days, MathContext.DECIMAL128), Unit.PER_DAY);
        }
    }

    /**
     * Returns the detector of builds that ran in production.
     *
     * @return the detector {@code finding.build-in-production}
     */
    public static Detector<BuildRun, ?> buildInProduction() {
        return Detectors.each(
                IN_PRODUCTION,
                BuildRun.class,
                build -> new Place.At(build.startedAt()),
                build -> build.environment() == Environment.PRODUCTION,
                build -> "build " + build.id() + " of " + build.subject() + " ran in production");
    }

    /**
     * Returns the detector of builds that succeeded and ran no tests.
     *
     * @return the detector {@code finding.build-without-tests}
     */
    public static Detector<TestedBuild, ?> buildWithoutTests() {
        return Detectors.each(
                WITHOUT_TESTS,
                TestedBuild.class,
                tested -> tested.build().outcome().isSuccess()
                        ? new Place.At(tested.build().endedAt())
                        : new Place.NotConcerned(),
                tested -> tested.tests() == 0,
                tested -> "build " + tested.build().id() + " of "
                        + tested.build().subject() + " succeeded, and no test was run");
    }
}
