package io.infinityloop.metrics.preset;

/**
 * Middleware.
 *
 * <ul>
 *   <li>Lead time: one sample for each pull request that was merged in the window, if it was deployed at all; the mean
 *       of five parts (coding, first response, rework, merging, deployment), of which a missing one is 0, so that a
 *       request without a review looks fast ({@code lead_time.py}, {@code etl_code_analytics.py}). Where no deployment
 *       is known the merge is the end.
 *   <li>Deployment frequency: successful runs by calendar days, the fraction cut off: three in four days are 0 a day
 *       (issue 593; {@code get_average_of_dict_values} divides by {@code //}).
 *   <li>Change failure rate: runs with an incident by all runs, also failed and cancelled ones; an incident is put down
 *       to the last run at or before it, however long ago; without a run the rate is 0 ({@code incidents.py}).
 *   <li>Time to restore: from creation to resolution, the mean, of the incidents that were resolved in the window.
 * </ul>
 *
 * <p>Source: middlewarehq/middleware at 5471e35, {@code backend/analytics_server/mhq/service}. Left out: reverts that
 * it takes for incidents, and the filter against bots.
 */
final class Middleware {
    private Middleware() {}

    static Preset preset() {
        return Preset.of(
                "middleware",
                "Middleware at 5471e35",
                new Option[] {
                    LeadTimeRules.Sample.PULL_REQUEST,
                    LeadTimeRules.Counting.MERGED,
                    LeadTimeRules.Whole.FIVE_PARTS,
                    LeadTimeRules.Start.COMMITTED,
                    LeadTimeRules.Seed.IN,
                    Span.Summary.MEAN
                },
                new Option[] {FrequencyRules.Counted.ALL, FrequencyRules.Rate.WHOLE_PER_CALENDAR_DAY},
                new Option[] {
                    FailureRules.Denominator.ALL_RUNS,
                    FailureRules.Link.LAST_RUN,
                    FailureRules.Impact.ANY,
                    FailureRules.Rollbacks.IN,
                    FailureRules.Empty.ZERO
                },
                new Option[0]);
    }
}
