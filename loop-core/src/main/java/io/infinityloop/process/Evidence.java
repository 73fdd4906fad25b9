package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Reading;
import io.infinityloop.internal.Texts;
import io.infinityloop.rule.Check;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.StepVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a step of a process rests on. Begin with {@link #NONE} and add to it.
 *
 * @param note in words; empty if nobody said anything
 * @param artifacts the artifacts that show it, in the order given
 * @param readings the numbers that were looked at, in the order given
 * @since 0.1
 */
public record Evidence(String note, List<ArtifactRef> artifacts, List<Reading.Metric> readings) {
    /** Nobody said anything. */
    public static final Evidence NONE = new Evidence("", List.of(), List.of());

    /**
     * Creates evidence.
     *
     * @throws IllegalArgumentException if the note has more than 100,000 characters
     */
    public Evidence {
        Texts.prose("note", note);
        artifacts = List.copyOf(requireNonNull(artifacts, "artifacts"));
        readings = List.copyOf(requireNonNull(readings, "readings"));
    }

    /** {@return whether nobody said anything} */
    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * Returns evidence in words.
     *
     * @param note what is known
     * @return the evidence
     * @throws IllegalArgumentException if the note has more than 100,000 characters
     */
    public static Evidence of(String note) {
        return NONE.withNote(note);
    }

    /**
     * Returns what a verdict on a step rests on: each comparison in words, and the numbers that are known.
     *
     * @param verdict the verdict
     * @return the evidence; {@link #NONE} if the verdict rests on nothing
     * @throws IllegalArgumentException if the comparisons have more than 100,000 characters together
     */
    public static Evidence of(StepVerdict verdict) {
        List<Reading.Metric> readings = new ArrayList<>();
        for (Check check : verdict.evidence()) {
            if (check.required() instanceof Condition.Comparison comparison && check.actual() != null) {
                readings.add(new Reading.Metric(comparison.operand().measure(), check.actual(), ""));
            }
        }
        String note = verdict.evidence().stream().map(Check::toString).collect(Collectors.joining("; "));
        return of(note).withReadings(readings);
    }

    /**
     * Returns this with other words.
     *
     * @param newNote what is known; empty for nothing
     * @return the changed copy
     * @throws IllegalArgumentException if the note has more than 100,000 characters
     */
    public Evidence withNote(String newNote) {
        return new Evidence(newNote, artifacts, readings);
    }

    /**
     * Returns this with other artifacts.
     *
     * @param shown the artifacts that show it
     * @return the changed copy
     */
    public Evidence withArtifacts(List<ArtifactRef> shown) {
        return new Evidence(note, shown, readings);
    }

    /**
     * Returns this with other numbers.
     *
     * @param read the numbers that were looked at
     * @return the changed copy
     */
    public Evidence withReadings(List<Reading.Metric> read) {
        return new Evidence(note, artifacts, read);
    }
}
