package io.infinityloop.metrics.preset;

/**
 * GitLab's DORA metrics.
 *
 * <ul>
 *   <li>Lead time: one sample for each merge request, from its merge, "without coding time", to the deployment; the
 *       median of each day in UTC, and of these medians the median, so that a day with one request weighs as much as a
 *       day with a hundred; a negative time is 0 ({@code lead_time_for_changes_metric.rb}, {@code GREATEST(0, …)}).
 *   <li>Deployment frequency: successful deployments by calendar days. Roll-backs are deployments.
 *   <li>Change failure rate: incidents that began, by successful deployments, not linked to each other; a time without
 *       a deployment is taken to have one ({@code GREATEST(deployments, 1)}), so that the rate may exceed 100 %.
 *   <li>Time to restore: from the creation of the incident to its closing; the median of the medians of the days.
 * </ul>
 *
 * <p>Source: GitLab EE as public mirrors had it before 2025, {@code ee/app/models/dora}; read, not copied.
 */
final class GitLab {
    private GitLab() {}

    static Preset preset() {
        return Preset.of(
                "gitlab",
                "GitLab EE, as mirrored before 2025",
                new Option[] {
                    LeadTimeRules.Sample.PULL_REQUEST,
                    LeadTimeRules.Start.MERGED,
                    LeadTimeRules.Sign.CLAMPED,
                    LeadTimeRules.Merges.IN,
                    LeadTimeRules.Seed.IN,
                    Span.Summary.MEDIAN_OF_DAILY_MEDIANS
                },
                new Option[] {FrequencyRules.Counted.ALL, FrequencyRules.Rate.PER_CALENDAR_DAY},
                new Option[] {
                    FailureRules.Numerator.INCIDENTS_CREATED,
                    FailureRules.Denominator.SUCCESSFUL,
                    FailureRules.Impact.ANY,
                    FailureRules.Rollbacks.IN,
                    FailureRules.Empty.ONE
                },
                new Option[] {Span.Summary.MEDIAN_OF_DAILY_MEDIANS});
    }
}
