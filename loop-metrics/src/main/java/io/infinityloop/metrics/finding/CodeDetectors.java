package io.infinityloop.metrics.finding;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.BranchLife;
import io.infinityloop.metrics.link.PullRequestLife;
import io.infinityloop.metrics.link.SourceTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What goes wrong while code is written.
 *
 * @since 0.1
 */
public final class CodeDetectors {
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final int MANY_BRANCHES = 12;

    private static final DetectorDefinition LONG_LIVED = DetectorDefinition.builder(
                    "finding.long-lived-branch", "Branches that live long")
            .antiPatterns("code-long-branches")
            .stage(Stage.CODE)
            .needs("branches")
            .remedy("Cut the work into parts that can be merged within a day or two, hidden behind a flag if they must"
                    + " not be seen yet.")
            .option("limit", "the longest life that is fine; 2 days unless set, as the source says")
            .source(Sources.lesson("ANTI-05"))
            .build();

    private static final DetectorDefinition UNREVIEWED = DetectorDefinition.builder(
                    "finding.unreviewed-merge", "Nobody reviews")
            .antiPatterns("code-no-review")
            .stage(Stage.CODE)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("merged pull requests")
            .remedy("Let nothing be merged without the approval of somebody else.")
            .source(Sources.lesson("ANTI-06"))
            .build();

    private static final DetectorDefinition UNTRACKED = DetectorDefinition.builder(
                    "finding.untracked-source", "Built from nobody knows what")
            .antiPatterns("code-not-committed")
            .stage(Stage.CODE)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("build artifacts")
            .remedy("Commit early and often, and build from commits only.")
            .source(Sources.lesson("ANTI-08"))
            .build();

    private static final DetectorDefinition LATE_INTEGRATION = DetectorDefinition.builder(
                    "finding.late-integration", "Work that is not brought together")
            .stage(Stage.CODE)
            .needs("branches")
            .remedy("Merge to the main line every day, beginning with the oldest branch; what takes a month to bring"
                    + " together takes days each time.")
            .option("gap", "how long nothing is merged until it is found, inclusive; 30 days unless set, ours")
            .option("branches", "from how many open branches on, inclusive; 12 unless set, ours")
            .source(Sources.requirement("ANTI-39"))
            .build();

    private CodeDetectors() {}

    /**
     * Returns the detector of branches that live for more than two days.
     *
     * @return the detector {@code finding.long-lived-branch}
     */
    public static Detector<BranchLife, ?> longLivedBranch() {
        return longLivedBranch(TWO_DAYS);
    }

    /**
     * Returns the detector of branches that live for longer than a limit; an open one lives until what is known.
     *
     * @param limit the longest life that is fine
     * @return the detector {@code finding.long-lived-branch}
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Detector<BranchLife, ?> longLivedBranch(Duration limit) {
        Limits.positive(LONG_LIVED, "limit", limit);
        return Detectors.each(
                LONG_LIVED,
                BranchLife.class,
                (branch, asOf) -> place(branch),
                (branch, frame) -> overdue(branch, frame, limit));
    }

    private static Place place(BranchLife branch) {
        Instant merged = branch.mergedAt();
        return merged == null ? new Place.Over(branch.began(), null) : new Place.At(merged);
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

    /**
     * Returns the detector of pull requests that were merged though nobody but the author had approved them.
     *
     * @return the detector {@code finding.unreviewed-merge}
     */
    public static Detector<PullRequestLife, ?> unreviewedMerge() {
        return Detectors.each(
                UNREVIEWED,
                PullRequestLife.class,
                request -> {
                    Instant closed = request.closedAt();
                    return request.isMerged()
                            ? new Place.At(closed == null ? request.openedAt() : closed)
                            : new Place.NotConcerned();
                },
                request -> !request.isApprovedByOther(),
                request -> "pull request " + request.id() + " was merged, and nobody but its author had approved it");
    }

    /**
     * Returns the detector of build artifacts whose revision nobody committed. Nothing is found while no commit is
     * known at all.
     *
     * @return the detector {@code finding.untracked-source}
     */
    public static Detector<SourceTrace, ?> untrackedSource() {
        return Detectors.each(
                UNTRACKED,
                SourceTrace.class,
                built -> new Place.At(built.at()),
                built -> !built.isKnown(),
                built -> built.artifact() + " was built from the revision " + built.revision()
                        + ", and no such commit is known");
    }

    /**
     * Returns the detector of a repository in which 12 branches or more are open and nothing was merged for 30 days.
     *
     * @return the detector {@code finding.late-integration}
     */
    public static Detector<BranchLife, ?> lateIntegration() {
        return lateIntegration(A_MONTH, MANY_BRANCHES);
    }

    /**
     * Returns the detector of a repository in which many branches are open and nothing was merged for long: since the
     * last merge, or since the oldest of them began where nothing ever was.
     *
     * @param gap how long nothing is merged until it is found, inclusive
     * @param branches from how many open branches on
     * @return the detector {@code finding.late-integration}
     * @throws IllegalArgumentException if the gap is not positive, or there are less than two branches
     */
    public static Detector<BranchLife, ?> lateIntegration(Duration gap, int branches) {
        Limits.positive(LATE_INTEGRATION, "gap", gap);
        Limits.atLeast(2, LATE_INTEGRATION, "branches", branches);
        return Detectors.<BranchLife, SortedMap<String, Repository>>fold(
                LATE_INTEGRATION,
                BranchLife.class,
                (branch, asOf) -> new Place.Over(branch.began(), null),
                TreeMap::new,
                (repositories, branch, frame) -> {
                    String name = branch.labels().get(Labels.REPOSITORY).orElse("");
                    return repositories
                            .computeIfAbsent(name, same -> new Repository())
                            .add(branch, frame);
                },
                (into, from) -> {
                    from.forEach((name, repository) ->
                            into.computeIfAbsent(name, same -> new Repository()).addAll(repository));
                    return into;
                },
                (repositories, frame) -> repositories.entrySet().stream()
                        .flatMap(entry -> entry.getValue().finding(entry.getKey(), frame, gap, branches).stream())
                        .toList());
    }

    /** The branches of a repository at the end of what was seen of a window. */
    private static final class Repository {
        private final List<BranchLife> open = new ArrayList<>();
        private Instant lastMerge = Instant.MIN;

        Use add(BranchLife branch, Frame frame) {
            Instant merged = branch.mergedAt();
            if (merged == null || merged.isAfter(frame.observedTo())) {
                open.add(branch);
            } else if (merged.isAfter(lastMerge)) {
                lastMerge = merged;
            }
            return Use.counted();
        }

        void addAll(Repository other) {
            open.addAll(other.open);
            lastMerge = other.lastMerge.isAfter(lastMerge) ? other.lastMerge : lastMerge;
        }

        Optional<Sighting> finding(String name, Frame frame, Duration gap, int branches) {
            Instant oldest =
                    open.stream().map(BranchLife::began).min(Instant::compareTo).orElse(Instant.MAX);
            Instant since = lastMerge.equals(Instant.MIN) ? oldest : lastMerge;
            if (open.size() < branches
                    || Duration.between(since, frame.observedTo()).compareTo(gap) < 0) {
                return Optional.empty();
            }
            Duration length = Duration.between(since, frame.observedTo());
            Stream<EventKey> evidence = open.stream().flatMap(branch -> branch.evidence().stream());
            return Optional.of(Sighting.of(
                            open.size() + " branches are open" + (name.isEmpty() ? "" : " in " + name)
                                    + " and nothing was merged for " + Words.span(length),
                            evidence.toList())
                    .figure("branches", Amount.count(open.size()))
                    .figure("gap", Amount.of(length)));
        }
    }
}
