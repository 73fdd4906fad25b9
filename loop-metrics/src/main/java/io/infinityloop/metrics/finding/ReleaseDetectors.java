package io.infinityloop.metrics.finding;

import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.ReleaseGap;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.link.StepTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What goes wrong when software is released.
 *
 * @since 0.1
 */
public final class ReleaseDetectors {
    private static final int MANY_CHANGES = 50;
    private static final Duration A_MONTH = Duration.ofDays(30);

    private static final DetectorDefinition MANUAL = DetectorDefinition.builder(
                    "finding.manual-release", "Released by hand")
            .antiPatterns("release-manual")
            .stage(Stage.RELEASE)
            .needs("steps of releases")
            .remedy("Write the steps down as a script, then let the merge start it.")
            .source(Sources.lesson("ANTI-17"))
            .build();

    private static final DetectorDefinition LARGE = DetectorDefinition.builder(
                    "finding.large-release", "Large releases")
            .antiPatterns("release-large")
            .stage(Stage.RELEASE)
            .needs("releases")
            .remedy("Release each change when it is ready, and set a limit to how many go together.")
            .option("limit", "how many changes are fine; 50 unless set, ours: the sources give no figure")
            .source(Sources.lesson("ANTI-18"))
            .build();

    private static final DetectorDefinition INFREQUENT = DetectorDefinition.builder(
                    "finding.infrequent-release", "Rare releases")
            .antiPatterns("release-rare")
            .stage(Stage.RELEASE)
            .needs("releases")
            .remedy("Halve the time between two releases, see what hurts, repair it, and halve it again.")
            .option("limit", "how long two releases may be apart; 30 days unless set, ours: the sources give no figure")
            .source(Sources.lesson("ANTI-19"))
            .build();

    private ReleaseDetectors() {}

    /**
     * Returns the detector of steps of a release that somebody did by hand, such as a tag. Approvals are no such steps.
     *
     * @return the detector {@code finding.manual-release}
     */
    public static Detector<StepTaken, ?> manualRelease() {
        return Detectors.each(
                MANUAL,
                StepTaken.class,
                step -> step.stage() != Stage.RELEASE || step.isMove()
                        ? new Place.NotConcerned()
                        : step.trigger() == Trigger.UNKNOWN
                                ? new Place.Nowhere("nobody said who or what did it")
                                : new Place.At(step.at()),
                step -> step.trigger() == Trigger.MANUAL,
                step -> step.what() + " was made by hand");
    }

    /**
     * Returns the detector of releases with more than 50 changes. The limit is ours.
     *
     * @return the detector {@code finding.large-release}
     */
    public static Detector<Released, ?> largeRelease() {
        return largeRelease(MANY_CHANGES);
    }

    /**
     * Returns the detector of releases with more changes than a limit. A release that holds the history before
     * measuring began is left out.
     *
     * @param limit how many changes are fine
     * @return the detector {@code finding.large-release}
     * @throws IllegalArgumentException if the limit is less than one
     */
    public static Detector<Released, ?> largeRelease(long limit) {
        Limits.atLeast(1, LARGE, "limit", limit);
        return Detectors.each(
                LARGE,
                Released.class,
                (release, asOf) -> release.baseline()
                        ? new Place.Nowhere("holds the history before measuring began")
                        : new Place.At(release.at()),
                (release, frame) -> release.changes() <= limit
                        ? Optional.empty()
                        : Optional.of(Sighting.of(
                                        "release " + release.version() + " holds " + release.changes()
                                                + " changes, more than " + limit,
                                        release.evidence())
                                .figure("changes", Amount.count(release.changes()))));
    }

    /**
     * Returns the detector of releases that are more than 30 days apart. The limit is ours.
     *
     * @return the detector {@code finding.infrequent-release}
     */
    public static Detector<ReleaseGap, ?> infrequentRelease() {
        return infrequentRelease(A_MONTH);
    }

    /**
     * Returns the detector of releases of a service that are further apart than a limit, or whose last one is longer
     * ago than that.
     *
     * @param limit how long two releases may be apart
     * @return the detector {@code finding.infrequent-release}
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Detector<ReleaseGap, ?> infrequentRelease(Duration limit) {
        Limits.positive(INFREQUENT, "limit", limit);
        return Detectors.each(
                INFREQUENT,
                ReleaseGap.class,
                (gap, asOf) -> {
                    Instant to = gap.to();
                    return to == null ? new Place.Over(gap.from(), null) : new Place.At(to);
                },
                (gap, frame) -> rare(gap, frame, limit));
    }

    private static Optional<Sighting> rare(ReleaseGap gap, Frame frame, Duration limit) {
        Duration length = gap.length(frame.observedTo());
        if (length.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        String message = gap.to() == null
                ? "nothing followed release " + gap.previous() + " for "
                : "release " + gap.next() + " followed " + gap.previous() + " after ";
        return Optional.of(
                Sighting.of(message + Words.span(length) + ", more than " + Words.span(limit), gap.evidence())
                        .figure("gap", Amount.of(length)));
    }
}
