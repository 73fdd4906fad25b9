package io.infinityloop.gate;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.internal.Texts;
import java.util.List;

/**
 * A reviewer's finding: a change of which nobody will see whether it works.
 *
 * <p>Source: requirement GATE-15.
 *
 * @param change the change
 * @param missing the metrics that it does not name, in the order of the check, at least one
 * @since 0.1
 */
public record UnwatchedChange(ArtifactRef change, List<String> missing) {
    /**
     * Creates a finding.
     *
     * @throws IllegalArgumentException if no metric is missing, or a name is blank or has more than 500 characters
     */
    public UnwatchedChange {
        requireNonNull(change, "change");
        missing = Texts.ids("missing", missing);
        if (missing.isEmpty()) {
            throw new IllegalArgumentException("a change that names all its metrics is no finding");
        }
    }

    /** {@return one sentence for people: what is missing} */
    public String message() {
        return change + " is to make something faster and does not say how that will be seen: name "
                + String.join(", ", missing) + " among the signals of its plan item";
    }
}
