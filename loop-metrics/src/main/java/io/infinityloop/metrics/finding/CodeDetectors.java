package io.infinityloop.metrics.finding;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.BranchLife;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What goes wrong while code is written.
 *
 * @since 0.1
 */
public final class CodeDetectors {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private CodeDetectors() {}

    /**
     * Returns the detector of branches that live for more than two days, open ones up to what is known.
     *
     * <p>Source: DevOps fundamentals, lesson 4 (S1): branches live for one or two days. Requirement ANTI-05.
     *
     * @return the detector {@code finding.long-lived-branch}
     */
    public static Detector<BranchLife, ?> longLivedBranch() {
        return longLivedBranch(TWO_DAYS);
    }

    /**
     * Returns the detector of branches that live for longer than a limit.
     *
     * @param limit the longest life that is fine
     * @return the detector {@code finding.long-lived-branch}
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Detector<BranchLife, ?> longLivedBranch(Duration limit) {
        DetectorDefinition definition = DetectorDefinition.builder("finding.long-lived-branch", "Long-lived branch")
                .antiPatterns("code-long-branches")
                .stage(Stage.CODE)
                .needs("branches")
                .remedy("Cut the work into parts that can be merged within a day or two, hidden behind a flag if they"
                        + " must not be seen yet.")
                .option("limit", "the longest life that is fine; 2 days unless set, as the source says")
                .source("DevOps fundamentals, lesson 4 (S1); requirement ANTI-05")
                .build();
        Limits.positive(definition, "limit", limit);
        return Detectors.each(
                definition,
                BranchLife.class,
                (branch, asOf) -> {
                    Instant merged = branch.mergedAt();
                    return merged == null ? new Place.Over(branch.began(), null) : new Place.At(merged);
                },
                (branch, frame) -> overdue(branch, frame, limit));
    }

    private static Optional<Sighting> overdue(BranchLife branch, Frame frame, Duration limit) {
        Instant merged = branch.mergedAt();
        Duration age = Duration.between(branch.began(), merged == null ? frame.observedTo() : merged);
        if (age.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        String message = "branch '" + branch.name() + "' " + (merged == null ? "is open for " : "was merged after ")
                + Words.span(age) + ", more than " + Words.span(limit);
        return Optional.of(Sighting.of(message, branch.evidence()).figure("age", Amount.of(age)));
    }
}
