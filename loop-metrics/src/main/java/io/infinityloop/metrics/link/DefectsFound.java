package io.infinityloop.metrics.link;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where defects were found. */
final class DefectsFound implements SubjectProducer {
    /** Tests that are run again and again. */
    private record Suite(String source, @Nullable LoopId loop, String subject, Stage stage) {}

    /** A stage of a loop that work was sent back from. */
    private record Sender(LoopId loop, Stage stage) {}

    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<Incident> snapshot : derivation.latest(Incident.class)) {
            if (!snapshot.artifact().response().practice()) {
                emit(derivation, snapshot, Stage.OPERATE);
            }
        }
        Map<Sender, List<Span>> senders = new HashMap<>();
        if (!derivation.loops().isEmpty()) {
            derivation.events().stream()
                    .filter(DefectsFound::isBack)
                    .forEach(move -> sentBack(move, senders, derivation));
        }
        failed(senders, derivation);
    }

    private static boolean isBack(LoopEvent event) {
        return event instanceof Returned
                || (event instanceof Advanced advanced
                        && !advanced.transition().closesCycle()
                        && advanced.transition()
                                .to()
                                .isBefore(advanced.transition().from()));
    }

    private static void sentBack(LoopEvent move, Map<Sender, List<Span>> senders, Derivation derivation) {
        LoopId loop = move.loop();
        Stage from = Moves.from(move);
        if (loop != null && from != null) {
            senders.computeIfAbsent(new Sender(loop, from), same -> new ArrayList<>(1))
                    .add(new Span(Moves.entered(move), move.at()));
            derivation.emit(
                    new DefectFound(move.key().toString(), from, move.at(), move.labels(), List.of(move.key())));
        }
    }

    /** The first of each row of failures, unless the loop was sent back because of it. */
    private static void failed(Map<Sender, List<Span>> senders, Derivation derivation) {
        Set<Suite> red = new HashSet<>();
        for (Snapshot<TestRun> snapshot : derivation.latest(TestRun.class)) {
            TestRun run = snapshot.artifact();
            LoopId loop = snapshot.event().loop();
            Suite suite = new Suite(snapshot.event().source(), loop, run.subject(), run.stage());
            if (run.outcome() == Outcome.PASSED) {
                red.remove(suite);
            } else if (run.outcome() == Outcome.FAILED && red.add(suite) && !isSentBack(snapshot, senders)) {
                emit(derivation, snapshot, run.stage());
            }
        }
    }

    private static boolean isSentBack(Snapshot<TestRun> snapshot, Map<Sender, List<Span>> senders) {
        LoopId loop = snapshot.event().loop();
        Instant at = snapshot.event().at();
        return loop != null
                && senders.getOrDefault(new Sender(loop, snapshot.artifact().stage()), List.of()).stream()
                        .anyMatch(span -> span.contains(at) || at.equals(span.to()));
    }

    private static void emit(Derivation derivation, Snapshot<?> snapshot, Stage stage) {
        derivation.emit(new DefectFound(
                snapshot.artifact().ref().toString(),
                stage,
                snapshot.artifact().at(),
                snapshot.labels(),
                List.of(snapshot.evidence())));
    }
}
