package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Test runs that failed on a version in production. */
record FlagEvidence() implements FailureEvidence {
    @Override
    public void find(Production production, List<LinkedIncident> incidents, Signs signs) {
        Map<EventKey, List<Snapshot<TestRun>>> runs = new HashMap<>();
        for (Snapshot<TestRun> run : production.tests()) {
            run.artifact().derivedFrom().stream()
                    .filter(ref -> ref.isOf(Deployment.KIND))
                    .flatMap(ref -> production.named(ref, run.event().source()).stream())
                    .forEach(deployment -> runs.computeIfAbsent(deployment.evidence(), same -> new ArrayList<>())
                            .add(run));
        }
        if (runs.isEmpty()) {
            return;
        }
        for (List<Snapshot<Deployment>> history : production.histories()) {
            Instant after = null;
            for (int i = history.size() - 1; i >= 0; i--) {
                Snapshot<Deployment> deployment = history.get(i);
                if (deployment.artifact().isSuccessfulInProduction()) {
                    flag(deployment, runs.getOrDefault(deployment.evidence(), List.of()), after, signs);
                    after = deployment.deliveredAt();
                }
            }
        }
    }

    /** From the last to the first run, so that each knows when its subject passed next. */
    private static void flag(
            Snapshot<Deployment> deployment, List<Snapshot<TestRun>> runs, @Nullable Instant after, Signs signs) {
        Map<String, Instant> passed = new HashMap<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            Snapshot<TestRun> run = runs.get(i);
            String subject = run.artifact().subject();
            if (run.artifact().outcome().isSuccess()) {
                passed.put(subject, run.artifact().at());
            } else if (run.artifact().outcome().isFailure()) {
                signs.failed(
                        deployment,
                        new Failure(
                                Failure.Sign.FLAGGED,
                                run.artifact().ref().toString(),
                                run.artifact().at(),
                                earlier(
                                        passed.get(subject),
                                        after,
                                        run.artifact().at()),
                                false,
                                "id",
                                run.evidence()));
            }
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant passed, @Nullable Instant deployed, Instant failed) {
        Instant end = deployed != null && !deployed.isBefore(failed) ? deployed : null;
        return passed != null && (end == null || passed.isBefore(end)) ? passed : end;
    }
}
