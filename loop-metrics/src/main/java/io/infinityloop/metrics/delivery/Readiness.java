package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Attempt;
import io.infinityloop.metrics.link.Revision;
import io.infinityloop.metrics.link.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a commit could go to production, by what was run of it: of each pipeline and each suite of tests the last run
 * with a verdict counts. Runs on a developer's own machine say nothing.
 *
 * <p>Source: requirement MET-49.
 *
 * @param commit the hash
 * @param state whether it could
 * @param reasons why not, or what is not known, in the order of build and tests and by name; empty if it is READY
 * @param timeToAnswer from the commit to the run that settled the answer; null if it is UNKNOWN
 * @since 0.1
 */
public record Readiness(
        String commit,
        State state,
        List<String> reasons,
        @Nullable Duration timeToAnswer) {
    /** Creates a readiness. */
    public Readiness {
        requireNonNull(commit, "commit");
        requireNonNull(state, "state");
        reasons = List.copyOf(reasons);
    }

    /**
     * Whether a commit could go to production.
     *
     * @since 0.1
     */
    public enum State {
        /** A build passed and tests passed, and nothing failed. */
        READY,
        /** A build or a suite of tests failed. */
        NOT_READY,
        /** There is no verdict of a build, or none of tests. */
        UNKNOWN
    }

    /**
     * Tells how a commit stands.
     *
     * @param revision the commit with its runs
     * @return how it stands
     */
    public static Readiness of(Revision revision) {
        Map<String, Run> builds = last("build ", revision.builds());
        Map<String, Run> tests = last("tests ", revision.tests());
        List<Run> failed = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Map<String, Run> runs : List.of(builds, tests)) {
            runs.forEach((name, run) -> {
                if (run.outcome().isFailure()) {
                    failed.add(run);
                    reasons.add(name + ": " + run.outcome());
                }
            });
        }
        if (!failed.isEmpty()) {
            Instant first = failed.stream()
                    .map(Run::endedAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return new Readiness(revision.commit(), State.NOT_READY, reasons, Duration.between(revision.at(), first));
        }
        if (builds.isEmpty()) {
            reasons.add("no build has passed or failed");
        }
        if (tests.isEmpty()) {
            reasons.add("no test run has passed or failed");
        }
        if (!reasons.isEmpty()) {
            return new Readiness(revision.commit(), State.UNKNOWN, reasons, null);
        }
        List<Run> all = new ArrayList<>(builds.values());
        all.addAll(tests.values());
        Instant last =
                all.stream().map(Run::endedAt).max(Comparator.naturalOrder()).orElseThrow();
        return new Readiness(revision.commit(), State.READY, List.of(), Duration.between(revision.at(), last));
    }

    /** Of each subject the run with a verdict that ended last; of those of one instant the later attempt. */
    private static Map<String, Run> last(String what, Collection<? extends Run> runs) {
        Map<String, Run> last = new TreeMap<>();
        Comparator<Run> inTime = Comparator.comparing(Run::endedAt)
                .thenComparing(Run::attempt, Comparator.comparingInt(Attempt::number));
        for (Run run : runs) {
            if (run.hasVerdict() && !run.isLocal()) {
                last.merge(
                        what + "'" + run.subject() + "'",
                        run,
                        (one, other) -> inTime.compare(one, other) > 0 ? one : other);
            }
        }
        return last;
    }
}
