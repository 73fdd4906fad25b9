package io.infinityloop.testkit;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.time.Instant;
import java.util.List;

/**
 * What a change has to show when it leaves a stage. {@link Journeys} asks it for the artifacts of each advance.
 *
 * <p>A definition that requires what {@link #usual()} does not have needs one of its own.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Evidence {
    /**
     * Returns what lets a loop leave a stage.
     *
     * @param stage the stage that is left
     * @param id unique in the journey; artifacts may add to it
     * @param at when it was produced
     * @return the artifacts, in the order in which they are recorded; possibly none
     */
    List<Artifact> leaving(Stage stage, String id, Instant at);

    /** {@return one good artifact of the stage: a plan item in PLAN, a passed build in BUILD, and so on} */
    static Evidence usual() {
        return (stage, id, at) -> List.of(
                switch (stage) {
                    case PLAN -> PlanItem.of(id, at, "pay by card");
                    case CODE -> Commit.of(id, at, "pay by card");
                    case BUILD -> Build.of(id, at, Outcome.PASSED);
                    case TEST -> TestRun.of(id, at, Outcome.PASSED);
                    case RELEASE -> Release.of(id, at, id, List.of());
                    case DEPLOY -> Deployment.toProduction(id, at, List.of());
                    case OPERATE -> OperationRecord.of(id, at, "a quiet day");
                    case MONITOR -> Insight.of(id, at, "one in three pays by card");
                });
    }
}
