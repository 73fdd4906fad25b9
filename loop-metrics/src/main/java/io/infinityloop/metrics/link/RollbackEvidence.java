package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import java.util.List;

/** Deployments that were taken back: by their own word, by another's, or by what ran before them. */
record RollbackEvidence(boolean seesRedeployments) implements FailureEvidence {
    @Override
    public void find(Production production, List<LinkedIncident> incidents, Signs signs) {
        for (List<Snapshot<Deployment>> history : production.histories()) {
            Running running = new Running();
            for (Snapshot<Deployment> deployment : history) {
                next(deployment, running, production, signs);
            }
        }
    }

    private void next(Snapshot<Deployment> next, Running running, Production production, Signs signs) {
        Deployment deployment = next.artifact();
        if (deployment.status() == DeploymentStatus.ROLLED_BACK) {
            signs.failed(next, takenBack(next, next, "self"));
            running.tried(next);
        } else if (deployment.plan().purpose() == DeploymentPurpose.ROLLBACK) {
            back(next, running, production, signs);
        } else if (seesRedeployments
                && deployment.plan().purpose() == DeploymentPurpose.UNKNOWN
                && running.ranBefore(next)) {
            running.top().ifPresent(top -> sign(top, next, "artifact", signs));
            running.backTo(next, true);
        } else {
            running.push(next);
        }
    }

    private static void back(Snapshot<Deployment> back, Running running, Production production, Signs signs) {
        List<Snapshot<Deployment>> named = production.namedBy(back);
        if (!named.isEmpty()) {
            named.forEach(bad -> sign(bad, back, "id", signs));
            named.forEach(running::remove);
            running.backTo(back, false);
        } else if (!running.isBack(back)) {
            running.top()
                    .ifPresentOrElse(
                            top -> sign(top, back, "time", signs),
                            () -> signs.unjoined(
                                    "roll-back with no deployment before it",
                                    back.artifact().ref().toString()));
            running.backTo(back, true);
        }
    }

    private static void sign(Snapshot<Deployment> bad, Snapshot<Deployment> back, String linkedBy, Signs signs) {
        signs.failed(bad, takenBack(bad, back, linkedBy));
        signs.remedy(back, bad.artifact().ref().toString());
    }

    private static Failure takenBack(Snapshot<Deployment> bad, Snapshot<Deployment> back, String linkedBy) {
        return new Failure(
                Failure.Sign.ROLLBACK,
                back.artifact().ref().toString(),
                Histories.ranFrom(bad),
                back.artifact().finishedAt() == null
                        ? back.event().at()
                        : back.artifact().finishedAt(),
                false,
                linkedBy,
                back.evidence());
    }
}
