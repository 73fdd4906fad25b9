package io.infinityloop.metrics.link;

import java.util.List;

/** What the library itself makes subjects with, besides what is joined by the {@link Linker}. */
final class Producers {
    static final List<SubjectProducer> BUILT_IN = List.of(
            new Branches(),
            new OperationalEvents(),
            new Telemetry(),
            new LoopPasses(),
            new Runs(),
            new PullRequests(),
            new Approvals(),
            new Steps(),
            new Integrations(),
            new Exposures(),
            new LoadTests(),
            new FeedbackSignals(),
            new DefectsFound(),
            new ImprovementActions(),
            new InsightCases(),
            new Plans(),
            new SourceTraces(),
            new ReleaseGaps(),
            new DeploymentContexts(),
            new Scalings(),
            new Silences(),
            new FiredAlerts(),
            new Backups(),
            new ChangeTrials(),
            new TestedBuilds(),
            new Insights());

    private Producers() {}
}
