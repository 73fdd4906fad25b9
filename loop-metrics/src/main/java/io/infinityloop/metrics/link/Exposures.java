package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the exposures of a flag together, from the first users to the withdrawal. */
final class Exposures implements SubjectProducer {
    private record Flag(Scope scope, String name) implements Comparable<Flag> {
        @Override
        public int compareTo(Flag other) {
            int byScope = scope.compareTo(other.scope);
            return byScope != 0 ? byScope : name.compareTo(other.name);
        }
    }

    @Override
    public void produce(Derivation derivation) {
        Map<Flag, List<Snapshot<Exposure>>> flags = new TreeMap<>();
        for (Snapshot<Exposure> snapshot : derivation.latest(Exposure.class)) {
            Flag flag =
                    new Flag(Scope.of(snapshot.labels()), snapshot.artifact().flag());
            flags.computeIfAbsent(flag, same -> new ArrayList<>()).add(snapshot);
        }
        flags.values().forEach(inTime -> produce(inTime, derivation));
    }

    private static void produce(List<Snapshot<Exposure>> inTime, Derivation derivation) {
        List<Snapshot<Exposure>> run = new ArrayList<>();
        for (Snapshot<Exposure> snapshot : inTime) {
            if (snapshot.artifact().isExposed()) {
                run.add(snapshot);
            } else if (!run.isEmpty()) {
                derivation.emit(run(run, snapshot));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            derivation.emit(run(run, null));
        }
    }

    private static ExposureRun run(List<Snapshot<Exposure>> shown, @Nullable Snapshot<Exposure> withdrawal) {
        List<Snapshot<Exposure>> all = new ArrayList<>(shown);
        if (withdrawal != null) {
            all.add(withdrawal);
        }
        Snapshot<Exposure> first = shown.get(0);
        return new ExposureRun(
                first.artifact().flag(),
                first.artifact().at(),
                shown.stream()
                        .map(snapshot -> snapshot.artifact().share())
                        .max(Comparator.naturalOrder())
                        .orElse(Share.NONE),
                withdrawal == null ? null : withdrawal.artifact().at(),
                first.labels(),
                all.stream().map(Snapshot::evidence).distinct().toList());
    }
}
