package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProvider;
import java.util.Collection;
import java.util.List;

/**
 * Hands over the metrics of this package.
 *
 * @since 0.1
 */
public final class DeliveryMetrics implements MetricProvider {
    /** Creates the provider. */
    public DeliveryMetrics() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(
                ReleaseBatchSize.calculator(),
                ReleaseFrequency.calculator(),
                ReleaseLeadTime.calculator(),
                UnreleasedChanges.calculator(),
                BranchAge.calculator(),
                RevertedReleaseShare.calculator(),
                FixReleaseShare.calculator(),
                BuildDuration.calculator(),
                BuildQueueTime.calculator(),
                BuildSuccessRate.calculator(),
                BuildCoverage.calculator(),
                BrokenBuildRepair.calculator(),
                GreenMainLine.calculator(),
                TestPassRate.calculator(),
                TestAutomation.calculator(),
                FlakyTestRate.calculator(),
                EnvironmentFailures.calculator(),
                LoadTestPassRate.calculator(),
                TestedChanges.calculator(),
                ProductionReadiness.calculator(),
                OpenBranches.calculator(),
                IntegrationFrequency.calculator(),
                CommitSize.calculator(),
                ReviewCoverage.calculator(),
                ReviewTurnaround.calculator(),
                ApprovalWaitTime.calculator(),
                ApprovalWaitShare.calculator(),
                AutomationShare.calculator(),
                DeploymentDuration.calculator(),
                DeploymentSuccessRate.calculator(),
                RollbackRate.calculator(),
                BlastRadius.calculator(),
                CodeCoverage.calculator(),
                SchedulePredictability.calculator(),
                FeatureAdoption.calculator(),
                DebtGrowth.calculator());
    }
}
