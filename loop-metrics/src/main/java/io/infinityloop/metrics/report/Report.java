package io.infinityloop.metrics.report;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.finding.Findings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a renderer shows.
 *
 * @param title what was measured, in a few words
 * @param whole the window of the headline numbers, one of the scorecard's
 * @param step what the scorecard's other windows are, for example {@code week}; empty if there are none
 * @param inputs what was read, by name, for example {@code commits → 412}, in the order given
 * @param scorecard the results
 * @param unjoined what could not be put together: by reason, the references, sorted
 * @param notes what the reader must know to judge the numbers, such as a shallow clone
 * @param findings what detectors found; null if nobody looked
 * @since 0.1
 */
public record Report(
        String title,
        Window whole,
        String step,
        Map<String, Long> inputs,
        Scorecard scorecard,
        SortedMap<String, List<String>> unjoined,
        List<String> notes,
        @Nullable Findings findings) {
    /**
     * Creates a report.
     *
     * @throws IllegalArgumentException if the whole window is not one of the scorecard's
     */
    public Report {
        requireNonNull(title, "title");
        requireNonNull(whole, "whole");
        requireNonNull(step, "step");
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        requireNonNull(scorecard, "scorecard");
        if (!scorecard.windows().contains(whole)) {
            throw new IllegalArgumentException("the scorecard has no window " + whole);
        }
        SortedMap<String, List<String>> copy = new TreeMap<>(unjoined);
        copy.replaceAll((reason, references) -> List.copyOf(references));
        unjoined = Collections.unmodifiableSortedMap(copy);
        notes = List.copyOf(notes);
    }

    /**
     * Creates a report for which nobody looked for bad habits.
     *
     * @param title what was measured, in a few words
     * @param whole the window of the headline numbers, one of the scorecard's
     * @param step what the scorecard's other windows are; empty if there are none
     * @param inputs what was read, by name
     * @param scorecard the results
     * @param unjoined what could not be put together, by reason
     * @param notes what the reader must know to judge the numbers
     * @throws IllegalArgumentException if the whole window is not one of the scorecard's
     */
    public Report(
            String title,
            Window whole,
            String step,
            Map<String, Long> inputs,
            Scorecard scorecard,
            SortedMap<String, List<String>> unjoined,
            List<String> notes) {
        this(title, whole, step, inputs, scorecard, unjoined, notes, null);
    }

    /**
     * Returns this report with what detectors found.
     *
     * @param found what they found
     * @return the report
     */
    public Report with(Findings found) {
        return new Report(title, whole, step, inputs, scorecard, unjoined, notes, requireNonNull(found, "findings"));
    }
}
