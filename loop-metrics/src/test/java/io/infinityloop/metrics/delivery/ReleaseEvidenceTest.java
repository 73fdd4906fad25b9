package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Commit;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseEvidenceTest {
    private static final Window WEEK = new Window(at(0), at(168));

    @Nested
    class Reverted_releases {
        @Test
        void are_those_of_which_a_later_release_undoes_a_change() {
            Cell cell = cell(
                    RevertedReleaseShare.calculator(),
                    commit("a", 1),
                    release("v1", 2, "commit:a"),
                    revert("b", 3, "a"),
                    release("v2", 4, "commit:b"));
            MetricResult.Value value = (MetricResult.Value) cell.result();
            assertThat(value.headline().number()).isEqualByComparingTo("0.5");
            assertThat(value.parts()).containsEntry("with", Amount.count(1)).containsEntry("all", Amount.count(2));
        }

        @Test
        void are_not_those_that_undo_their_own_changes_or_changes_that_nobody_got() {
            assertThat(share(
                            commit("a", 1),
                            revert("b", 2, "a"),
                            release("v1", 3, "commit:a", "commit:b"),
                            commit("c", 4),
                            revert("d", 5, "c")))
                    .isEqualByComparingTo("0");
        }

        @Test
        void wait_for_the_release_of_the_revert() {
            assertThat(share(commit("a", 1), release("v1", 2, "commit:a"), revert("b", 3, "a")))
                    .isEqualByComparingTo("0");
        }

        @Test
        void are_told_per_service() {
            assertThat(share(
                            commit("a", 1),
                            labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                            labelled(release("mail-1", 2, "commit:a"), Labels.SERVICE, "mail"),
                            revert("b", 3, "a"),
                            labelled(release("shop-2", 4, "commit:b"), Labels.SERVICE, "shop"),
                            labelled(release("mail-2", 4), Labels.SERVICE, "mail")))
                    .isEqualByComparingTo("0.25");
        }

        private static BigDecimal share(LoopEvent... events) {
            return ((MetricResult.Value)
                            cell(RevertedReleaseShare.calculator(), events).result())
                    .headline()
                    .number();
        }
    }

    @Nested
    class Fix_releases {
        @Test
        void are_what_the_user_marked() {
            MetricResult.Value value = (MetricResult.Value) cell(
                            FixReleaseShare.calculator(),
                            labelled(release("v1", 1), Labels.INTENT, "other"),
                            labelled(release("v2", 2), Labels.INTENT, "fix"),
                            labelled(release("v3", 3), Labels.INTENT, "other"),
                            release("v4", 4))
                    .result();
            assertThat(value.headline().number()).isEqualByComparingTo("0.333333333");
            assertThat(value.excluded()).isEqualTo(Map.of("does not say", 1L));
        }

        @Test
        void are_not_guessed() {
            assertThat(cell(FixReleaseShare.calculator(), release("v1.0.1", 1)).result())
                    .hasToString("undefined: no releases that say whether they are fixes are known");
        }
    }

    @Nested
    class Branch_age {
        @Test
        @Tag("MET-20")
        void is_30_hours_for_one_merged_after_30_and_another_is_still_open() {
            MetricResult.Value value =
                    (MetricResult.Value) cell(BranchAge.calculator(), branch("a", 10, at(40)), branch("b", 20, null))
                            .result();
            assertThat(value.headline()).isEqualTo(Amount.of(Duration.ofHours(30)));
            assertThat(value.n()).isEqualTo(1);
            assertThat(value.excluded()).isEqualTo(Map.of("still open", 1L));
        }

        @Test
        void falls_into_the_window_of_the_merge() {
            assertThat(cell(BranchAge.calculator(), branch("a", 10, at(168))).result())
                    .hasToString("undefined: no merged branches in this window");
        }
    }

    private static Cell cell(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return Analysis.builder(at(1_000), ZoneOffset.UTC)
                .metric(metric)
                .window(WEEK)
                .build()
                .run(Facts.of(List.of(events)))
                .cells()
                .get(0);
    }

    private static Recorded revert(String hash, double hours, String reverted) {
        return recorded(
                new Commit(ArtifactMetadata.of(hash, at(hours)), at(hours), "Revert", List.of(), List.of(reverted)));
    }

    private static Recorded branch(String id, double hours, @Nullable Instant mergedAt) {
        return Log.recorded(new Branch(ArtifactMetadata.of(id, at(hours)), "branch " + id, mergedAt));
    }
}
