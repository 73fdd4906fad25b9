package io.infinityloop.testkit;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
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
     * @param id unique in the journey; ids of artifacts may begin with it
     * @param at when it was produced
     * @return the artifacts, in the order in which they are recorded; possibly none
     */
    List<Artifact> leaving(Stage stage, String id, Instant at);

    /**
     * Returns evidence that satisfies {@link io.infinityloop.machine.LoopDefinition#delivery()}: a plan item, a commit,
     * a passed build and what it built, passed tests of that, its release with a recovery path, its successful
     * deployment to production, a record of its operation, and an insight. All are about one and the same digest.
     *
     * @return the evidence
     */
    static Evidence usual() {
        return UsualEvidence::leaving;
    }
}
