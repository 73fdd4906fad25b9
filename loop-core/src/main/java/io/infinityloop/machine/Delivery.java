package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;

/** What each stage of a delivery hands over to the next. */
final class Delivery {
    private Delivery() {}

    /** Adds the contracts of a delivery to a definition. */
    static DefinitionBuilder contracts(DefinitionBuilder builder) {
        return builder.require(Stage.PLAN, new Contract.Present(PlanItem.KIND))
                .require(Stage.CODE, new Contract.Present(Commit.KIND))
                .require(Stage.BUILD, new Contract.Present(BuildArtifact.KIND))
                .require(
                        Stage.TEST,
                        new Contract.Passed(TestRun.KIND),
                        new Contract.FieldPresent(TestRun.KIND, "digests"),
                        new Contract.SameDigest(TestRun.KIND, BuildArtifact.KIND))
                .require(
                        Stage.RELEASE,
                        new Contract.FieldPresent(Release.KIND, "recovery"),
                        new Contract.FieldPresent(Release.KIND, "digests"),
                        new Contract.SameDigest(Release.KIND, TestRun.KIND))
                .require(
                        Stage.DEPLOY,
                        new Contract.InEnvironment(Environment.PRODUCTION),
                        new Contract.SameDigest(Deployment.KIND, Release.KIND),
                        new Contract.SameDigest(Deployment.KIND, TestRun.KIND))
                .require(Stage.OPERATE, new Contract.Produced(OperationRecord.KIND))
                .require(Stage.MONITOR, new Contract.Produced(Insight.KIND));
    }
}
