package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanFormatTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    @Tag("ART-04")
    void the_plan_of_a_slow_checkout_has_four_tasks_and_a_sprint_and_comes_back_equal() {
        PlanItem plan = PlanItem.builder("SHOP-7", T0, "Speed up checkout")
                .problem("Checkout takes 10 seconds (target: 2 seconds)")
                .task("Profile code to find bottleneck")
                .task("Optimize database queries")
                .task("Add caching layer")
                .task("Test with load testing")
                .priority(1)
                .estimate(new PlanPlace.Estimate(new BigDecimal("2.50"), "days"))
                .iteration("sprint-12")
                .acceptanceCriterion("Checkout takes 2 seconds in production")
                .goal(new OutcomeGoal("checkout.duration", new BigDecimal("10"), new BigDecimal("2"), "s"))
                .build();
        Recorded event = new Recorded(EventMetadata.of("1", "team-log", T0), null, plan);

        Recorded read = (Recorded) Lines.event(EventWriter.toJson(event));

        assertThat(read).isEqualTo(event);
        PlanItem back = (PlanItem) read.artifact();
        assertThat(back.tasks()).hasSize(4).contains("Add caching layer");
        assertThat(back.place().iteration()).isEqualTo("sprint-12");
        assertThat(back.place().priority()).isEqualTo(1);
        assertThat(back.place().estimate()).isEqualTo(new PlanPlace.Estimate(new BigDecimal("2.50"), "days"));
        assertThat(back.brief().problem()).startsWith("Checkout takes 10 seconds");
        assertThat(back.acceptanceCriteria()).containsExactly("Checkout takes 2 seconds in production");
    }

    @Test
    void a_line_that_says_nothing_of_place_and_brief_shares_what_is_not_known() {
        PlanItem plan = (PlanItem) ((Recorded) Lines.event(EventWriter.toJson(new Recorded(
                        EventMetadata.of("1", "team-log", T0), null, PlanItem.of("SHOP-7", T0, "Speed up")))))
                .artifact();

        assertThat(plan.place()).isSameAs(PlanPlace.UNKNOWN);
        assertThat(plan.brief()).isSameAs(PlanBrief.UNKNOWN);
    }
}
