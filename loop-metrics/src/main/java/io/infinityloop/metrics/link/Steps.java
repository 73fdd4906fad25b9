package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import java.util.List;

/** The moves of loops, and the steps of build, test, release and deployment. */
final class Steps implements SubjectProducer {
    private static final List<Class<? extends Artifact>> STEPS =
            List.of(Build.class, TestRun.class, Release.class, Deployment.class);

    @Override
    public void produce(Derivation derivation) {
        derivation.loops().values().forEach(events -> moves(derivation, events));
        for (Class<? extends Artifact> type : STEPS) {
            derivation.latest(type).forEach(snapshot -> derivation.emit(step(snapshot)));
        }
    }

    private static void moves(Derivation derivation, List<LoopEvent> events) {
        Labels ofLoop = Moves.of(events).labels();
        for (LoopEvent event : events) {
            if (event instanceof Advanced advanced) {
                derivation.emit(new StepTaken(
                        advanced.loop() + " leaves " + advanced.transition().from(),
                        advanced.transition().from(),
                        true,
                        event.metadata().trigger(),
                        event.at(),
                        Moves.with(ofLoop, event.labels()),
                        List.of(event.key())));
            }
        }
    }

    private static StepTaken step(Snapshot<? extends Artifact> snapshot) {
        return new StepTaken(
                snapshot.artifact().ref().toString(),
                snapshot.artifact().stage(),
                false,
                snapshot.event().trigger(),
                snapshot.event().at(),
                snapshot.labels(),
                List.of(snapshot.evidence()));
    }
}
