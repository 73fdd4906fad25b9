package io.infinityloop.metrics.link;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Ways.all;
import static io.infinityloop.metrics.Ways.built;
import static io.infinityloop.metrics.Ways.staying;
import static io.infinityloop.metrics.Ways.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Ways;
import io.infinityloop.metrics.link.Handoff.Deviation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopPassesTest {
    private static List<Handoff> handoffs(Ways way) {
        return derive(all(way)).subjects(Handoff.class);
    }

    private static List<LoopPass> passes(Ways... ways) {
        return derive(all(ways)).subjects(LoopPass.class);
    }

    @Test
    void one_time_round_is_one_finished_pass_and_the_next_has_begun() {
        List<LoopPass> passes = passes(staying("L", 0, 1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(passes).hasSize(2);
        assertThat(passes.get(0).isFinished()).isTrue();
        assertThat(passes.get(0).started()).isEqualTo(at(0));
        assertThat(passes.get(0).ended()).isEqualTo(at(36));
        assertThat(passes.get(0).visits()).extracting(StageVisit::stage).isEqualTo(Stage.all());
        assertThat(passes.get(1).cycle()).isEqualTo(2);
        assertThat(passes.get(1).end()).isEqualTo(LoopPass.End.NONE);
        assertThat(passes.get(1).started()).isEqualTo(at(36));
    }

    @Test
    void a_loop_that_is_given_up_ends_its_pass() {
        LoopPass pass = passes(way("L", 0).to(CODE, 1).retired(5)).get(0);
        assertThat(pass.end()).isEqualTo(LoopPass.End.RETIRED);
        assertThat(pass.ended()).isEqualTo(at(5));
        assertThat(pass.visits()).extracting(StageVisit::stage).containsExactly(PLAN);
    }

    @Test
    void visits_after_a_return_are_further_attempts() {
        Ways way = way("L", 0).to(CODE, 1).to(BUILD, 2).back(CODE, 3).to(BUILD, 4);
        assertThat(passes(way).get(0).visits())
                .extracting(visit -> visit.stage() + " " + visit.attempt())
                .containsExactly("PLAN 1", "CODE 1", "BUILD 1", "CODE 2", "BUILD 2");
    }

    @Test
    void a_return_is_charged_to_the_latest_handoff_of_the_stage_it_goes_back_to() {
        List<Handoff> handoffs =
                handoffs(way("L", 0).to(CODE, 1).to(BUILD, 2).to(TEST, 3).back(CODE, 4));
        assertThat(handoffs)
                .extracting(handoff -> handoff.aftermath().sentBack())
                .containsExactly(null, at(4), null);
        assertThat(handoffs)
                .extracting(handoff -> handoff.aftermath().refused())
                .containsExactly(null, null, at(4));
        assertThat(handoffs).extracting(handoff -> handoff.aftermath().undone()).containsExactly(null, at(4), at(4));
        assertThat(handoffs.get(1).evidence()).hasSize(2);
        assertThat(handoffs.get(0).evidence()).hasSize(1);
    }

    @Test
    void a_return_to_a_stage_that_was_leapt_over_is_charged_to_the_leap() {
        List<Handoff> handoffs = handoffs(way("L", 0).to(CODE, 1).to(TEST, 2).back(BUILD, 3));
        assertThat(handoffs)
                .extracting(handoff -> handoff.aftermath().sentBack())
                .containsExactly(null, at(3));
        assertThat(handoffs).extracting(Handoff::deviation).containsExactly(null, Deviation.SKIPPED_STAGE);
    }

    @Test
    void a_move_back_counts_as_a_return_and_deviates() {
        List<Handoff> handoffs =
                handoffs(way("L", 0).to(CODE, 1).to(BUILD, 2).to(CODE, 3).to(CODE, 4));
        assertThat(handoffs)
                .extracting(Handoff::deviation)
                .containsExactly(null, null, Deviation.BACKWARD_MOVE, Deviation.REPEATED_STAGE);
        assertThat(handoffs.get(1).aftermath().sentBack()).isEqualTo(at(3));
    }

    @Test
    void handoffs_are_settled_when_the_cycle_ends() {
        assertThat(handoffs(staying("L", 0, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .extracting(handoff -> handoff.aftermath().settled())
                .containsExactly(at(8), at(8), at(8), at(8), at(8), at(8), at(8), at(8), null);
    }

    @Test
    void what_runs_at_the_same_time_is_active_once_and_only_within_the_visit() {
        Ways way = way("L", 0)
                .to(CODE, 1)
                .with(built("b1", 0.5, 2), built("b2", 1.5, 3), built("b3", 5, 6), built("b4", 8, 12))
                .to(BUILD, 9);
        StageVisit code = passes(way).get(0).visits().get(1);
        assertThat(code.activity())
                .containsExactly(new Span(at(1), at(3)), new Span(at(5), at(6)), new Span(at(8), at(9)));
        assertThat(code.active()).isEqualTo(Duration.ofHours(4));
        assertThat(code.evidence()).hasSize(5);
    }

    @Test
    void what_still_runs_lasts_and_what_has_no_end_is_not_known() {
        Ways way = way("L", 0)
                .with(
                        Log.recorded(Build.of("b1", at(1), io.infinityloop.Outcome.RUNNING)),
                        Log.recorded(Build.of("b2", at(0), io.infinityloop.Outcome.PASSED)));
        StageVisit plan = passes(way).get(0).visits().get(0);
        assertThat(plan.activity()).containsExactly(new Span(at(1), null));
        assertThat(plan.active()).isZero();
    }

    @Test
    void it_is_in_production_when_its_last_commit_is() {
        List<LoopEvent> events = new ArrayList<>(way("L", 0)
                .with(commit("a", 1), commit("b", 2, "a"))
                .to(CODE, 3)
                .events());
        events.add(deployed("d1", 4, "commit:a"));
        events.add(deployed("d2", 7, "commit:b"));
        assertThat(derive(events.toArray(LoopEvent[]::new))
                        .subjects(LoopPass.class)
                        .get(0)
                        .production())
                .isEqualTo(new LoopPass.Production(at(7), "commit"));
    }

    @Test
    void it_is_in_production_by_a_deployment_of_its_own_else_by_leaving_deploy() {
        Ways way = staying("L", 0, 1, 1, 1, 1, 1);
        assertThat(passes(way).get(0).production()).isNull();
        assertThat(passes(way.with(deployed("d", 5.5)).stay(1)).get(0).production())
                .isEqualTo(new LoopPass.Production(at(5.5), "loop"));
        assertThat(passes(staying("L", 0, 1, 1, 1, 1, 1, 1)).get(0).production())
                .isEqualTo(new LoopPass.Production(at(6), "move"));
        assertThat(passes(way("L", 0).to(DEPLOY, 1).back(CODE, 2)).get(0).production())
                .isNull();
    }

    @Test
    void labels_of_the_start_hold_for_the_whole_loop() {
        Started labelled =
                new Started(Log.metadata("L started", 0).with(Labels.of(Labels.SERVICE, "shop")), LoopId.of("L"), PLAN);
        Derived derived = derive(labelled, Log.advanced("L", PLAN, 0, 1));
        for (Class<? extends Subject> type : List.of(StageVisit.class, Handoff.class, LoopPass.class)) {
            assertThat(derived.subjects(type))
                    .isNotEmpty()
                    .allSatisfy(subject ->
                            assertThat(subject.labels().get(Labels.SERVICE)).hasValue("shop"));
        }
    }

    @Test
    void moves_that_are_missing_are_told() {
        assertThat(derive(Log.started("L", 0), Log.advanced("L", TEST, 5, 6), Log.advanced("L", MONITOR, 9, 10))
                        .subjects(Handoff.class))
                .extracting(Handoff::deviation)
                .containsExactly(Deviation.MISSING_MOVE, Deviation.MISSING_MOVE);
    }

    @Test
    void where_no_move_is_reported_visits_are_inferred_from_what_was_made() {
        Ways made = Ways.from("L", PLAN, 0)
                .with(
                        Log.recorded(PlanItem.of("p", at(0), "x")),
                        commit("a", 2),
                        built("b", 5, 6),
                        commit("late", 7),
                        deployed("d", 9),
                        Log.recorded(Insight.of("i", at(12), "y")),
                        Log.recorded(PlanItem.of("p2", at(15), "z")));
        List<LoopPass> passes = passes(made);
        assertThat(passes).hasSize(2);
        assertThat(passes.get(0).isFinished()).isTrue();
        assertThat(passes.get(0).visits())
                .extracting(visit -> visit.stage() + " "
                        + visit.duration().map(Duration::toHours).orElse(-1L))
                .containsExactly("PLAN 2", "CODE 3", "BUILD 4", "DEPLOY 3", "MONITOR 3");
        assertThat(passes.get(0).visits().get(2).active()).isEqualTo(Duration.ofHours(1));
        assertThat(passes.get(0).production()).isEqualTo(new LoopPass.Production(at(9), "loop"));
        assertThat(passes.get(1).visits()).extracting(StageVisit::stage).containsExactly(PLAN);
        assertThat(handoffs(made)).isEmpty();
    }
}
