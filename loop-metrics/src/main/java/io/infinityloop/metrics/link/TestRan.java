package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of tests, or of one test, with the revisions that it was about.
 *
 * @param id the id of the run
 * @param subject the name of the suite or test
 * @param stage BUILD or TEST
 * @param level how much of the system the tests take in; null if unknown
 * @param outcome how it ended
 * @param counts how many tests passed, failed and were skipped; {@link TestRun.Counts#NONE} if nobody counted
 * @param startedAt when it started
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @param environment where it ran
 * @param trigger who or what set it off
 * @param revisions the commits that it was about: those that its lineage names, those of the builds and artifacts
 *     there, and those of the artifacts whose digests it tested; sorted
 * @param builds the ids of the builds that its lineage leads to, sorted
 * @param attempt which try it was
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record TestRan(
        String id,
        String subject,
        Stage stage,
        @Nullable TestLevel level,
        Outcome outcome,
        TestRun.Counts counts,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Environment environment,
        Trigger trigger,
        List<String> revisions,
        List<String> builds,
        Attempt attempt,
        Labels labels,
        List<EventKey> evidence)
        implements Run {
    /** By their end; of those that ended at one instant the same is the last, in whichever order they are given. */
    public static final Comparator<TestRan> IN_TIME = Comparator.comparing(TestRan::endedAt)
            .thenComparing(run -> run.evidence().toString())
            .thenComparing(TestRan::toString);

    private static final TestRun.Counts ONE_PASSED = new TestRun.Counts(1, 0, 0);
    private static final TestRun.Counts ONE_FAILED = new TestRun.Counts(0, 1, 0);

    /**
     * Creates a run.
     *
     * @throws NullPointerException if anything but {@code level} and {@code finishedAt} is null
     */
    public TestRan {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(stage, "stage");
        requireNonNull(outcome, "outcome");
        requireNonNull(counts, "counts");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(environment, "environment");
        requireNonNull(trigger, "trigger");
        revisions = List.copyOf(revisions);
        builds = List.copyOf(builds);
        requireNonNull(attempt, "attempt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether somebody counted its tests} */
    public boolean isCounted() {
        return !counts.equals(TestRun.Counts.NONE);
    }

    /**
     * Returns how many tests ended how. A run that passed or failed and whose tests nobody counted is one test: some
     * sources tell of each test as a run of its own.
     *
     * @return the counts; {@link TestRun.Counts#NONE} if it neither passed nor failed and nobody counted
     */
    public TestRun.Counts tests() {
        if (isCounted() || !hasVerdict()) {
            return counts;
        }
        return outcome.isSuccess() ? ONE_PASSED : ONE_FAILED;
    }

    /**
     * {@return the name of the environment that it ran in: the label {@link Labels#ENVIRONMENT}, else the sort of
     * environment}
     */
    public String environmentName() {
        return labels.get(Labels.ENVIRONMENT).orElse(environment.name());
    }

    TestRan with(Attempt which) {
        return new TestRan(
                id,
                subject,
                stage,
                level,
                outcome,
                counts,
                startedAt,
                finishedAt,
                environment,
                trigger,
                revisions,
                builds,
                which,
                labels,
                evidence);
    }
}
