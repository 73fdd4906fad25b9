package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plan items, and what became of them. */
final class Plans implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Map<Snapshot.Key, Story> stories = new LinkedHashMap<>();
        for (Snapshot<PlanItem> snapshot : derivation.all(PlanItem.class)) {
            stories.computeIfAbsent(snapshot.key(), key -> new Story()).tell(snapshot);
        }
        if (stories.isEmpty()) {
            return;
        }
        derivation.loops().values().forEach(events -> walk(events, stories));
        Stream.of(Commit.class, PullRequest.class)
                .flatMap(type -> derivation.latest(type).stream())
                .forEach(snapshot -> begin(snapshot, derivation, stories));
        derivation.latest(PlanItem.class).forEach(snapshot -> {
            Story story = stories.get(snapshot.key());
            if (story != null) {
                derivation.emit(story.planned(snapshot));
            }
        });
    }

    private static void walk(List<LoopEvent> events, Map<Snapshot.Key, Story> stories) {
        long cycle = 1;
        SortedSet<Snapshot.Key> open = new TreeSet<>(Snapshot.Key.ORDER);
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded && recorded.artifact() instanceof PlanItem item) {
                Snapshot<PlanItem> snapshot = new Snapshot<>(item, recorded);
                Story story = stories.get(snapshot.key());
                if (story != null) {
                    story.written(cycle, snapshot);
                    open.add(snapshot.key());
                }
            } else if (event instanceof Advanced advanced) {
                if (advanced.transition().to() == Stage.CODE) {
                    open.forEach(key -> story(stories, key).begun(event.at(), event.key()));
                }
                cycle += advanced.transition().closesCycle() ? 1 : 0;
            }
        }
    }

    private static Story story(Map<Snapshot.Key, Story> stories, Snapshot.Key key) {
        return stories.getOrDefault(key, new Story());
    }

    /** Where nobody reports moves, the work is begun when the first commit or pull request names the item. */
    private static void begin(
            Snapshot<? extends Artifact> work, Derivation derivation, Map<Snapshot.Key, Story> stories) {
        for (ArtifactRef ref : work.artifact().derivedFrom()) {
            if (ref.isOf(PlanItem.KIND)) {
                derivation.find(ref, work.event().source()).stream()
                        .map(Snapshot::key)
                        .forEach(
                                key -> story(stories, key).begun(work.artifact().at(), work.evidence()));
            }
        }
    }

    /** What became of one item. Its snapshots come in the order of their events. */
    private static final class Story {
        private final Map<EventKey, Snapshot<PlanItem>> snapshots = new LinkedHashMap<>();
        private final SortedSet<Long> changedIn = new TreeSet<>();
        private final SortedSet<EventKey> evidence = new TreeSet<>();
        private long firstCycle;
        private @Nullable List<Object> words;
        private @Nullable Instant begunAt;
        private @Nullable EventKey begunBy;

        void tell(Snapshot<PlanItem> snapshot) {
            snapshots.put(snapshot.evidence(), snapshot);
        }

        void written(long cycle, Snapshot<PlanItem> snapshot) {
            List<Object> now = words(snapshot.artifact());
            if (words == null) {
                firstCycle = cycle;
            } else if (cycle > firstCycle && !now.equals(words)) {
                changedIn.add(cycle);
                evidence.add(snapshot.evidence());
            }
            words = now;
        }

        void begun(Instant at, EventKey by) {
            if (begunAt == null || at.isBefore(begunAt)) {
                begunAt = at;
                begunBy = by;
            }
        }

        Planned planned(Snapshot<PlanItem> latest) {
            Instant at = begunAt;
            evidence.add(latest.evidence());
            if (begunBy != null) {
                evidence.add(begunBy);
            }
            Labels labels = latest.labels();
            return new Planned(
                    latest.artifact(),
                    snapshots.values().iterator().next().event().at(),
                    due(labels),
                    roles(labels),
                    at == null ? null : asOf(at),
                    at,
                    changedIn,
                    labels,
                    List.copyOf(evidence));
        }

        /** The item as it was told last before an instant, or first if it was told later. */
        private PlanItem asOf(Instant at) {
            PlanItem known = snapshots.values().iterator().next().artifact();
            for (Snapshot<PlanItem> snapshot : snapshots.values()) {
                known = snapshot.event().at().isAfter(at) ? known : snapshot.artifact();
            }
            return known;
        }

        /** What is required, in words; that it is done or moved to another iteration changes nothing of it. */
        private static List<Object> words(PlanItem item) {
            return List.of(
                    item.title(),
                    item.tasks(),
                    item.acceptanceCriteria(),
                    item.brief().goals(),
                    item.brief().requirements());
        }

        private static @Nullable LocalDate due(Labels labels) {
            try {
                return labels.get(Labels.DUE)
                        .map(text -> LocalDate.parse(text.substring(0, Math.min(text.length(), 10))))
                        .orElse(null);
            } catch (DateTimeException unreadable) {
                return null;
            }
        }

        private static List<String> roles(Labels labels) {
            return labels.get(Labels.ROLES).stream()
                    .flatMap(text -> Stream.of(text.split(",", -1)))
                    .map(String::strip)
                    .filter(role -> !role.isEmpty())
                    .toList();
        }
    }
}
