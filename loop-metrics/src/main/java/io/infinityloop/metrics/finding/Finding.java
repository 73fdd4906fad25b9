package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A bad habit that a detector saw, with its evidence and with what to do instead. It is about a system, never about a
 * person.
 *
 * <p>Findings sort by severity, the worst first, then by stage in loop order, the whole loop last, then by detector,
 * segment, window and message.
 *
 * <p>Source: requirement ANTI-00.
 *
 * @param detector what was looked for
 * @param segment where it was seen
 * @param window when it was seen
 * @param sighting what was seen
 * @since 0.1
 */
public record Finding(DetectorDefinition detector, Segment segment, Window window, Sighting sighting)
        implements Comparable<Finding> {
    private static final int AFTER_ALL_STAGES = 99;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.stage().map(Stage::number).orElse(AFTER_ALL_STAGES))
            .thenComparing(finding -> finding.detector().id())
            .thenComparing(Finding::segment)
            .thenComparing(finding -> finding.window().from())
            .thenComparing(finding -> finding.window().to())
            .thenComparing(Finding::sighting);

    /** Creates a finding. */
    public Finding {
        requireNonNull(detector, "detector");
        requireNonNull(segment, "segment");
        requireNonNull(window, "window");
        requireNonNull(sighting, "sighting");
    }

    /** {@return the ids of the catalogue's cards on it; empty for what the catalogue does not teach} */
    public List<String> antiPatterns() {
        return detector.antiPatterns();
    }

    /** {@return how much it matters} */
    public DetectorDefinition.Severity severity() {
        return detector.severity();
    }

    /** {@return the stage that it is about; empty for the loop as a whole} */
    public Optional<Stage> stage() {
        return Optional.ofNullable(detector.stage());
    }

    /** {@return what was seen and where the limit is, in one sentence} */
    public String message() {
        return sighting.message();
    }

    /** {@return the numbers behind it by name, sorted by name, unmodifiable} */
    public SortedMap<String, Amount> figures() {
        return sighting.figures();
    }

    /** {@return the events that show it, sorted, without duplicates, unmodifiable} */
    public List<EventKey> evidence() {
        return sighting.evidence();
    }

    /** {@return what to do instead} */
    public String remedy() {
        return detector.remedy();
    }

    /** {@return where the habit is described} */
    public String source() {
        return detector.source();
    }

    /** Compares severity, stage, detector, segment, window and what was seen. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@return the detector and the message: {@code finding.slow-build: build b1 took 30 min}} */
    @Override
    public String toString() {
        return detector.id() + ": " + message();
    }
}
