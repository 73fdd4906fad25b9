package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of a test suite. It belongs to TEST, or to BUILD if its tests run there.
 *
 * <p>Source: requirements LOOP-12, ART-17, GATE-05, GATE-18 and GATE-21.
 *
 * @param metadata id, instant (of the start), lineage and labels
 * @param stage BUILD or TEST
 * @param subject the name of the suite; a later run of the same subject replaces the verdict of this one
 * @param outcome how it ended
 * @param counts how many tests passed, failed and were skipped
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @param coverage what it was about, as far as somebody said
 * @since 0.1
 */
public record TestRun(
        ArtifactMetadata metadata,
        Stage stage,
        String subject,
        Outcome outcome,
        Counts counts,
        @Nullable Instant finishedAt,
        TestCoverage coverage)
        implements TestStageArtifact, Checked, Digested {
    /** The kind {@code test-run}. */
    public static final ArtifactKind KIND = new ArtifactKind("test-run", Stage.TEST);

    /**
     * Creates a test run.
     *
     * @throws IllegalArgumentException if the stage is neither BUILD nor TEST, the subject is blank or has more than
     *     500 characters, the run ends before it starts, or it PASSED though a security check found something
     */
    public TestRun {
        requireNonNull(metadata, "metadata");
        requireNonNull(stage, "stage");
        if (stage != Stage.BUILD && stage != Stage.TEST) {
            throw new IllegalArgumentException("a test run belongs to BUILD or TEST, not to " + stage);
        }
        Texts.id("subject", subject);
        requireNonNull(outcome, "outcome");
        requireNonNull(counts, "counts");
        requireNonNull(coverage, "coverage");
        metadata.checkEnd("test run", finishedAt);
        if (outcome.isSuccess() && !coverage.checks().stream().allMatch(SecurityResult::isClean)) {
            throw new IllegalArgumentException("test run " + metadata.id() + " PASSED though "
                    + found(coverage.checks()) + ": one finding makes it FAILED");
        }
    }

    /**
     * Creates a test run of which nobody said what it was about.
     *
     * @param metadata id, instant (of the start), lineage and labels
     * @param stage BUILD or TEST
     * @param subject the name of the suite
     * @param outcome how it ended
     * @param counts how many tests passed, failed and were skipped
     * @param finishedAt when it ended; null if it has not, or nobody said
     * @throws IllegalArgumentException if the stage is neither BUILD nor TEST, the subject is blank or has more than
     *     500 characters, or the run ends before it starts
     */
    public TestRun(
            ArtifactMetadata metadata,
            Stage stage,
            String subject,
            Outcome outcome,
            Counts counts,
            @Nullable Instant finishedAt) {
        this(metadata, stage, subject, outcome, counts, finishedAt, TestCoverage.UNKNOWN);
    }

    /**
     * Returns a run of the suite {@code tests} in TEST of which only the outcome is known.
     *
     * @param id the id of the run
     * @param at when it started
     * @param outcome how it ended
     * @return the test run
     */
    public static TestRun of(String id, Instant at, Outcome outcome) {
        return new TestRun(ArtifactMetadata.of(id, at), Stage.TEST, "tests", outcome, Counts.NONE, null);
    }

    /**
     * Returns a run of the tests of a level, in the stage where such tests usually run. Its subject is the level's
     * name.
     *
     * @param id the id of the run
     * @param at when it started
     * @param level how much of the system the tests take in
     * @param outcome how it ended
     * @return the test run
     */
    public static TestRun of(String id, Instant at, TestLevel level, Outcome outcome) {
        return new TestRun(
                ArtifactMetadata.of(id, at),
                level.defaultStage(),
                level.name(),
                outcome,
                Counts.NONE,
                null,
                TestCoverage.of(level));
    }

    /**
     * Returns a finished run of security checks: FAILED if one found something, else PASSED.
     *
     * @param id the id of the run
     * @param at when it started
     * @param checks what was looked for and found
     * @return the test run
     */
    public static TestRun ofSecurity(String id, Instant at, List<SecurityResult> checks) {
        boolean clean = checks.stream().allMatch(SecurityResult::isClean);
        return of(id, at, TestLevel.SECURITY, clean ? Outcome.PASSED : Outcome.FAILED)
                .with(TestCoverage.of(TestLevel.SECURITY).withChecks(checks));
    }

    /**
     * Returns this run with what it was about.
     *
     * @param about what it was about
     * @return the test run
     * @throws IllegalArgumentException if the run PASSED though a security check found something
     */
    public TestRun with(TestCoverage about) {
        return new TestRun(metadata, stage, subject, outcome, counts, finishedAt, about);
    }

    /**
     * Returns this run with what was tested.
     *
     * @param digests the digests of the build artifacts, in any order
     * @return the test run
     * @throws IllegalArgumentException if a digest is blank or too long
     */
    public TestRun about(String... digests) {
        return with(coverage.withDigests(List.of(digests)));
    }

    @Override
    public TestRun with(ArtifactMetadata other) {
        return new TestRun(other, stage, subject, outcome, counts, finishedAt, coverage);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /** {@return the digests of the artifacts that were tested, in the order given; empty if nobody said} */
    @Override
    public List<String> digests() {
        return coverage.digests();
    }

    /** {@return whether it is about security: it is evidence of it, or made a security check} */
    public boolean isSecurityCheck() {
        return evidence().filter(EvidenceKind.SECURITY::equals).isPresent()
                || !coverage.checks().isEmpty();
    }

    /** {@return how much of the system the tests take in, or empty if unknown} */
    public Optional<TestLevel> level() {
        return Optional.ofNullable(coverage.level());
    }

    /** {@return what the run is evidence of: what was said, else what is usual at its level, else empty} */
    public Optional<EvidenceKind> evidence() {
        return Optional.ofNullable(coverage.evidence()).or(() -> level().map(TestLevel::evidence));
    }

    /** {@return how long it ran, or empty if it has not ended or nobody said} */
    public Optional<Duration> duration() {
        return Optional.ofNullable(finishedAt).map(end -> Duration.between(at(), end));
    }

    /** {@return for a run about security, each expected check that was not made, in the order of the checks} */
    @Override
    public List<Gap> gaps() {
        boolean aboutSecurity = evidence().filter(EvidenceKind.SECURITY::equals).isPresent();
        return aboutSecurity || !coverage.checks().isEmpty() ? securityGaps(coverage.checks()) : List.of();
    }

    /**
     * Returns which of the expected security checks are not among those that were made.
     *
     * @param made the checks that were made
     * @return one gap for each that is missing, in the order of the checks
     */
    public static List<Gap> securityGaps(List<SecurityResult> made) {
        Set<SecurityCheck> missing = EnumSet.allOf(SecurityCheck.class);
        missing.removeIf(check -> !check.isExpected());
        made.forEach(result -> missing.remove(result.check()));
        return missing.stream()
                .map(check -> new Gap("checks", "no " + check + " check: nobody looked for it"))
                .toList();
    }

    private static String found(List<SecurityResult> checks) {
        return checks.stream()
                .filter(result -> !result.isClean())
                .map(result -> result.check() + " found " + result.findings())
                .collect(Collectors.joining(", "));
    }

    /**
     * How many tests ended how.
     *
     * @param passed how many passed, not negative
     * @param failed how many failed or broke, not negative
     * @param skipped how many were not run, not negative
     * @since 0.1
     */
    public record Counts(long passed, long failed, long skipped) {
        /** No test was counted. */
        public static final Counts NONE = new Counts(0, 0, 0);

        /**
         * Creates the counts.
         *
         * @throws IllegalArgumentException if a number is negative
         */
        public Counts {
            if (passed < 0 || failed < 0 || skipped < 0) {
                throw new IllegalArgumentException("test counts must not be negative: passed " + passed + ", failed "
                        + failed + ", skipped " + skipped);
            }
        }
    }
}
