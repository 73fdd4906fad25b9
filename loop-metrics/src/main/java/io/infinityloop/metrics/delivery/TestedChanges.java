package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.AssetKind;
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

/**
 * Which changes of code bring tests along, and which do not. As a metric: which part of them does.
 *
 * <p>A change is a commit that says that it changes {@link AssetKind#CODE}; it brings tests along if it says that it
 * changes {@link AssetKind#TEST} too. The instant of the commit says which window it falls into. That a change brings
 * tests along says nothing about how good they are.
 *
 * <p>Left out and counted: merge commits, and commits that do not say what they change. Commits that change no code do
 * not count. No change of code is undefined.
 *
 * @unit part of the changes of code, 0 to 1
 * @source ours. Requirement GATE-24.
 * @param window the window
 * @param tested the commits with code and tests, in the order of time
 * @param untested the commits with code and no test, in the order of time
 * @since 0.1
 */
public record TestedChanges(Window window, List<String> tested, List<String> untested) {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.tested-changes",
                    "Changes with tests",
                    "Commits that change code and tests, divided by those that change code.",
                    "commits that say that they change code",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; GATE-24")
            .with(MetricProfile.PLAIN
                    .formula("commits with code and tests / commits with code")
                    .leading()
                    .dimension(CalmrDimension.CULTURE)
                    .stage(Stage.CODE));

    /** Creates the lists. */
    public TestedChanges {
        requireNonNull(window, "window");
        tested = List.copyOf(tested);
        untested = List.copyOf(untested);
    }

    /** {@return the metric} */
    public static MetricCalculator<Revision, ?> calculator() {
        return Metrics.ratio(DEFINITION, Revision.class, TestedChanges::place, TestedChanges::hasTests);
    }

    /**
     * Names the changes of code of a window with and without tests.
     *
     * @param derived the subjects
     * @param window the window
     * @return the commits
     */
    public static TestedChanges of(Derived derived, Window window) {
        List<Revision> changes = derived.subjects(Revision.class).stream()
                .filter(revision -> place(revision) instanceof Place.At at && window.contains(at.instant()))
                .toList();
        return new TestedChanges(
                window,
                changes.stream()
                        .filter(TestedChanges::hasTests)
                        .map(Revision::commit)
                        .toList(),
                changes.stream()
                        .filter(change -> !hasTests(change))
                        .map(Revision::commit)
                        .toList());
    }

    private static Place place(Revision revision) {
        if (revision.isMerge()) {
            return new Place.Nowhere("merge commit");
        }
        List<AssetKind> assets = revision.details().assets();
        if (assets.isEmpty()) {
            return new Place.Nowhere("does not say what it changes");
        }
        return assets.contains(AssetKind.CODE) ? new Place.At(revision.at()) : new Place.NotConcerned();
    }

    private static boolean hasTests(Revision revision) {
        return revision.details().assets().contains(AssetKind.TEST);
    }
}
