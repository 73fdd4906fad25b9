package io.infinityloop.metrics.link;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** When passes of loops came into production. */
final class Productions {
    private final Derivation derivation;
    private final Map<String, List<Change>> changes = new HashMap<>();

    /** Takes the changes that were put together before. */
    Productions(Derivation derivation) {
        this.derivation = derivation;
        for (Subject subject : derivation.subjects()) {
            if (subject instanceof Change change) {
                changes.computeIfAbsent(change.commit(), commit -> new ArrayList<>(1))
                        .add(change);
            }
        }
    }

    /** What tells so, besides the answer. */
    private record Found(LoopPass.Production production, List<EventKey> evidence) {}

    /** Gives each pass what is known; what was recorded with the loop belongs to the pass that it was recorded in. */
    List<LoopPass> with(List<LoopPass> passes, List<LoopEvent> events) {
        List<Recorded> records = events.stream()
                .filter(Recorded.class::isInstance)
                .map(Recorded.class::cast)
                .toList();
        List<LoopPass> known = new ArrayList<>(passes.size());
        int next = 0;
        for (LoopPass pass : passes) {
            int from = next;
            Instant ended = pass.ended();
            while (next < records.size()
                    && (ended == null || !records.get(next).at().isAfter(ended))) {
                next++;
            }
            known.add(with(pass, records.subList(from, next)));
        }
        return known;
    }

    private LoopPass with(LoopPass pass, List<Recorded> records) {
        return byCommit(records)
                .or(() -> byDeployment(records))
                .or(() -> byMove(pass))
                .map(found -> with(pass, found))
                .orElse(pass);
    }

    /** Of its commits that run in production, the last that came there. Empty if none does. */
    private Optional<Found> byCommit(List<Recorded> records) {
        return records.stream()
                .filter(record -> record.artifact() instanceof Commit)
                .map(record -> record.artifact().id())
                .distinct()
                .flatMap(commit -> changes.getOrDefault(commit, List.of()).stream())
                .filter(change -> !change.merge())
                .flatMap(Productions::found)
                .max(Comparator.comparing(found -> found.production().at()));
    }

    private static Stream<Found> found(Change change) {
        Delivery deployed = change.deployed();
        return deployed == null || deployed.baseline()
                ? Stream.empty()
                : Stream.of(found(deployed.at(), "commit", change.evidence()));
    }

    private Optional<Found> byDeployment(List<Recorded> records) {
        return records.stream()
                .filter(record -> record.artifact() instanceof Deployment)
                .flatMap(record -> derivation.find(record.artifact().ref(), record.source()).stream())
                .filter(snapshot ->
                        snapshot.artifact() instanceof Deployment deployment && deployment.isSuccessfulInProduction())
                .min(Comparator.comparing(Snapshot::deliveredAt))
                .map(snapshot -> found(snapshot.deliveredAt(), "loop", List.of(snapshot.evidence())));
    }

    /** It left DEPLOY forwards. */
    private static Optional<Found> byMove(LoopPass pass) {
        List<StageVisit> visits = pass.visits();
        for (int i = 0; i + 1 < visits.size(); i++) {
            StageVisit visit = visits.get(i);
            Instant left = visit.left();
            if (visit.stage() == Stage.DEPLOY
                    && left != null
                    && visit.stage().isBefore(visits.get(i + 1).stage())) {
                return Optional.of(found(left, "move", visit.evidence()));
            }
        }
        return Optional.empty();
    }

    private static Found found(Instant at, String linkedBy, List<EventKey> evidence) {
        return new Found(new LoopPass.Production(at, linkedBy), evidence);
    }

    private static LoopPass with(LoopPass pass, Found found) {
        TreeSet<EventKey> evidence = new TreeSet<>(pass.evidence());
        evidence.addAll(found.evidence());
        return new LoopPass(
                pass.loop(),
                pass.cycle(),
                pass.end(),
                pass.ended(),
                pass.visits(),
                found.production(),
                pass.labels(),
                List.copyOf(evidence));
    }
}
