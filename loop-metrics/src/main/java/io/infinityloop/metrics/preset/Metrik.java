package io.infinityloop.metrics.preset;

/**
 * Metrik of Thoughtworks, which looks at pipelines and at nothing else.
 *
 * <ul>
 *   <li>Lead time: the mean over all commits of the builds since the last success of a pipeline, from the commit's time
 *       to the end of the deployment stage; a commit in two builds counts twice, and a negative time counts as it is.
 *       The window chooses builds: all after the last that was deployed before the window, up to the last that was
 *       deployed in it ({@code LeadTimeForChangeCalculator.kt}).
 *   <li>Deployment frequency: how many runs have a successful deployment stage in the window, of all pipelines
 *       together: the part {@code count}; divided by calendar days it is graded.
 *   <li>Change failure rate: deployment stages that failed by those that failed or succeeded. That is the failure of a
 *       pipeline, not of production: an incident changes nothing ({@code ChangeFailureRateCalculator.kt}).
 *   <li>Time to restore: from the end of the first deployment stage that failed to the end of the next that succeeded,
 *       the mean; it counts when it is over, and may start before the window ({@code MeanTimeToRestoreCalculator.kt}).
 * </ul>
 *
 * <p>Its windows include their last millisecond; here they are half-open as everywhere. Where it says NaN the result is
 * undefined. A pipeline is the subject of the builds, the deployment stage their deployment into production; where no
 * build is known a pipeline is a service, and its commits are those that a deployment was the first to deliver.
 *
 * <p>Source: thoughtworks/metrik at def6a52, {@code metrik/metrics/domain/calculator}; the values of its own tests are
 * reached by ours.
 */
final class Metrik {
    private Metrik() {}

    static Preset preset() {
        return Preset.of(
                "metrik",
                "Thoughtworks Metrik at def6a52",
                new Option[] {
                    LeadTimeRules.Start.COMMITTED,
                    LeadTimeRules.Contents.BUILDS,
                    LeadTimeRules.Sign.KEPT,
                    LeadTimeRules.Merges.IN,
                    LeadTimeRules.Seed.IN,
                    Span.Summary.MEAN
                },
                new Option[] {FrequencyRules.Counted.ALL, FrequencyRules.Rate.PER_CALENDAR_DAY},
                new Option[] {
                    FailureRules.Numerator.FAILED_RUNS,
                    FailureRules.Denominator.SUCCESS_OR_FAILED,
                    FailureRules.Rollbacks.IN
                },
                new Option[] {RestoreRules.Sample.FAILED_RUNS});
    }
}
