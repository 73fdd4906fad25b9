package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.artifact.PlanBrief.Timing;
import io.infinityloop.artifact.QualityRequirement.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanItemTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final OutcomeGoal FASTER =
            new OutcomeGoal("checkout.duration", new BigDecimal("10"), new BigDecimal("2"), "s");

    /** All that a plan had better say; each test leaves something out. */
    private static PlanItemBuilder complete() {
        return PlanItem.builder("SHOP-7", T0, "Speed up checkout")
                .task("Profile")
                .acceptanceCriterion("Deployed and monitored")
                .iteration("sprint-1")
                .priority(1)
                .estimate(PlanPlace.Estimate.of(5, "points"))
                .problem("Checkout takes 10 seconds")
                .value("easy-to-pay")
                .goal(FASTER)
                .signal(Timing.LEADING, "cycle time")
                .risk("The cache serves old prices");
    }

    private static PlanItemBuilder withRequirements(PlanItemBuilder item) {
        for (Kind kind : Kind.values()) {
            item.requirement(kind, "some");
        }
        return item;
    }

    @Test
    @Tag("ART-06")
    void a_plan_that_does_not_say_how_success_is_observed_is_valid_and_has_that_gap() {
        PlanItem item = withRequirements(complete())
                .signal(Timing.LAGGING, "payments per day")
                .build();

        assertThat(item.gaps()).containsExactly(new Gap("successObservation", "nothing says how success will be seen"));
        assertThat(item.toBuilder()
                        .successObservation("More baskets are paid")
                        .build()
                        .gaps())
                .isEmpty();
    }

    @Test
    @Tag("ART-06")
    void leading_and_lagging_signals_are_missed_apart() {
        PlanItem item =
                withRequirements(complete()).successObservation("More baskets").build();

        assertThat(item.brief().signals(Timing.LEADING))
                .extracting(PlanBrief.Signal::measure)
                .containsExactly("cycle time");
        assertThat(item.gaps())
                .extracting(Gap::message)
                .containsExactly("no lagging signal tells whether it had its effect");
    }

    @Test
    @Tag("ART-08")
    void a_plan_without_requirements_names_the_missing_kinds() {
        PlanItem none = complete().build();
        PlanItem some = complete()
                .requirement(Kind.SECURITY, "No card number is stored")
                .build();

        assertThat(none.gaps())
                .contains(new Gap(
                        "requirements", "nothing is required of scalability, security, monitoring, deployment"));
        assertThat(some.gaps())
                .contains(new Gap("requirements", "nothing is required of scalability, monitoring, deployment"));
    }

    @Test
    void a_plan_of_which_only_the_title_is_known_has_every_other_gap() {
        assertThat(PlanItem.of("a", T0, "title").gaps())
                .extracting(Gap::field)
                .containsExactly(
                        "tasks",
                        "acceptanceCriteria",
                        "iteration",
                        "priority",
                        "estimate",
                        "problem",
                        "value",
                        "goals",
                        "signals",
                        "signals",
                        "successObservation",
                        "risks",
                        "requirements");
    }

    @Test
    @Tag("ART-09")
    void a_goal_from_10_s_to_2_s_is_reached_at_2_0_s_and_not_at_2_1_s() {
        assertThat(FASTER.isReached(new BigDecimal("2.0"))).isTrue();
        assertThat(FASTER.isReached(new BigDecimal("2.1"))).isFalse();
        assertThat(FASTER.improvementPercent(new BigDecimal("2.0"))).contains(new BigDecimal("80"));
        assertThat(FASTER.improvementPercent(new BigDecimal("2.1"))).contains(new BigDecimal("79"));
        assertThat(FASTER.improvementPercent(new BigDecimal("11"))).contains(new BigDecimal("-10"));
    }

    @Test
    void a_goal_may_also_rise_and_begin_at_nothing() {
        OutcomeGoal more = new OutcomeGoal("sales", BigDecimal.ZERO, BigDecimal.TEN, "per day");
        OutcomeGoal debt = new OutcomeGoal("result", new BigDecimal("-4"), BigDecimal.ONE, "EUR");

        assertThat(more.isLessBetter()).isFalse();
        assertThat(more.isReached(BigDecimal.TEN)).isTrue();
        assertThat(more.isReached(new BigDecimal("9.99"))).isFalse();
        assertThat(more.improvementPercent(BigDecimal.ONE)).isEmpty();
        assertThat(debt.improvementPercent(new BigDecimal("-2"))).contains(new BigDecimal("50"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutcomeGoal("sales", BigDecimal.ONE, new BigDecimal("1.0"), "per day"))
                .withMessage("the goal of sales asks for no change: the target 1.0 equals the baseline;"
                        + " expected one above or below it");
    }

    @Test
    @Tag("FBK-15")
    void an_assumption_without_evidence_after_the_cycle_is_listed() {
        Insight insight = Insight.of("cards", T0, "nine of ten pay by card");
        PlanItem planned = complete()
                .assumption("Customers have cards")
                .assumption("The bank answers in 1 s")
                .build();

        PlanItem monitored =
                planned.with("Customers have cards", new Assumption.Evidence(insight.ref(), Assumption.Bearing.FOR));

        assertThat(planned.openAssumptions()).hasSize(2);
        assertThat(monitored.openAssumptions()).containsExactly(Assumption.of("The bank answers in 1 s"));
        assertThat(monitored.brief().assumptions().get(0).evidence())
                .extracting(Assumption.Evidence::source, Assumption.Evidence::bearing)
                .containsExactly(tuple(insight.ref(), Assumption.Bearing.FOR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planned.with("x", new Assumption.Evidence(insight.ref(), Assumption.Bearing.AGAINST)))
                .withMessage("plan item SHOP-7 does not assume 'x'");
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete().priority(0).build())
                .withMessage("priority 0 is below 1, which is the most urgent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanPlace.Estimate.of(-1, "days"))
                .withMessage("estimate -1 is negative: expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete().parent("SHOP-7").build())
                .withMessage("plan item SHOP-7 is its own parent");
    }

    @Test
    void a_builder_changes_nothing_that_was_not_said_again() {
        PlanItem item = withRequirements(complete())
                .work(PlanItemKind.OPERATIONAL)
                .level(PlanLevel.STORY)
                .status(PlanPlace.Status.OPEN)
                .parent("SHOP-0")
                .assumption("some")
                .successObservation("seen")
                .build();

        assertThat(item.toBuilder().build()).isEqualTo(item);
        assertThat(PlanItem.of("a", T0, "t").toBuilder().build()).isEqualTo(PlanItem.of("a", T0, "t"));
    }
}
