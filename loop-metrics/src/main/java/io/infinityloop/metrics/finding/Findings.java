package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a {@link Detection} found.
 *
 * @param asOf the last instant that was known
 * @param zone where days begin
 * @param windows the windows, in order
 * @param examinations what came of each detector: in the order in which they were chosen, then by segment, then by
 *     window
 * @since 0.1
 */
public record Findings(Instant asOf, ZoneId zone, List<Window> windows, List<Examination> examinations) {
    /** Creates what was found. */
    public Findings {
        requireNonNull(asOf, "asOf");
        requireNonNull(zone, "zone");
        windows = List.copyOf(windows);
        examinations = List.copyOf(examinations);
    }

    /** {@return every finding of every segment and window, sorted, unmodifiable} */
    public List<Finding> all() {
        return examinations.stream()
                .flatMap(examination -> examination.findings().stream())
                .sorted()
                .toList();
    }

    /**
     * Returns the findings of a segment.
     *
     * @param segment the segment; {@link Segment#ALL} for what was found without telling segments apart
     * @return the findings, sorted, unmodifiable
     */
    public List<Finding> in(Segment segment) {
        return all().stream()
                .filter(finding -> finding.segment().equals(segment))
                .toList();
    }

    /**
     * Returns what a detector found.
     *
     * @param id the id of the detector
     * @return the findings, sorted, unmodifiable
     */
    public List<Finding> of(String id) {
        return all().stream()
                .filter(finding -> finding.detector().id().equals(id))
                .toList();
    }
}
