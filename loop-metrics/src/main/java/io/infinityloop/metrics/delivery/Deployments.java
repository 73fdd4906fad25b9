package io.infinityloop.metrics.delivery;

import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.Deployed;
import java.time.Instant;

/** Where a deployment to production is seen that was meant to deliver something. */
final class Deployments {
    private Deployments() {}

    /** At its end; nowhere if it has none, was cancelled, went elsewhere or only brought an earlier version back. */
    static Place place(Deployed deployed) {
        if (deployed.environment() != Environment.PRODUCTION) {
            return new Place.Nowhere("not in production");
        }
        String unfinished = switch (deployed.status()) {
            case IN_PROGRESS -> "still running";
            case CANCELLED -> "cancelled";
            case UNKNOWN -> "outcome unknown";
            case SUCCEEDED, FAILED, ROLLED_BACK -> "";
        };
        if (!unfinished.isEmpty()) {
            return new Place.Nowhere(unfinished);
        }
        if (deployed.plan().purpose() == DeploymentPurpose.ROLLBACK) {
            return new Place.Nowhere("roll-back");
        }
        Instant finishedAt = deployed.finishedAt();
        return finishedAt == null ? new Place.Nowhere("end unknown") : new Place.At(finishedAt);
    }
}
