package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where telemetry is missing. */
final class Silences implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        SortedMap<String, List<Snapshot<Measurement>>> byService = new TreeMap<>();
        for (Snapshot<Measurement> snapshot : derivation.latest(Measurement.class)) {
            byService
                    .computeIfAbsent(service(snapshot.labels()), name -> new ArrayList<>())
                    .add(snapshot);
        }
        SortedMap<String, Deployed> running = new TreeMap<>();
        derivation
                .emitted(Deployed.class)
                .filter(Deployed::isInProduction)
                .filter(deployed -> !service(deployed.labels()).isEmpty())
                .forEach(deployed -> running.putIfAbsent(service(deployed.labels()), deployed));
        running.forEach(
                (service, first) -> silences(service, first, byService.getOrDefault(service, List.of()), derivation));
        derivation.loops().forEach((loop, events) -> new LoopSilences(loop, byService, derivation).walk(events));
    }

    private static String service(Labels labels) {
        return labels.get(Labels.SERVICE).orElse("");
    }

    private static void silences(
            String service, Deployed first, List<Snapshot<Measurement>> samples, Derivation derivation) {
        Instant finished = first.finishedAt();
        Instant last = finished == null ? first.startedAt() : finished;
        EventKey told = first.evidence().get(0);
        Labels labels = Labels.of(Labels.SERVICE, service);
        for (Snapshot<Measurement> sample : samples) {
            Instant at = sample.artifact().at();
            if (at.isAfter(last)) {
                if (Duration.between(last, at).compareTo(Silence.SHORTEST) >= 0) {
                    derivation.emit(new Silence(service, false, last, at, labels, List.of(told, sample.evidence())));
                }
                last = at;
                told = sample.evidence();
            }
        }
        derivation.emit(new Silence(service, false, last, null, labels, List.of(told)));
    }

    /** Where a loop left MONITOR, and nothing had been measured since it entered OPERATE. */
    private static final class LoopSilences {
        private final LoopId loop;
        private final Map<String, List<Snapshot<Measurement>>> byService;
        private final Derivation derivation;
        private @Nullable Instant since;
        private boolean isMeasured;
        private Labels labels = Labels.none();

        LoopSilences(LoopId loop, Map<String, List<Snapshot<Measurement>>> byService, Derivation derivation) {
            this.loop = loop;
            this.byService = byService;
            this.derivation = derivation;
        }

        void walk(List<LoopEvent> events) {
            for (LoopEvent event : events) {
                labels = Scope.united(labels, event.labels());
                if (event instanceof Recorded recorded) {
                    isMeasured |= recorded.artifact() instanceof Measurement;
                } else if (event instanceof Returned) {
                    since = null;
                } else if (event instanceof Advanced advanced) {
                    moved(advanced);
                }
            }
        }

        private void moved(Advanced move) {
            Stage left = move.transition().from();
            if (left == Stage.OPERATE || (left == Stage.MONITOR && since == null)) {
                since = move.entered();
            }
            if (left == Stage.MONITOR) {
                Instant from = since == null ? move.entered() : since;
                if (!isMeasured && !isSeen(from, move.at())) {
                    derivation.emit(new Silence(loop.toString(), true, from, move.at(), labels, List.of(move.key())));
                }
                since = null;
                isMeasured = false;
            }
        }

        private boolean isSeen(Instant from, Instant to) {
            String service = service(labels);
            return byService.entrySet().stream()
                    .filter(entry -> service.isEmpty() || entry.getKey().equals(service))
                    .flatMap(entry -> entry.getValue().stream())
                    .map(sample -> sample.artifact().at())
                    .anyMatch(at -> !at.isBefore(from) && !at.isAfter(to));
        }
    }
}
