package io.infinityloop.metrics.finding;

import java.util.Collection;
import java.util.List;

/**
 * The detectors of the library, each with its default limits, stage by stage.
 *
 * @since 0.1
 */
public final class LibraryDetectors implements DetectorProvider {
    /** Creates the provider. */
    public LibraryDetectors() {}

    @Override
    public Collection<Detector<?, ?>> detectors() {
        return List.of(
                PlanDetectors.detailedFarAhead(),
                PlanDetectors.plannedWithoutOperations(),
                PlanDetectors.overPlanning(),
                PlanDetectors.unclearPlanItem(),
                PlanDetectors.operationsLeftOut(),
                PlanDetectors.requirementChangedAgain(),
                CodeDetectors.longLivedBranch(),
                CodeDetectors.unreviewedMerge(),
                CodeDetectors.untrackedSource(),
                CodeDetectors.lateIntegration(),
                BuildDetectors.manualBuild(),
                BuildDetectors.slowBuild(),
                BuildDetectors.buildInProduction(),
                BuildDetectors.buildWithoutTests(),
                TestDetectors.untestedChange(),
                TestDetectors.manualTestsOnly(),
                TestDetectors.slowEndToEndTests(),
                TestDetectors.localCiDifference(),
                TestDetectors.lateSecurity(),
                ReleaseDetectors.manualRelease(),
                ReleaseDetectors.largeRelease(),
                ReleaseDetectors.infrequentRelease(),
                DeployDetectors.manualDeployment(),
                DeployDetectors.noRecoveryPath(),
                DeployDetectors.deploymentOutsideWindow(),
                DeployDetectors.unverifiedDeployment(),
                OperateDetectors.manualScaling(),
                OperateDetectors.noTelemetry(),
                OperateDetectors.alertFatigue(),
                OperateDetectors.poorAlert(),
                OperateDetectors.singleResponder(),
                MonitorDetectors.shortRetention(),
                MonitorDetectors.unobservedRelease(),
                LoopDetectors.devopsSilo());
    }

    @Override
    public Collection<ScorecardDetector> scorecardDetectors() {
        return List.of(
                ResultDetectors.vanityMetric(),
                ResultDetectors.metricWithoutAction(),
                ResultDetectors.releasePressure(),
                ResultDetectors.automationWithoutSimplification(),
                ResultDetectors.growingApprovals(),
                ResultDetectors.toolingProgramme());
    }
}
