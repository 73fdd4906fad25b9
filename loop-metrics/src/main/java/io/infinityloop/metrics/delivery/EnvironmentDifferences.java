package io.infinityloop.metrics.delivery;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.TestRan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds tests that passed on a developer's own machine and failed elsewhere on the same revision: the environments
 * differ in something that matters.
 *
 * <p>Source: requirement GATE-26.
 *
 * @since 0.1
 */
public final class EnvironmentDifferences {
    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::test)
            .thenComparing(difference -> String.join(" ", difference.revisions()))
            .thenComparing(Difference::local)
            .thenComparing(Difference::other);

    private EnvironmentDifferences() {}

    /**
     * A test that passed in one environment and failed in another. Of several runs in an environment the last counts.
     *
     * @param test the name of the suite or test
     * @param revisions the commits that both runs were about
     * @param local the name of the environment where it passed
     * @param other the name of the environment where it failed
     * @param evidence the events of both runs
     * @since 0.1
     */
    public record Difference(String test, List<String> revisions, String local, String other, List<EventKey> evidence) {
        /** Creates a difference. */
        public Difference {
            revisions = List.copyOf(revisions);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Finds the differences in a window.
     *
     * @param derived the subjects
     * @param window the window that both runs ended in
     * @return the differences, by test, revision and environment
     */
    public static List<Difference> of(Derived derived, Window window) {
        return of(derived.subjects(TestRan.class).stream()
                .filter(run -> window.contains(run.endedAt()))
                .toList());
    }

    /**
     * Finds the differences between runs.
     *
     * @param runs the runs; those without a verdict or a known revision say nothing
     * @return the differences, by test, revision and environment
     */
    public static List<Difference> of(Collection<TestRan> runs) {
        Map<Trial, Map<String, TestRan>> trials = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.hasVerdict() && !run.revisions().isEmpty())
                .sorted(Comparator.comparing(TestRan::endedAt))
                .forEach(run -> trials.computeIfAbsent(Trial.of(run), same -> new TreeMap<>())
                        .put(run.environmentName(), run));
        List<Difference> differences = new ArrayList<>();
        for (Map<String, TestRan> environments : trials.values()) {
            environments.values().stream()
                    .filter(run -> run.isLocal() && run.outcome().isSuccess())
                    .forEach(passed -> environments.values().stream()
                            .filter(run -> !run.isLocal() && run.outcome().isFailure())
                            .forEach(failed -> differences.add(difference(passed, failed))));
        }
        differences.sort(ORDER);
        return List.copyOf(differences);
    }

    /** A test on a revision. */
    private record Trial(Home home, String test, List<String> revisions) {
        static Trial of(TestRan run) {
            return new Trial(Home.of(run), run.subject(), run.revisions());
        }
    }

    private static Difference difference(TestRan passed, TestRan failed) {
        return new Difference(
                passed.subject(),
                passed.revisions(),
                passed.environmentName(),
                failed.environmentName(),
                Stream.concat(passed.evidence().stream(), failed.evidence().stream())
                        .distinct()
                        .toList());
    }
}
