package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was tested of changes. Where nobody reports loops, nothing is said of releases while neither a build nor a run
 * of tests is known at all: then the source tells of neither.
 */
final class ChangeTrials implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Map<String, List<Trial>> byRevision = new HashMap<>();
        List<Snapshot<TestRun>> runs = derivation.latest(TestRun.class);
        Lineage lineage = new Lineage(derivation);
        for (Snapshot<TestRun> run : runs) {
            Trial trial = Trial.of(run.artifact(), run.event(), run.artifact().stage());
            lineage.origin(run)
                    .revisions()
                    .forEach(revision -> byRevision
                            .computeIfAbsent(revision, same -> new ArrayList<>())
                            .add(trial));
        }
        Set<String> walked = new HashSet<>();
        derivation.loops().forEach((loop, events) -> new Walk(loop, byRevision, walked, derivation).over(events));
        if (!runs.isEmpty() || !derivation.latest(Build.class).isEmpty()) {
            releases(byRevision, walked, derivation);
        }
    }

    /** A run of tests, the stage in which it was, and whether it looked for holes. */
    private record Trial(Instant at, boolean isManual, boolean isSecurity, Stage stage, EventKey evidence) {
        static Trial of(TestRun run, Recorded event, Stage stage) {
            return new Trial(
                    event.at(),
                    event.metadata().trigger() == Trigger.MANUAL,
                    run.isSecurityCheck(),
                    stage,
                    event.key());
        }
    }

    private static void releases(Map<String, List<Trial>> byRevision, Set<String> walked, Derivation derivation) {
        Map<Delivery, Set<String>> contents = new HashMap<>();
        derivation.emitted(Change.class).forEach(change -> {
            Delivery released = change.released();
            if (released != null) {
                contents.computeIfAbsent(released, same -> new TreeSet<>()).add(change.commit());
            }
        });
        derivation
                .emitted(Released.class)
                .filter(release -> !release.baseline())
                .forEach(release -> {
                    Set<String> commits =
                            contents.getOrDefault(new Delivery(release.id(), release.at(), false), Set.of());
                    if (!commits.isEmpty() && commits.stream().noneMatch(walked::contains)) {
                        Collected tests = new Collected();
                        commits.forEach(commit ->
                                byRevision.getOrDefault(commit, List.of()).forEach(tests::add));
                        derivation.emit(tests.of(
                                "release " + release.version(),
                                release.at(),
                                release.labels(),
                                release.evidence().get(0)));
                    }
                });
    }

    /** The tests of one change, each once. */
    private static final class Collected {
        private final Map<EventKey, Trial> trials = new LinkedHashMap<>();

        void add(Trial trial) {
            trials.putIfAbsent(trial.evidence(), trial);
        }

        ChangeTests of(String what, @Nullable Instant releasedAt, Labels labels, @Nullable EventKey moved) {
            TreeSet<EventKey> evidence = new TreeSet<>(trials.keySet());
            if (moved != null) {
                evidence.add(moved);
            }
            Instant last = trials.values().stream()
                    .map(Trial::at)
                    .max(Instant::compareTo)
                    .orElse(Instant.MIN);
            return new ChangeTests(
                    what,
                    releasedAt != null && releasedAt.isAfter(last) ? releasedAt : last,
                    releasedAt,
                    trials.size(),
                    trials.values().stream().filter(Trial::isManual).count(),
                    trials.values().stream()
                            .filter(trial -> releasedAt == null || !trial.at().isAfter(releasedAt))
                            .count(),
                    trials.values().stream()
                            .filter(Trial::isSecurity)
                            .map(Trial::stage)
                            .min(Stage::compareTo)
                            .orElse(null),
                    labels,
                    List.copyOf(evidence));
        }
    }

    /** One loop on its way. */
    private static final class Walk {
        private final LoopId loop;
        private final Map<String, List<Trial>> byRevision;
        private final Set<String> walked;
        private final Derivation derivation;
        private final Set<ArtifactRef> seen = new HashSet<>();
        private final Set<String> commits = new TreeSet<>();
        private Collected tests = new Collected();
        private Labels labels = Labels.none();
        private long cycle = 1;
        private @Nullable Stage stage;
        private @Nullable Instant releasedAt;
        private @Nullable EventKey moved;

        Walk(LoopId loop, Map<String, List<Trial>> byRevision, Set<String> walked, Derivation derivation) {
            this.loop = loop;
            this.byRevision = byRevision;
            this.walked = walked;
            this.derivation = derivation;
        }

        void over(List<LoopEvent> events) {
            for (LoopEvent event : events) {
                labels = Scope.united(labels, event.labels());
                if (event instanceof Recorded recorded) {
                    told(recorded);
                } else if (event instanceof Started started) {
                    stage = started.stage();
                } else if (event instanceof Returned returned) {
                    stage = returned.to();
                } else if (event instanceof Advanced advanced) {
                    moved(advanced);
                }
            }
            finish();
        }

        private void told(Recorded recorded) {
            if (recorded.artifact() instanceof Commit commit) {
                commits.add(commit.id());
            } else if (recorded.artifact() instanceof TestRun run && seen.add(run.ref())) {
                tests.add(Trial.of(run, recorded, stage == null ? run.stage() : stage));
            }
        }

        private void moved(Advanced move) {
            stage = move.transition().to();
            if (stage == Stage.RELEASE && releasedAt == null) {
                releasedAt = move.at();
                moved = move.key();
            }
            if (move.transition().closesCycle()) {
                finish();
                cycle++;
            }
        }

        private void finish() {
            for (String commit : commits) {
                byRevision.getOrDefault(commit, List.of()).forEach(tests::add);
            }
            if (releasedAt != null) {
                walked.addAll(commits);
            }
            if (releasedAt != null || !tests.trials.isEmpty()) {
                derivation.emit(tests.of(loop + " in cycle " + cycle, releasedAt, labels, moved));
            }
            tests = new Collected();
            commits.clear();
            releasedAt = null;
            moved = null;
        }
    }
}
