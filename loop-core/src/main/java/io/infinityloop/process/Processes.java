package io.infinityloop.process;

import java.util.List;

/**
 * The processes that the library knows.
 *
 * @since 0.1
 */
public final class Processes {
    private Processes() {}

    /** {@return the table of each process of this package, in the order of the loop} */
    public static List<Lifecycle<?>> all() {
        return List.of(
                ReleaseLife.LIFECYCLE,
                DeploymentLife.LIFECYCLE,
                BlueGreen.LIFECYCLE,
                Rolling.LIFECYCLE,
                Rollout.LIFECYCLE,
                IncidentLife.LIFECYCLE,
                LearningPath.LIFECYCLE,
                FeedbackLife.LIFECYCLE,
                MonitorRound.LIFECYCLE);
    }
}
