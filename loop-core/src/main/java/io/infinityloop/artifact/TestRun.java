package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a test suite. It belongs to TEST, or to BUILD if its tests run there.
 *
 * <p>Source: requirements LOOP-12 and ART-17.
 *
 * @param metadata id, instant (of the start), lineage and labels
 * @param stage BUILD or TEST
 * @param subject the name of the suite; a later run of the same subject replaces the verdict of this one
 * @param outcome how it ended
 * @param counts how many tests passed, failed and were skipped
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @since 0.1
 */
public record TestRun(
        ArtifactMetadata metadata,
        Stage stage,
        String subject,
        Outcome outcome,
        Counts counts,
        @Nullable Instant finishedAt)
        implements TestStageArtifact, Checked {
    /** The kind {@code test-run}. */
    public static final ArtifactKind KIND = new ArtifactKind("test-run", Stage.TEST);

    /**
     * Creates a test run.
     *
     * @throws IllegalArgumentException if the stage is neither BUILD nor TEST, the subject is blank or has more than
     *     500 characters, or the run ends before it starts
     */
    public TestRun {
        requireNonNull(metadata, "metadata");
        requireNonNull(stage, "stage");
        if (stage != Stage.BUILD && stage != Stage.TEST) {
            throw new IllegalArgumentException("a test run belongs to BUILD or TEST, not to " + stage);
        }
        Texts.id("subject", subject);
        requireNonNull(outcome, "outcome");
        requireNonNull(counts, "counts");
        metadata.checkEnd("test run", finishedAt);
    }

    /**
     * Returns a run of the suite {@code tests} in TEST of which only the outcome is known.
     *
     * @param id the id of the run
     * @param at when it started
     * @param outcome how it ended
     * @return the test run
     */
    public static TestRun of(String id, Instant at, Outcome outcome) {
        return new TestRun(ArtifactMetadata.of(id, at), Stage.TEST, "tests", outcome, Counts.NONE, null);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /**
     * How many tests ended how.
     *
     * @param passed how many passed, not negative
     * @param failed how many failed or broke, not negative
     * @param skipped how many were not run, not negative
     * @since 0.1
     */
    public record Counts(long passed, long failed, long skipped) {
        /** No test was counted. */
        public static final Counts NONE = new Counts(0, 0, 0);

        /**
         * Creates the counts.
         *
         * @throws IllegalArgumentException if a number is negative
         */
        public Counts {
            if (passed < 0 || failed < 0 || skipped < 0) {
                throw new IllegalArgumentException("test counts must not be negative: passed " + passed + ", failed "
                        + failed + ", skipped " + skipped);
            }
        }
    }
}
