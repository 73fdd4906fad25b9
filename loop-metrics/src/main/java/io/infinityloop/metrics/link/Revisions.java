package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Commit;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts commits together with what was run of them. */
final class Revisions {
    private Revisions() {}

    static Stream<Revision> of(
            Collection<Snapshot<Commit>> commits, Collection<BuildRun> builds, Collection<TestRan> tests) {
        Map<String, List<BuildRun>> built = byRevision(builds);
        Map<String, List<TestRan>> tested = byRevision(tests);
        return commits.stream().map(snapshot -> {
            String hash = snapshot.artifact().id();
            return revision(
                    snapshot,
                    !builds.isEmpty(),
                    built.isEmpty() ? List.of() : built.getOrDefault(hash, List.of()),
                    tested.isEmpty() ? List.of() : tested.getOrDefault(hash, List.of()));
        });
    }

    private static Revision revision(
            Snapshot<Commit> snapshot, boolean isObserved, List<BuildRun> builds, List<TestRan> tests) {
        Commit commit = snapshot.artifact();
        return new Revision(
                commit.id(),
                commit.at(),
                commit.isMerge(),
                commit.details(),
                isObserved,
                builds,
                tests,
                snapshot.labels(),
                evidence(snapshot, builds, tests));
    }

    /** Most commits of a long history were never built: these are many, and have but one. */
    private static List<EventKey> evidence(Snapshot<Commit> snapshot, List<BuildRun> builds, List<TestRan> tests) {
        return builds.isEmpty() && tests.isEmpty()
                ? List.of(snapshot.evidence())
                : Stream.concat(
                                Stream.of(snapshot.evidence()),
                                Stream.concat(builds.stream(), tests.stream()).flatMap(run -> run.evidence().stream()))
                        .distinct()
                        .toList();
    }

    private static <R extends Run> Map<String, List<R>> byRevision(Collection<R> runs) {
        Map<String, List<R>> byRevision = new HashMap<>();
        for (R run : runs) {
            run.revisions()
                    .forEach(revision -> byRevision
                            .computeIfAbsent(revision, same -> new ArrayList<>())
                            .add(run));
        }
        return byRevision;
    }
}
