package io.infinityloop.metrics.preset;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.preset.DefinitionComparison.Effect;
import io.infinityloop.metrics.preset.DefinitionComparison.Row;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * A worked example: two weeks of one service, and what six tools say about it. Hours count from a Monday.
 *
 * <p>Two pull requests are merged and deployed, a third commit comes without one:
 *
 * <pre>
 * #1  commits a at 0 and b at 2, opened at 3, reviewed at 4, approved at 5, merged at 6, deployed at 10
 * #2  commit  c at 8, opened at 9, nobody looks at it, merged at 20, deployed at 30
 *     commit  d at 29, deployed at 30
 * </pre>
 *
 * <p>The deployment at 30 names c and d; the one at 10 names b only, and a comes with it. The deployment at 40 fails,
 * the one at 50 brings the version before back, the one at 60 puts it right. Customers notice an incident from 31 to
 * 34, which names the deployment at 30; nobody notices one from 45 to 46.
 */
class DefinitionComparisonTest {
    private static final Window WEEKS = new Window(at(0), at(14 * 24));

    /** Measuring began with the service: what the first deployment brings along is no history from before. */
    private static final Linker WHOLE_HISTORY =
            Linker.builder().historyIsBaseline(false).build();

    private static final LoopEvent[] LOG = {
        commit("a", 0),
        commit("b", 2, "a"),
        commit("c", 8, "b"),
        commit("d", 29, "c"),
        request("1", 3, 6, List.of(review(4, Review.Verdict.COMMENTED), review(5, Review.Verdict.APPROVED)), "a", "b"),
        request("2", 9, 20, List.of(), "c"),
        deployed("d10", 10, "commit:b"),
        deployed("d30", 30, "commit:c", "commit:d"),
        deployment("d40", 40, Environment.PRODUCTION, DeploymentStatus.FAILED, "commit:d"),
        deployed("d50", 50, DeploymentPurpose.ROLLBACK),
        deployed("d60", 60, "commit:d"),
        resolved("INC-1", 31, 34, "deployment:d30"),
        quiet()
    };

    private static Review review(double hour, Review.Verdict verdict) {
        return Review.byOther(at(hour), verdict, "reviewer");
    }

    private static LoopEvent request(String id, double opened, double merged, List<Review> reviews, String... commits) {
        return recorded(new PullRequest(
                ArtifactMetadata.of(id, at(opened))
                        .derivedFrom(Stream.of(commits)
                                .map(commit -> ArtifactRef.parse("commit:" + commit))
                                .toList()),
                "",
                PullRequest.Status.MERGED,
                at(merged),
                reviews,
                null,
                ChangeDetails.UNKNOWN));
    }

    private static LoopEvent quiet() {
        Artifact incident =
                new io.infinityloop.artifact.Incident(ArtifactMetadata.of("INC-2", at(45)), "slow", false, at(46));
        return recorded(incident);
    }

    private static Derived derived() {
        return WHOLE_HISTORY.link(Facts.of(List.of(LOG)), WEEKS.to(), Preset.producers());
    }

    private static List<Row> rows(String metric) {
        return DefinitionComparison.of(metric, Preset.all(), derived(), new Frame(WEEKS, WEEKS.to(), ZoneOffset.UTC));
    }

    private static Row row(String metric, String preset) {
        return rows(metric).stream()
                .filter(row -> row.preset().equals(preset))
                .findFirst()
                .orElseThrow();
    }

    private static String number(MetricResult result) {
        return result instanceof MetricResult.Value value ? value.headline().toString() : result.toString();
    }

    private static String hours(double hours) {
        return Math.round(hours * 3600) + "s";
    }

    @Nested
    class Change_lead_time {
        private static final String METRIC = "dora.change-lead-time";

        /** 10, 8, 22 and 1 hours. */
        @Test
        void is_the_median_of_four_commits_for_us() {
            assertThat(number(row(METRIC, "dora").result())).isEqualTo(hours(9));
            assertThat(row(METRIC, "dora").effects()).isEmpty();
        }

        /** 10 of #1 and 22 of #2; the lower one. */
        @Test
        void is_the_lower_of_two_pull_requests_for_devlake() {
            Row row = row(METRIC, "devlake");
            assertThat(number(row.result())).isEqualTo(hours(10));
            assertThat(row.effects())
                    .extracting(Effect::rule)
                    .containsExactlyInAnyOrder("sample", "whole", "rounding", "statistic");
            Effect decisive = row.decisive().orElseThrow();
            assertThat(decisive.rule()).isEqualTo("statistic");
            assertThat(decisive.theirs()).isEqualTo("the lower of the two in the middle");
            assertThat(number(decisive.result())).isEqualTo(hours(16));
        }

        /** From the merge: 4 hours on the first day, 10 on the second; the half of both. */
        @Test
        void is_the_median_of_daily_medians_from_the_merge_for_gitlab() {
            assertThat(number(row(METRIC, "gitlab").result())).isEqualTo(hours(7));
            assertThat(row(METRIC, "gitlab").decisive().map(Effect::rule)).contains("start");
        }

        /** Of b 8 and, of its request, a 10; of c 22 and of d 1; once more of d 31 at 60. */
        @Test
        void counts_what_a_deployment_names_for_four_keys() {
            assertThat(number(row(METRIC, "fourkeys").result())).isEqualTo(hours(10));
        }

        /** The mean of 10, 8, 22 and 1. */
        @Test
        void is_a_mean_for_metrik() {
            assertThat(number(row(METRIC, "metrik").result())).isEqualTo(hours(10.25));
            assertThat(row(METRIC, "metrik").decisive().map(Effect::rule)).contains("statistic");
        }

        /** #1 is 10 = 3 + 1 + 1 + 1 + 4; of #2 the 11 hours that it was open count as nothing: 1 + 10. */
        @Test
        void takes_a_request_that_nobody_looked_at_for_fast_in_middleware() {
            Row row = row(METRIC, "middleware");
            assertThat(number(row.result())).isEqualTo(hours(10.5));
            Effect whole = row.effects().stream()
                    .filter(effect -> effect.rule().equals("whole"))
                    .findFirst()
                    .orElseThrow();
            assertThat(number(whole.result())).isEqualTo(hours(16));
            assertThat(whole.theirs())
                    .isEqualTo("coding + response + rework + merging + deployment, a missing part is 0");
        }
    }

    @Nested
    class Deployment_frequency {
        private static final String METRIC = "dora.deployment-frequency";

        /** Three in 14 days for us; with the roll-back four; on three days of the first of two weeks. */
        @Test
        void differs_by_roll_backs_weeks_and_cut_off_fractions() {
            assertThat(number(row(METRIC, "dora").result())).isEqualTo("0.214285714/day");
            assertThat(number(row(METRIC, "gitlab").result())).isEqualTo("0.285714286/day");
            assertThat(number(row(METRIC, "metrik").result())).isEqualTo("0.285714286/day");
            assertThat(number(row(METRIC, "devlake").result())).isEqualTo("0.214285714/day");
            assertThat(number(row(METRIC, "middleware").result())).isEqualTo("0/day");
            assertThat(row(METRIC, "middleware").decisive().map(Effect::rule)).contains("rate");
        }
    }

    @Nested
    class Change_failure_rate {
        private static final String METRIC = "dora.change-failure-rate";

        /**
         * Of d10, d30 and d60 one failed. Others count the roll-back, too, and the incident that nobody noticed: GitLab
         * 2 of 4; DevLake puts that to d30, which has failed anyhow, 1 of 4; Middleware to d40, which failed by itself,
         * 2 of 5; Metrik sees d40 only, 1 of 5; for Four Keys d50 names no commit, and nobody named a cause of INC-2.
         */
        @Test
        void differs_by_what_is_a_failure_and_what_is_a_deployment() {
            assertThat(number(row(METRIC, "dora").result())).isEqualTo("0.333333333");
            assertThat(number(row(METRIC, "devlake").result())).isEqualTo("0.25");
            assertThat(number(row(METRIC, "gitlab").result())).isEqualTo("0.5");
            assertThat(number(row(METRIC, "middleware").result())).isEqualTo("0.4");
            assertThat(number(row(METRIC, "metrik").result())).isEqualTo("0.2");
            assertThat(number(row(METRIC, "fourkeys").result())).isEqualTo("0.333333333");
            assertThat(row(METRIC, "devlake").decisive().map(Effect::rule)).contains("counted");
        }
    }

    @Nested
    class Time_to_restore {
        private static final String METRIC = "dora.time-to-restore";

        /**
         * 3 hours and 1: the mean is 2, and so is the median of the one day on which both ended; the lower one is 1.
         * From d30 on it is 4 hours and 1. Metrik sees the failed run at 40 and the success at 50 only.
         */
        @Test
        void differs_by_what_is_restored() {
            assertThat(number(row(METRIC, "dora").result())).isEqualTo(hours(2));
            assertThat(number(row(METRIC, "middleware").result())).isEqualTo(hours(2));
            assertThat(number(row(METRIC, "devlake").result())).isEqualTo(hours(1));
            assertThat(number(row(METRIC, "gitlab").result())).isEqualTo(hours(2));
            assertThat(number(row(METRIC, "fourkeys").result())).isEqualTo(hours(2.5));
            assertThat(number(row(METRIC, "metrik").result())).isEqualTo(hours(10));
            assertThat(row(METRIC, "metrik").decisive().map(Effect::rule)).contains("sample");
        }
    }

    @Test
    void with_all_rules_ours_every_preset_says_what_we_say() {
        for (MetricDefinition metric : Preset.defined()) {
            RuledMetric ruled = Preset.ruled(metric.id()).orElseThrow();
            for (Preset preset : Preset.all()) {
                Rules rules = preset.rules(metric.id()).orElseThrow();
                assertThat(rules.with(ruled.ours().options().toArray(Option[]::new)))
                        .isEqualTo(ruled.ours());
            }
            MetricResult byRules = io.infinityloop.metrics.Analysis.builder(WEEKS.to(), ZoneOffset.UTC)
                    .metric(ruled.by("ours", ruled.ours(), "us"))
                    .window(WEEKS)
                    .build()
                    .run(derived())
                    .cells()
                    .get(0)
                    .result();
            assertThat(number(byRules))
                    .isEqualTo(number(row(metric.id(), "dora").result()));
        }
    }

    @Test
    void a_metric_that_nobody_else_defines_is_refused_with_those_that_are_defined() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows("flow.wip"))
                .withMessage("there is nothing to compare 'flow.wip' with: tools define [dora.change-lead-time,"
                        + " dora.deployment-frequency, dora.change-failure-rate, dora.time-to-restore]");
        assertThat(rows("MTTR")).isEqualTo(rows("mttr")).hasSize(6);
    }

    @Test
    void what_a_tool_lacks_is_named() {
        Derived none = Linker.derive(Facts.of(List.of(commit("a", 1))), WEEKS.to(), Preset.producers());
        assertThat(Stream.of("dora", "devlake", "metrik")
                        .map(preset -> ofNothing(none, "dora.change-lead-time", preset)))
                .containsExactly(
                        "undefined: no changes deployed to production are known",
                        "undefined: no merged pull requests with a lead time in this window",
                        "undefined: no changes deployed to production in this window");
        assertThat(ofNothing(none, "dora.time-to-restore", "metrik"))
                .isEqualTo("undefined: no failed runs with a later success in this window");
    }

    private static String ofNothing(Derived none, String metric, String preset) {
        return DefinitionComparison.of(
                        metric, List.of(Preset.named(preset)), none, new Frame(WEEKS, WEEKS.to(), ZoneOffset.UTC))
                .get(0)
                .result()
                .toString();
    }
}
