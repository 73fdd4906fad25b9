package io.infinityloop.metrics.link;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.link.InsightCase.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows insights up. The cycle of an insight is the one that its aim names, else the one in which it was recorded;
 * that of a measurement is the one in which it was recorded. What was recorded without a loop has no cycle.
 */
final class InsightCases implements SubjectProducer {
    /** A measurement of a number in a loop. */
    private record Gauge(LoopId loop, String metric, String unit) {}

    /** A measurement and the cycle in which it was taken. */
    private record Taken(long cycle, Snapshot<Measurement> snapshot, Reading.Metric metric) {}

    private static final Comparator<Taken> LATEST_LAST = Comparator.comparingLong(Taken::cycle)
            .thenComparing(taken -> taken.snapshot().artifact().at())
            .thenComparing(taken -> taken.snapshot().evidence());

    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<Insight>> insights = derivation.latest(Insight.class).stream()
                .filter(snapshot -> !snapshot.artifact().isNothingFound())
                .toList();
        if (insights.isEmpty()) {
            return;
        }
        Cycles cycles = new Cycles(derivation);
        Map<Gauge, List<Taken>> taken = taken(derivation, cycles);
        Map<ArtifactRef, List<Snapshot<PlanItem>>> plans = plans(derivation);
        for (Snapshot<Insight> insight : insights) {
            List<Snapshot<PlanItem>> because =
                    plans.getOrDefault(insight.artifact().ref(), List.of());
            boolean aimed = false;
            for (Snapshot<PlanItem> plan : because) {
                for (OutcomeGoal goal : plan.artifact().brief().goals()) {
                    derivation.emit(follow(insight, plan, goal, cycles, taken));
                    aimed = true;
                }
            }
            if (!aimed) {
                derivation.emit(open(insight, "", List.of(insight.evidence())));
            }
        }
    }

    private static Map<ArtifactRef, List<Snapshot<PlanItem>>> plans(Derivation derivation) {
        Map<ArtifactRef, List<Snapshot<PlanItem>>> plans = new HashMap<>();
        for (Snapshot<PlanItem> plan : derivation.latest(PlanItem.class)) {
            plan.artifact().derivedFrom().stream()
                    .filter(ref -> ref.isOf(Insight.KIND))
                    .forEach(ref -> plans.computeIfAbsent(ref, same -> new ArrayList<>(1))
                            .add(plan));
        }
        return plans;
    }

    private static Map<Gauge, List<Taken>> taken(Derivation derivation, Cycles cycles) {
        Map<Gauge, List<Taken>> taken = new HashMap<>();
        for (Snapshot<Measurement> snapshot : derivation.latest(Measurement.class)) {
            LoopId loop = snapshot.event().loop();
            if (loop != null && snapshot.artifact().reading() instanceof Reading.Metric metric) {
                taken.computeIfAbsent(new Gauge(loop, metric.name(), metric.unit()), same -> new ArrayList<>())
                        .add(new Taken(cycles.of(snapshot.event()), snapshot, metric));
            }
        }
        return taken;
    }

    private static InsightCase follow(
            Snapshot<Insight> insight,
            Snapshot<PlanItem> plan,
            OutcomeGoal goal,
            Cycles cycles,
            Map<Gauge, List<Taken>> taken) {
        LoopId own = insight.event().loop();
        LoopId loop = own != null ? own : plan.event().loop();
        long named = insight.artifact().aim().cycle();
        long found = named > 0 ? named : cycles.of(insight.event());
        List<EventKey> evidence =
                Stream.of(insight.evidence(), plan.evidence()).distinct().toList();
        Optional<Taken> decisive = loop == null || found == 0
                ? Optional.empty()
                : taken.getOrDefault(new Gauge(loop, goal.metric(), goal.unit()), List.of()).stream()
                        .filter(later -> later.cycle() > found)
                        .max(LATEST_LAST);
        return decisive.map(last -> closed(insight, goal, last, evidence))
                .orElseGet(() -> open(insight, goal.metric(), evidence));
    }

    private static InsightCase open(Snapshot<Insight> insight, String goal, List<EventKey> evidence) {
        return found(insight, goal, Status.OPEN, null, evidence);
    }

    private static InsightCase closed(
            Snapshot<Insight> insight, OutcomeGoal goal, Taken last, List<EventKey> evidence) {
        return found(
                insight,
                goal.metric(),
                goal.isReached(last.metric().value()) ? Status.CLOSED_IMPROVED : Status.CLOSED_NOT_IMPROVED,
                last.snapshot().artifact().at(),
                Stream.concat(evidence.stream(), Stream.of(last.snapshot().evidence()))
                        .distinct()
                        .toList());
    }

    private static InsightCase found(
            Snapshot<Insight> insight, String goal, Status status, @Nullable Instant closed, List<EventKey> evidence) {
        return new InsightCase(
                insight.artifact().id(), goal, insight.artifact().at(), status, closed, insight.labels(), evidence);
    }

    /** In which cycle of its loop something was recorded. */
    private static final class Cycles {
        private final Map<LoopId, List<LoopPass>> passes = new HashMap<>();

        Cycles(Derivation derivation) {
            for (Subject subject : derivation.subjects()) {
                if (subject instanceof LoopPass pass) {
                    passes.computeIfAbsent(pass.loop(), loop -> new ArrayList<>())
                            .add(pass);
                }
            }
        }

        /** The first cycle that had not ended before; 0 if the event has no loop, or nothing is known of it. */
        long of(Recorded event) {
            LoopId loop = event.loop();
            List<LoopPass> all = loop == null ? List.of() : passes.getOrDefault(loop, List.of());
            return all.stream()
                    .filter(pass -> pass.ended() == null || !pass.ended().isBefore(event.at()))
                    .mapToLong(LoopPass::cycle)
                    .findFirst()
                    .orElse(0);
        }
    }
}
