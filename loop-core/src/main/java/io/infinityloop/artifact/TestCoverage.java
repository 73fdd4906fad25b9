package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test run was about, as far as somebody said.
 *
 * <p>Source: requirements ART-17, GATE-05, GATE-18 and GATE-21.
 *
 * @param level how much of the system the tests take in; null if unknown
 * @param evidence what the run is evidence of; null for what is usual at its level
 * @param digests the digests of the artifacts that were tested, in the order given
 * @param environment where the tests ran
 * @param scope what keeps a test in production away from most users; null everywhere else
 * @param checks the security checks that were made and what they found, in the order given
 * @since 0.1
 */
public record TestCoverage(
        @Nullable TestLevel level,
        @Nullable EvidenceKind evidence,
        List<String> digests,
        Environment environment,
        @Nullable ProductionScope scope,
        List<SecurityResult> checks) {
    /** Nobody said anything. */
    public static final TestCoverage UNKNOWN =
            new TestCoverage(null, null, List.of(), Environment.UNKNOWN, null, List.of());

    /**
     * Creates a coverage.
     *
     * @throws IllegalArgumentException if a digest is blank or too long, a test in production has no scope, or a scope
     *     is given elsewhere
     */
    public TestCoverage {
        digests = Texts.ids("digest", digests);
        requireNonNull(environment, "environment");
        checks = List.copyOf(requireNonNull(checks, "checks"));
        if (environment == Environment.PRODUCTION && scope == null) {
            throw new IllegalArgumentException(
                    "a test in PRODUCTION has no scope: expected a feature flag or the share of a canary");
        }
        if (environment != Environment.PRODUCTION && scope != null) {
            throw new IllegalArgumentException(
                    "a test in " + environment + " has a scope, which is for tests in PRODUCTION only");
        }
    }

    /**
     * Returns the coverage of tests of a level, of which no more is known.
     *
     * @param level how much of the system the tests take in
     * @return the coverage
     */
    public static TestCoverage of(TestLevel level) {
        return new TestCoverage(requireNonNull(level, "level"), null, List.of(), Environment.UNKNOWN, null, List.of());
    }

    /**
     * Returns this with another kind of evidence than is usual at the level.
     *
     * @param kind what the run is evidence of
     * @return the coverage
     */
    public TestCoverage withEvidence(EvidenceKind kind) {
        return new TestCoverage(level, requireNonNull(kind, "kind"), digests, environment, scope, checks);
    }

    /**
     * Returns this with the artifacts that were tested.
     *
     * @param tested their digests
     * @return the coverage
     * @throws IllegalArgumentException if a digest is blank or too long
     */
    public TestCoverage withDigests(List<String> tested) {
        return new TestCoverage(level, evidence, tested, environment, scope, checks);
    }

    /**
     * Returns this with the environment that the tests ran in.
     *
     * @param place where they ran; for PRODUCTION use {@link #inProduction}
     * @return the coverage
     * @throws IllegalArgumentException if it is PRODUCTION, and this has no scope
     */
    public TestCoverage in(Environment place) {
        ProductionScope kept = place == Environment.PRODUCTION ? scope : null;
        return new TestCoverage(level, evidence, digests, place, kept, checks);
    }

    /**
     * Returns this for tests that ran in production, behind a flag or on a canary.
     *
     * @param limit what keeps the tests away from most users
     * @return the coverage
     */
    public TestCoverage inProduction(ProductionScope limit) {
        return new TestCoverage(
                level, evidence, digests, Environment.PRODUCTION, requireNonNull(limit, "limit"), checks);
    }

    /**
     * Returns this with the security checks that were made.
     *
     * @param made the checks and what they found
     * @return the coverage
     */
    public TestCoverage withChecks(List<SecurityResult> made) {
        return new TestCoverage(level, evidence, digests, environment, scope, made);
    }
}
