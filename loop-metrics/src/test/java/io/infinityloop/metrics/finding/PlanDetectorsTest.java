package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.started;
import static io.infinityloop.metrics.finding.Found.in;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemBuilder;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanDetectorsTest {
    private static final double TEN_DAYS = 240;
    private static final double YEAR = 8_760;

    private static PlanItemBuilder item(double hours) {
        return PlanItem.builder("P-1", at(hours), "checkout");
    }

    private static PlanItem clear(double hours) {
        return item(hours).priority(1).acceptanceCriterion("pays in 2 s").build();
    }

    @Test
    @Tag("ANTI-01")
    @Tag("THR-20")
    void tasks_for_work_six_months_ahead_are_found_and_five_months_are_fine() {
        Recorded detailed = recorded(item(9).task("button").task("form").build());
        Recorded coarse = recorded(item(9).build());
        assertThat(messages(PlanDetectors.detailedFarAhead(), YEAR, labelled(detailed, Labels.DUE, "2026-07-05")))
                .containsExactly("plan item P-1 is due on 2026-07-05 and is already cut into tasks: 2, found from"
                        + " 2026-07-05 on");
        assertThat(messages(PlanDetectors.detailedFarAhead(), YEAR, labelled(detailed, Labels.DUE, "2026-06-05")))
                .isEmpty();
        assertThat(messages(PlanDetectors.detailedFarAhead(), YEAR, labelled(coarse, Labels.DUE, "2026-07-05")))
                .isEmpty();
        assertThat(messages(PlanDetectors.detailedFarAhead(), YEAR, labelled(detailed, Labels.DUE, "next year")))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-02")
    void a_plan_of_developers_alone_is_found_and_one_with_operations_is_fine() {
        Recorded plan = recorded(item(1).build());
        assertThat(messages(PlanDetectors.plannedWithoutOperations(), YEAR, labelled(plan, Labels.ROLES, "DEV")))
                .containsExactly("plan item P-1 was planned by DEV: nobody took part who runs it");
        assertThat(messages(PlanDetectors.plannedWithoutOperations(), YEAR, labelled(plan, Labels.ROLES, "DEV, OPS")))
                .isEmpty();
        assertThat(messages(PlanDetectors.plannedWithoutOperations(), YEAR, labelled(plan, Labels.ROLES, "dev,sre")))
                .isEmpty();
        assertThat(messages(PlanDetectors.plannedWithoutOperations(), YEAR, plan))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-03")
    void eleven_days_in_plan_are_found_with_a_limit_of_ten_and_nine_are_fine() {
        Detector<?, ?> tenDays = PlanDetectors.overPlanning(Duration.ofDays(10));
        assertThat(messages(tenDays, YEAR, advanced("L", Stage.PLAN, 0, 264)))
                .containsExactly("L was in PLAN for 11 d, more than 10 d");
        assertThat(messages(tenDays, YEAR, advanced("L", Stage.PLAN, 0, 216))).isEmpty();
        assertThat(messages(tenDays, YEAR, advanced("L", Stage.PLAN, 0, TEN_DAYS)))
                .isEmpty();
        assertThat(messages(tenDays, 264, started("L", 0))).containsExactly("L is in PLAN for 11 d, more than 10 d");
    }

    @Test
    @Tag("ANTI-03")
    void without_a_limit_long_planning_is_not_looked_for() {
        assertThat(PlanDetectors.overPlanning().obstacle())
                .contains("no limit is set for the time in PLAN, and the sources give none");
        assertThat(messages(PlanDetectors.overPlanning(), YEAR, advanced("L", Stage.PLAN, 0, 5_000)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanDetectors.overPlanning(Duration.ZERO))
                .withMessage(
                        "finding.over-planning: the option 'limit' is PT0S, expected a duration of more than zero");
    }

    @Test
    @Tag("ANTI-04")
    void a_change_that_enters_code_without_criteria_or_priority_is_found() {
        LoopEvent[] move = {started("L", 0), advanced("L", Stage.PLAN, 0, 5)};
        assertThat(messages(
                        PlanDetectors.unclearPlanItem(),
                        YEAR,
                        move[0],
                        move[1],
                        in("L", item(1).priority(1).build())))
                .containsExactly("plan item P-1 went into CODE: nothing says when it is done");
        assertThat(messages(
                        PlanDetectors.unclearPlanItem(),
                        YEAR,
                        move[0],
                        move[1],
                        in("L", item(1).acceptanceCriterion("pays").build())))
                .containsExactly("plan item P-1 went into CODE: nothing says how urgent it is");
        assertThat(messages(PlanDetectors.unclearPlanItem(), YEAR, move[0], move[1], in("L", clear(1))))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-04")
    void criteria_that_come_after_the_work_began_are_too_late() {
        assertThat(messages(
                        PlanDetectors.unclearPlanItem(),
                        YEAR,
                        started("L", 0),
                        in("L", item(1).priority(1).build()),
                        advanced("L", Stage.PLAN, 0, 5),
                        in("L", clear(8))))
                .hasSize(1);
        assertThat(messages(PlanDetectors.unclearPlanItem(), YEAR, recorded(item(1).build())))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-04")
    void without_moves_the_first_commit_that_names_the_item_is_the_beginning() {
        Recorded work = recorded(new Commit(
                ArtifactMetadata.of("c1", at(3)).derivedFrom(List.of(ArtifactRef.parse("plan-item:P-1"))),
                at(3),
                "",
                List.of()));
        assertThat(messages(
                        PlanDetectors.unclearPlanItem(),
                        YEAR,
                        work,
                        recorded(item(1).priority(1).build())))
                .hasSize(1);
        assertThat(messages(PlanDetectors.unclearPlanItem(), YEAR, work, recorded(clear(1))))
                .isEmpty();
        assertThat(messages(PlanDetectors.unclearPlanItem(), YEAR, commit("c1", 3), recorded(item(1).build())))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-35")
    void a_plan_that_asks_nothing_of_monitoring_or_recovery_is_found() {
        PlanItem fast = item(1).requirement(QualityRequirement.Kind.SCALABILITY, "1000 users")
                .build();
        PlanItem seen = item(1).requirement(QualityRequirement.Kind.MONITORING, "errors on a dashboard")
                .build();
        PlanItem taken = item(1).requirement(QualityRequirement.Kind.DEPLOYMENT, "back within 5 minutes")
                .build();
        assertThat(messages(PlanDetectors.operationsLeftOut(), YEAR, recorded(fast)))
                .containsExactly("plan item P-1 requires nothing of monitoring, deployment and recovery");
        assertThat(messages(PlanDetectors.operationsLeftOut(), YEAR, recorded(seen)))
                .isEmpty();
        assertThat(messages(PlanDetectors.operationsLeftOut(), YEAR, recorded(taken)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-40")
    void a_requirement_that_changes_in_the_cycles_2_and_3_is_found_and_once_is_fine() {
        LoopEvent[] once = {
            in("L", item(1).acceptanceCriterion("pays in 5 s").build()),
            advanced("L", Stage.MONITOR, 9, 10),
            in("L", item(11).acceptanceCriterion("pays in 3 s").build()),
            advanced("L", Stage.MONITOR, 19, 20),
            in("L", item(21).acceptanceCriterion("pays in 3 s").build())
        };
        assertThat(messages(PlanDetectors.requirementChangedAgain(), YEAR, once))
                .isEmpty();
        LoopEvent[] twice = once.clone();
        twice[4] = in("L", item(21).acceptanceCriterion("pays in 2 s").build());
        assertThat(messages(PlanDetectors.requirementChangedAgain(), YEAR, twice))
                .containsExactly("plan item P-1 was written anew in the cycles 2, 3 of its loop, more than once after"
                        + " the first");
    }
}
