package io.infinityloop.metrics.preset;

/**
 * Google's Four Keys, which is no longer maintained.
 *
 * <ul>
 *   <li>Whatever is asked for, the number is about the last three months ({@code DATE_SUB(CURRENT_DATE(), INTERVAL 3
 *       MONTH)}, {@code METRICS.md}).
 *   <li>Lead time: one sample for each commit of the push whose commit the deployment names, not of all since the
 *       deployment before: where several merges go out at once the earlier ones are lost (issues 46 and 287). From the
 *       committer's time, in whole minutes, cut off; what takes no whole minute is dropped as an automated push
 *       ({@code queries/deployments.sql}). Here a push is the commit that the deployment names with those of its pull
 *       request.
 *   <li>Deployment frequency: judged by the median number of days with a deployment in a week from Sunday, as BigQuery
 *       has it, the first and the last week also if partial.
 *   <li>Change failure rate: rows of changes with an incident by distinct deployments that name commits, so that two
 *       incidents of one deployment count twice and the rate may exceed 100 % (issues 213, 285 and 351); only incidents
 *       whose text names the root cause are linked.
 *   <li>Time to restore: from the creation of the incident, or the deployment of the named root cause if that is
 *       earlier, to its closing, in whole hours, cut off; the median, by the start ({@code queries/incidents.sql}).
 * </ul>
 *
 * <p>Source: dora-team/fourkeys at 6c642e0. Where it grades an empty range as best ("One day", "0-15%") the number is
 * undefined here.
 */
final class FourKeys {
    private FourKeys() {}

    static Preset preset() {
        return Preset.of(
                "fourkeys",
                "Google Four Keys at 6c642e0",
                new Option[] {
                    LeadTimeRules.Start.COMMITTED,
                    LeadTimeRules.Contents.NAMED,
                    Span.Rounding.MINUTES_DOWN,
                    LeadTimeRules.Sign.ZERO_OUT,
                    LeadTimeRules.Merges.IN,
                    LeadTimeRules.Seed.IN,
                    Range.LAST_THREE_MONTHS
                },
                new Option[] {
                    FrequencyRules.Counted.ALL, FrequencyRules.Rate.DAYS_OF_WEEK_FROM_SUNDAY, Range.LAST_THREE_MONTHS
                },
                new Option[] {
                    FailureRules.Numerator.INCIDENTS,
                    FailureRules.Denominator.WITH_COMMITS,
                    FailureRules.Link.STATED,
                    FailureRules.Impact.ANY,
                    FailureRules.Rollbacks.IN,
                    Range.LAST_THREE_MONTHS
                },
                new Option[] {
                    RestoreRules.Start.CAUSE_IF_EARLIER,
                    RestoreRules.Counting.STARTED,
                    Span.Rounding.HOURS_DOWN,
                    Span.Summary.MEDIAN,
                    Range.LAST_THREE_MONTHS
                });
    }
}
