package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Revision;
import java.util.List;
import java.util.Optional;

/**
 * Which commits were built, and which were not. As a metric: which part of them was.
 *
 * <p>A commit is built if the lineage of a build leads to it, on any branch and however the build ended, but not on a
 * developer's own machine. The instant of the commit says which window it falls into. A build of a later commit does
 * not cover the ones before it.
 *
 * <p>Left out and counted: all commits, if no build is known at all. No commit is undefined.
 *
 * @unit part of the commits, 0 to 1
 * @source ours. Requirement GATE-03.
 * @param window the window
 * @param built the commits that were built, in the order of time
 * @param missing the commits without a build, in the order of time
 * @since 0.1
 */
public record BuildCoverage(Window window, List<String> built, List<String> missing) {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.build-coverage",
                    "Commit-to-build coverage",
                    "Commits with a build of their own, divided by all commits.",
                    "commits where builds are known",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; GATE-03")
            .with(MetricProfile.PLAIN
                    .formula("commits that a build names / commits")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.BUILD));

    /** Creates a coverage. */
    public BuildCoverage {
        requireNonNull(window, "window");
        built = List.copyOf(built);
        missing = List.copyOf(missing);
    }

    /** {@return the metric} */
    public static MetricCalculator<Revision, ?> calculator() {
        return Metrics.ratio(
                DEFINITION,
                Revision.class,
                revision ->
                        revision.isObserved() ? new Place.At(revision.at()) : new Place.Nowhere("no build is known"),
                BuildCoverage::isBuilt);
    }

    /**
     * Names the commits of a window with and without a build.
     *
     * @param derived the subjects
     * @param window the window
     * @return the commits; none if no build is known at all
     */
    public static BuildCoverage of(Derived derived, Window window) {
        List<Revision> commits = derived.subjects(Revision.class).stream()
                .filter(revision -> revision.isObserved() && window.contains(revision.at()))
                .toList();
        return new BuildCoverage(
                window,
                commits.stream()
                        .filter(BuildCoverage::isBuilt)
                        .map(Revision::commit)
                        .toList(),
                commits.stream()
                        .filter(revision -> !isBuilt(revision))
                        .map(Revision::commit)
                        .toList());
    }

    /** {@return which part of the commits was built; empty if there is none} */
    public Optional<Amount> share() {
        int all = built.size() + missing.size();
        return all == 0 ? Optional.empty() : Optional.of(Part.of(built.size(), all));
    }

    private static boolean isBuilt(Revision revision) {
        return revision.builds().stream().anyMatch(build -> !build.isLocal());
    }
}
