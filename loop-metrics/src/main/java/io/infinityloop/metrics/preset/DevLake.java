package io.infinityloop.metrics.preset;

/**
 * Apache DevLake.
 *
 * <ul>
 *   <li>Lead time: one sample for each merged pull request, from the first commit's author time to the deployment; put
 *       together of coding, review and deployment time, each in whole minutes, rounded up; a negative part is dropped
 *       and the others summed all the same, so that a commit made after the request was opened, or a deployment before
 *       the merge, gives a time that nobody waited ({@code change_lead_time_calculator.go}, {@code computeTimeSpan}).
 *       The lower of the two in the middle is the median ({@code percent_rank() <= 0.5}).
 *   <li>Deployment frequency: judged by the median number of days with a deployment in a week from Monday, the first
 *       and the last week also if partial ({@code DORA.json}). Roll-backs are deployments.
 *   <li>Change failure rate: distinct successful production deployments with an incident, by all of them; an incident
 *       is put down to the last success strictly before it in the whole project, of any service, however long ago
 *       ({@code incident_deploy_connector.go}; issue 8150). A deployment that failed by itself never counts.
 *   <li>Time to restore: from the creation of the incident to its resolution, the lower median
 *       ({@code lead_time_minutes}; its documentation says mean).
 * </ul>
 *
 * <p>Source: apache/incubator-devlake at 420e494b (2026-05-05), {@code backend/plugins/dora/tasks} and
 * {@code grafana/dashboards/DORA.json}. Left out: its tables of levels, which no report has as they stand.
 */
final class DevLake {
    private DevLake() {}

    static Preset preset() {
        return Preset.of(
                "devlake",
                "Apache DevLake at 420e494b",
                new Option[] {
                    LeadTimeRules.Sample.PULL_REQUEST,
                    LeadTimeRules.Whole.THREE_PARTS,
                    Span.Rounding.MINUTES_UP,
                    Span.Summary.LOWER_MEDIAN
                },
                new Option[] {FrequencyRules.Counted.ALL, FrequencyRules.Rate.DAYS_OF_WEEK_FROM_MONDAY},
                new Option[] {
                    FailureRules.Denominator.SUCCESSFUL,
                    FailureRules.Link.LAST_SUCCESS_BEFORE,
                    FailureRules.Impact.ANY,
                    FailureRules.Rollbacks.IN
                },
                new Option[] {RestoreRules.Counting.STARTED, Span.Rounding.MINUTES_UP, Span.Summary.LOWER_MEDIAN});
    }
}
