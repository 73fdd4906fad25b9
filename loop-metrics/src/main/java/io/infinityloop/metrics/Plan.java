package io.infinityloop.metrics;

import java.time.Instant;
import java.util.List;

/** What an analysis computes by, the same for all of its metrics. */
record Plan(
        List<Frame> frames,
        WindowIndex index,
        Segmenter segmenter,
        Instant asOf,
        Memory memory,
        Targets targets,
        TimeLimit limit) {
    /** Why a subject is left out that a metric sees after the last instant that is known. */
    static final String LATER = "later than what is known";

    /** The same for one of the windows. */
    Plan in(Window window) {
        List<Frame> one =
                frames.stream().filter(frame -> frame.window().equals(window)).toList();
        if (one.isEmpty()) {
            throw new IllegalArgumentException("the analysis has no window " + window + ": ask for one that it has");
        }
        return new Plan(one, new WindowIndex(List.of(window)), segmenter, asOf, memory, targets, limit);
    }

    /** The cells of a metric that failed: over all subjects, and none by segment. */
    List<Cell> failed(MetricDefinition definition, MetricResult.Failed failure) {
        Target target = targets.find(definition, Segment.ALL).orElse(null);
        return frames.stream()
                .map(frame -> new Cell(definition, Segment.ALL, frame.window(), failure, target))
                .toList();
    }
}
