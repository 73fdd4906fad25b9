package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.delivery.Figures.WEEK;
import static io.infinityloop.metrics.delivery.Figures.hours;
import static io.infinityloop.metrics.delivery.Figures.minutes;
import static io.infinityloop.metrics.delivery.Figures.ratio;
import static io.infinityloop.metrics.delivery.Figures.result;
import static io.infinityloop.metrics.delivery.Figures.status;
import static io.infinityloop.metrics.delivery.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Window;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CodeMetricsTest {
    private static Recorded branch(String name, double began, @Nullable Double merged, String... commits) {
        ArtifactMetadata metadata = ArtifactMetadata.of(name, at(began))
                .derivedFrom(List.of(commits).stream().map(ArtifactRef::parse).toList());
        return recorded(new Branch(metadata, name, merged == null ? null : at(merged)));
    }

    private static Recorded pullRequest(String id, double opened, @Nullable Double merged, Review... reviews) {
        return recorded(new PullRequest(
                ArtifactMetadata.of(id, at(opened)),
                "",
                merged == null ? PullRequest.Status.OPEN : PullRequest.Status.MERGED,
                merged == null ? null : at(merged),
                List.of(reviews),
                null,
                ChangeDetails.UNKNOWN));
    }

    private static Recorded commit(String hash, ChangeDetails details) {
        return recorded(Commit.of(hash, at(1), "").with(details));
    }

    @Nested
    class Branches {
        private final Window untilNow = new Window(at(0), at(60));

        @Test
        @Tag("MET-20")
        void merged_after_30_hours_and_open_for_50_are_shown_and_the_second_is_beyond_the_limit() {
            LoopEvent[] log = {branch("merged", 1, 31.0), branch("open", 10, null)};
            assertThat(((MetricResult.Value) result(BranchAge.calculator(), untilNow, log)).headline())
                    .isEqualTo(hours(30));
            MetricResult.Value open = (MetricResult.Value) result(OpenBranches.calculator(), untilNow, log);
            assertThat(open.headline()).isEqualTo(Amount.count(1));
            assertThat(open.parts())
                    .containsExactly(
                            entry("beyond the limit", Amount.count(1)),
                            entry("median age", hours(50)),
                            entry("oldest", hours(50)));
            assertThat(BranchAge.TARGET.judge(hours(50))).isEqualTo(Target.Status.MISSED);
            assertThat(BranchAge.TARGET.judge(hours(30))).isEqualTo(Target.Status.MET);
        }

        @Test
        @Tag("THR-12")
        void are_ideal_at_20_hours_good_at_40_and_too_old_at_49() {
            assertThat(status(BranchAge.calculator(), branch("b", 0, 20.0))).isEqualTo(Target.Status.IDEAL);
            assertThat(status(BranchAge.calculator(), branch("b", 0, 40.0))).isEqualTo(Target.Status.MET);
            assertThat(status(BranchAge.calculator(), branch("b", 0, 49.0))).isEqualTo(Target.Status.MISSED);
            Target target =
                    Objects.requireNonNull(BranchAge.DEFINITION.profile().target());
            assertThat(target.judge(hours(24))).isEqualTo(Target.Status.IDEAL);
            assertThat(target.judge(hours(48))).isEqualTo(Target.Status.MET);
        }

        @Test
        void are_open_until_they_are_merged_and_beyond_the_limit_after_it() {
            MetricResult.Value value = (MetricResult.Value) result(
                    OpenBranches.calculator(Duration.ofHours(10)),
                    untilNow,
                    branch("of just that age", 50, null),
                    branch("merged at the end", 0, 60.0),
                    branch("not yet begun", 60, null));
            assertThat(value.headline()).isEqualTo(Amount.count(2));
            assertThat(value.parts()).containsEntry("beyond the limit", Amount.count(1));
            assertThat(value.definition()).isEqualTo("delivery.open-branches@limit-36000s");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OpenBranches.calculator(Duration.ofHours(-1)))
                    .withMessage("the limit of open branches is PT-1H: expected an age, zero or more");
        }
    }

    @Nested
    class Integration {
        private final Window fiveDays = new Window(at(0), at(5 * 24));

        @Test
        @Tag("MET-21")
        void of_5_merges_in_5_days_is_once_a_day() {
            MetricResult.Value value = (MetricResult.Value) result(
                    IntegrationFrequency.calculator(),
                    fiveDays,
                    pullRequest("1", 1, 10.0),
                    pullRequest("2", 1, 20.0),
                    pullRequest("3", 1, 70.0),
                    branch("b1", 1, 30.0),
                    branch("b2", 1, 90.0),
                    pullRequest("open", 1, null),
                    branch("open", 1, null));
            assertThat(value.headline()).hasToString("1/day");
            assertThat(value.parts()).containsEntry("count", Amount.count(5));
        }

        @Test
        void counts_a_branch_and_its_pull_request_once() {
            Recorded request = recorded(new PullRequest(
                    ArtifactMetadata.of("1", at(1)).derivedFrom(List.of(ArtifactRef.parse("commit:a"))),
                    "",
                    PullRequest.Status.MERGED,
                    at(5),
                    List.of(),
                    null,
                    ChangeDetails.UNKNOWN.withBranch("feature")));
            assertThat(value(
                                    IntegrationFrequency.calculator(),
                                    request,
                                    branch("feature", 0, 5.0),
                                    branch("merge of a", 0, 5.0, "commit:a"),
                                    branch("another", 0, 6.0))
                            .parts())
                    .containsEntry("count", Amount.count(2));
        }
    }

    @Nested
    class Batch_size {
        @Test
        @Tag("MET-22")
        void of_commits_of_10_20_and_30_lines_has_the_median_20_and_one_is_above_20() {
            MetricResult.Value value = value(
                    CommitSize.calculator(),
                    commit("a", ChangeDetails.UNKNOWN.withLines(10, 0)),
                    commit("b", ChangeDetails.UNKNOWN.withLines(15, 5)),
                    commit("c", ChangeDetails.UNKNOWN.withLines(0, 30)));
            assertThat(value.headline()).isEqualTo(Amount.count(20));
            assertThat(value.parts()).containsEntry("above the limit", Amount.count(1));
        }

        @Test
        @Tag("MET-22")
        void of_releases_is_the_number_of_their_changes() {
            MetricResult.Value value = value(
                    ReleaseBatchSize.calculator(),
                    commit("a", ChangeDetails.UNKNOWN),
                    commit("b", ChangeDetails.UNKNOWN),
                    commit("c", ChangeDetails.UNKNOWN),
                    commit("d", ChangeDetails.UNKNOWN),
                    release("v1", 2, "commit:a"),
                    release("v2", 3, "commit:b", "commit:c", "commit:d"));
            assertThat(value.headline()).isEqualTo(Amount.count(2));
            assertThat(value.parts().get("p95")).hasToString("2.9");
        }

        @Test
        @Tag("THR-11")
        void meets_its_guide_at_20_lines_and_at_21_it_is_advice_that_blocks_nothing() {
            Target target =
                    Objects.requireNonNull(CommitSize.DEFINITION.profile().target());
            assertThat(status(CommitSize.calculator(), commit("a", ChangeDetails.UNKNOWN.withLines(20, 0))))
                    .isEqualTo(Target.Status.MET);
            assertThat(status(CommitSize.calculator(), commit("a", ChangeDetails.UNKNOWN.withLines(21, 0))))
                    .isEqualTo(Target.Status.MISSED);
            assertThat(target.advisory()).isTrue();
            assertThat(target.isBreachedBy(Amount.count(21))).isFalse();
        }

        @Test
        void leaves_out_merges_and_what_has_no_size_or_one_beyond_counting() {
            Recorded merge = recorded(new Commit(ArtifactMetadata.of("m", at(2)), at(2), "", List.of("a", "b")));
            MetricResult result = result(
                    CommitSize.calculator(),
                    merge,
                    commit("a", ChangeDetails.UNKNOWN),
                    commit("b", ChangeDetails.UNKNOWN.withLines(Long.MAX_VALUE, 1)));
            assertThat(result.excluded())
                    .containsOnly(
                            entry("merge commit", 1L), entry("size unknown", 1L), entry("size beyond counting", 1L));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CommitSize.calculator(-1))
                    .withMessage("the limit of a commit's size is -1: expected a number of lines, zero or more");
            assertThat(value(CommitSize.calculator(5), commit("c", ChangeDetails.UNKNOWN.withLines(6, 0)))
                            .parts())
                    .containsEntry("above the limit", Amount.count(1));
        }
    }

    @Nested
    class Reviews {
        private final Review approval = Review.byOther(at(3), Review.Verdict.APPROVED, "reviewer");

        @Test
        @Tag("MET-38")
        void of_3_of_4_merged_pull_requests_are_75_percent_and_their_turnaround_is_told() {
            LoopEvent[] log = {
                pullRequest("1", 1, 4.0, approval),
                pullRequest("2", 2, 4.0, Review.byOther(at(2.5), Review.Verdict.COMMENTED, "reviewer"), approval),
                pullRequest("3", 2, 4.0, Review.byAuthor(at(2), Review.Verdict.APPROVED), approval),
                pullRequest("4", 2, 4.0, Review.byAuthor(at(2), Review.Verdict.APPROVED)),
                pullRequest("open", 2, null)
            };
            assertThat(value(ReviewCoverage.calculator(), log).headline()).isEqualTo(ratio("0.75"));
            MetricResult.Value turnaround = value(ReviewTurnaround.calculator(), log);
            assertThat(turnaround.headline()).isEqualTo(minutes(60));
            assertThat(turnaround.n()).isEqualTo(3);
            assertThat(turnaround.excluded())
                    .containsOnly(entry("closed without a review", 1L), entry("waits for a review", 1L));
        }

        @Test
        void after_the_merge_or_taken_back_before_it_do_not_count() {
            assertThat(value(
                                    ReviewCoverage.calculator(),
                                    pullRequest("late", 1, 2.0, approval),
                                    pullRequest(
                                            "taken back",
                                            1,
                                            5.0,
                                            approval,
                                            Review.byOther(at(4), Review.Verdict.CHANGES_REQUESTED, "reviewer")),
                                    pullRequest(
                                            "of two",
                                            1,
                                            5.0,
                                            approval,
                                            Review.byOther(at(4), Review.Verdict.CHANGES_REQUESTED, "reviewer-2")))
                            .parts())
                    .containsExactly(entry("all", Amount.count(3)), entry("with", Amount.count(1)));
        }
    }

    @Nested
    class Changes_with_tests {
        private final LoopEvent[] log = {
            commit("a", ChangeDetails.UNKNOWN.withAssets(List.of(AssetKind.CODE, AssetKind.TEST))),
            commit("b", ChangeDetails.UNKNOWN.withAssets(List.of(AssetKind.CODE))),
            commit("c", ChangeDetails.UNKNOWN.withAssets(List.of(AssetKind.CODE, AssetKind.CONFIGURATION))),
            commit("d", ChangeDetails.UNKNOWN.withAssets(List.of(AssetKind.PIPELINE))),
            commit("e", ChangeDetails.UNKNOWN)
        };

        @Test
        @Tag("GATE-24")
        void are_1_of_3_and_the_other_2_are_listed() {
            TestedChanges changes = TestedChanges.of(derive(log), WEEK);
            assertThat(changes.untested()).containsExactly("b", "c");
            assertThat(changes.tested()).containsExactly("a");
            MetricResult.Value value = value(TestedChanges.calculator(), log);
            assertThat(value.headline()).isEqualTo(ratio("0.333333333"));
            assertThat(value.excluded()).containsExactly(entry("does not say what it changes", 1L));
        }

        @Test
        void are_told_per_window_and_label() {
            assertThat(TestedChanges.of(derive(log), new Window(at(2), at(3))).untested())
                    .isEmpty();
            assertThat(derive(labelled((Recorded) log[1], Labels.SERVICE, "shop"))
                            .subjects(io.infinityloop.metrics.link.Revision.class)
                            .get(0)
                            .labels()
                            .get(Labels.SERVICE))
                    .contains("shop");
        }
    }
}
