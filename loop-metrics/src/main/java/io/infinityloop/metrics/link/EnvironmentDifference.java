package io.infinityloop.metrics.link;

import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A test that passed on a developer's own machine and failed elsewhere on the same revision: the environments differ in
 * something that matters. Of several runs in an environment the last counts.
 *
 * <p>Source: requirements GATE-26 and ANTI-16.
 *
 * @param test the name of the suite or test
 * @param revisions the commits that both runs were about
 * @param local the name of the environment where it passed
 * @param other the name of the environment where it failed
 * @param evidence the events of both runs
 * @since 0.1
 */
public record EnvironmentDifference(
        String test, List<String> revisions, String local, String other, List<EventKey> evidence) {
    private static final Comparator<EnvironmentDifference> ORDER = Comparator.comparing(EnvironmentDifference::test)
            .thenComparing(difference -> String.join(" ", difference.revisions()))
            .thenComparing(EnvironmentDifference::local)
            .thenComparing(EnvironmentDifference::other)
            .thenComparing(difference -> difference.evidence().toString());

    /** Creates a difference. */
    public EnvironmentDifference {
        revisions = List.copyOf(revisions);
        evidence = List.copyOf(evidence);
    }

    /** A test on a revision. */
    private record Trial(Home home, String test, List<String> revisions) {
        static Trial of(TestRan run) {
            return new Trial(Home.of(run), run.subject(), run.revisions());
        }
    }

    /**
     * Tells whether a run can be one side of a difference.
     *
     * @param run the run
     * @return whether it has a verdict, about a known revision
     */
    public static boolean concerns(TestRan run) {
        return run.hasVerdict() && !run.revisions().isEmpty();
    }

    /**
     * Finds the differences between runs.
     *
     * @param runs the runs, in any order; those without a verdict or a known revision say nothing
     * @return the differences, by test, revision and environment
     */
    public static List<EnvironmentDifference> between(Collection<TestRan> runs) {
        Map<Trial, SortedMap<String, TestRan>> trials = new LinkedHashMap<>();
        runs.stream()
                .filter(EnvironmentDifference::concerns)
                .sorted(TestRan.IN_TIME)
                .forEach(run -> trials.computeIfAbsent(Trial.of(run), same -> new TreeMap<>())
                        .put(run.environmentName(), run));
        List<EnvironmentDifference> differences = new ArrayList<>();
        for (Map<String, TestRan> environments : trials.values()) {
            environments.values().stream()
                    .filter(run -> run.isLocal() && run.outcome().isSuccess())
                    .forEach(passed -> environments.values().stream()
                            .filter(run -> !run.isLocal() && run.outcome().isFailure())
                            .forEach(failed -> differences.add(of(passed, failed))));
        }
        differences.sort(ORDER);
        return List.copyOf(differences);
    }

    private static EnvironmentDifference of(TestRan passed, TestRan failed) {
        return new EnvironmentDifference(
                passed.subject(),
                passed.revisions(),
                passed.environmentName(),
                failed.environmentName(),
                Stream.concat(passed.evidence().stream(), failed.evidence().stream())
                        .distinct()
                        .toList());
    }
}
