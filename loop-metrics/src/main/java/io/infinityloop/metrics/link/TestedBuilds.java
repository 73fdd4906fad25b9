package io.infinityloop.metrics.link;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many tests builds ran. */
final class TestedBuilds implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Map<EventKey, LoopId> loops = loops(derivation);
        Map<Object, List<TestRan>> known = new HashMap<>();
        derivation
                .emitted(TestRan.class)
                .forEach(run -> keys(run, loops)
                        .forEach(key -> known.computeIfAbsent(key, same -> new ArrayList<>())
                                .add(run)));
        derivation.emitted(BuildRun.class).forEach(build -> {
            Set<TestRan> runs = new LinkedHashSet<>();
            keys(build, loops).forEach(key -> runs.addAll(known.getOrDefault(key, List.of())));
            derivation.emit(new TestedBuild(build, tests(runs)));
        });
    }

    private static Map<EventKey, LoopId> loops(Derivation derivation) {
        Map<EventKey, LoopId> loops = new HashMap<>();
        Stream.of(Build.class, TestRun.class)
                .flatMap(type -> derivation.latest(type).stream())
                .forEach(snapshot -> {
                    LoopId loop = snapshot.event().loop();
                    if (loop != null) {
                        loops.put(snapshot.evidence(), loop);
                    }
                });
        return loops;
    }

    /** What runs of tests are found by: the name of a build, of a commit, or of a loop. */
    private record Named(String kind, String id) {}

    private static Stream<Named> keys(TestRan run, Map<EventKey, LoopId> loops) {
        Stream<Named> builds = run.builds().stream().map(build -> new Named("build", build));
        Stream<Named> revisions = run.stage() == Stage.BUILD && !run.isLocal()
                ? run.revisions().stream().map(revision -> new Named("commit", revision))
                : Stream.empty();
        return Stream.concat(Stream.concat(builds, revisions), loop(run, loops));
    }

    private static Stream<Named> keys(BuildRun build, Map<EventKey, LoopId> loops) {
        Stream<Named> revisions = build.revisions().stream().map(revision -> new Named("commit", revision));
        return Stream.concat(Stream.concat(Stream.of(new Named("build", build.id())), revisions), loop(build, loops));
    }

    private static Stream<Named> loop(Run run, Map<EventKey, LoopId> loops) {
        return run.evidence().stream()
                .flatMap(event -> Optional.ofNullable(loops.get(event)).stream())
                .map(loop -> new Named("loop", loop.toString()));
    }

    private static long tests(Collection<TestRan> runs) {
        return runs.stream()
                .map(TestRan::tests)
                .mapToLong(counts -> counts.passed() + counts.failed())
                .sum();
    }
}
