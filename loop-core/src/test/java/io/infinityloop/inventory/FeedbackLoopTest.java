package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Aim;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.FeedbackState;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.PlanItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeedbackLoopTest {
    private static final Instant T0 = Instant.parse("2026-01-11T09:00:00Z");
    private static final List<Insight> FIVE = IntStream.rangeClosed(1, 5)
            .mapToObj(i -> Insight.of("i-" + i, T0, "seen " + i))
            .toList();

    @Test
    @Tag("FBK-06")
    void of_5_insights_and_a_limit_of_3_three_are_planned_two_queued_and_none_lost() {
        InsightQueue.Taken first = InsightQueue.withLimit(3).with(FIVE).take();

        assertThat(first.planned()).containsExactlyElementsOf(FIVE.subList(0, 3));
        assertThat(first.rest().waiting()).containsExactlyElementsOf(FIVE.subList(3, 5));
        InsightQueue.Taken second = first.rest().take();
        assertThat(second.planned()).containsExactlyElementsOf(FIVE.subList(3, 5));
        assertThat(second.rest().waiting()).isEmpty();
    }

    @Test
    void a_fuller_snapshot_keeps_the_place_and_nothing_found_takes_none() {
        Insight fuller = FIVE.get(0).proposing("act");
        assertThat(InsightQueue.withLimit(1)
                        .with(FIVE)
                        .with(List.of(fuller, Insight.nothingFound("n", T0)))
                        .waiting())
                .hasSize(5)
                .startsWith(fuller);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InsightQueue.withLimit(0))
                .withMessage("limit 0 for insights in one plan: expected 1 or more");
    }

    @Test
    @Tag("FBK-08")
    void insights_are_filtered_by_target_and_both_targets_become_plan_items() {
        Insight product = FIVE.get(0).proposing("cache it").with(Aim.at(Aim.Target.PRODUCT));
        Insight process = FIVE.get(1).with(Aim.at(Aim.Target.PROCESS));
        InsightQueue queue = InsightQueue.withLimit(3).with(List.of(product, process, FIVE.get(2)));

        assertThat(queue.aimedAt(Aim.Target.PRODUCT)).containsExactly(product);
        assertThat(queue.aimedAt(Aim.Target.PROCESS)).containsExactly(process);
        assertThat(NextPlan.item("p-1", T0, product))
                .returns("cache it", PlanItem::title)
                .returns(List.of(product.ref()), PlanItem::derivedFrom);
        assertThat(NextPlan.item("p-2", T0, process))
                .returns("seen 2", PlanItem::title)
                .returns(List.of(process.ref()), PlanItem::derivedFrom);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NextPlan.item("p-3", T0, Insight.nothingFound("n", T0)))
                .withMessageContaining("nothing to plan");
    }

    @Test
    @Tag("FBK-12")
    void a_test_channel_delivers_2_items_and_both_are_inputs_of_the_insight() {
        FeedbackChannel form = (since, until) -> List.of(
                Feedback.fromUsers("f-2", T0.minusSeconds(60), "slow"),
                Feedback.fromUsers("f-1", T0.minusSeconds(90), "ugly"),
                Feedback.fromUsers("f-0", T0, "too late for this span"));

        List<Feedback> inputs = FeedbackChannel.collectAll(List.of(form, form), T0.minusSeconds(90), T0);
        List<ArtifactRef> refs = inputs.stream().map(Feedback::ref).toList();
        Insight insight = new Insight(ArtifactMetadata.of("i", T0).derivedFrom(refs), "slow and ugly", "");

        assertThat(insight.derivedFrom())
                .containsExactly(ArtifactRef.parse("feedback:f-1"), ArtifactRef.parse("feedback:f-2"));
        Artifact planned = NextPlan.item("p", T0, insight);
        assertThat(Lineage.of(List.of(inputs.get(0), inputs.get(1), insight, planned))
                        .back(planned.ref())
                        .orThrow()
                        .of(Feedback.KIND))
                .containsExactlyElementsOf(inputs);
    }

    @Test
    @Tag("ART-25")
    void feedback_that_is_open_longer_than_a_limit_is_listed() {
        Duration week = Duration.ofDays(7);
        Feedback old = Feedback.fromUsers("old", T0.minus(week).minusNanos(1), "slow");
        Feedback justInTime = Feedback.fromUsers("just", T0.minus(week), "slow");
        Feedback triaged = Feedback.fromUsers("triaged", T0.minus(Duration.ofDays(9)), "slow")
                .in(FeedbackState.TRIAGED);
        Feedback done = Feedback.fromUsers("done", T0.minus(Duration.ofDays(9)), "slow");

        assertThat(OpenItems.among(List.of(
                                triaged,
                                old,
                                justInTime,
                                done,
                                done.in(FeedbackState.TRIAGED).in(FeedbackState.FOLLOWED_UP)))
                        .feedbackOlderThan(week, T0))
                .containsExactly(old, triaged);
    }
}
