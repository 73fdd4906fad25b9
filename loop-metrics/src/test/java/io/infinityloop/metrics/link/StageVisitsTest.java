package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.metadata;
import static io.infinityloop.metrics.Log.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.metrics.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageVisitsTest {
    private static List<String> visits(LoopEvent... events) {
        return derive(events).subjects(StageVisit.class).stream()
                .map(visit -> visit.stage() + " " + hours(visit.entered()) + " to " + hours(visit.left()))
                .toList();
    }

    private static String hours(@Nullable Instant instant) {
        return instant == null
                ? "now"
                : "" + Duration.between(Log.START, instant).toHours();
    }

    @Test
    void a_loop_that_started_is_in_its_stage() {
        assertThat(visits(started("L", 1))).containsExactly("PLAN 1 to now");
    }

    @Test
    void each_move_ends_a_visit_and_the_last_begins_one() {
        assertThat(visits(started("L", 1), advanced("L", Stage.PLAN, 1, 3), advanced("L", Stage.CODE, 3, 7)))
                .containsExactly("PLAN 1 to 3", "CODE 3 to 7", "BUILD 7 to now");
    }

    @Test
    void a_return_ends_a_visit_and_begins_another_of_an_earlier_stage() {
        LoopEvent back = new Returned(metadata("r", 5), LoopId.of("L"), Stage.CODE, Stage.PLAN, at(3), "unclear");
        assertThat(visits(started("L", 1), advanced("L", Stage.PLAN, 1, 3), back, advanced("L", Stage.PLAN, 5, 6)))
                .containsExactly("PLAN 1 to 3", "CODE 3 to 5", "PLAN 5 to 6", "CODE 6 to now");
    }

    @Test
    void a_retired_loop_is_in_no_stage() {
        LoopEvent retired = new Retired(metadata("a first by id", 3), LoopId.of("L"), "not needed");
        assertThat(visits(started("L", 1), advanced("L", Stage.PLAN, 1, 3), retired))
                .containsExactly("PLAN 1 to 3");
        assertThat(visits(started("L", 1), new Retired(metadata("z", 9), LoopId.of("L"), "not needed")))
                .isEmpty();
    }

    @Test
    void moves_at_one_instant_leave_one_open_visit() {
        assertThat(visits(started("L", 1), advanced("L", Stage.CODE, 1, 1), advanced("L", Stage.PLAN, 1, 1)))
                .containsExactlyInAnyOrder("PLAN 1 to 1", "CODE 1 to 1", "BUILD 1 to now");
    }

    @Test
    void a_whole_cycle_at_one_instant_ends_in_plan() {
        LoopEvent[] events =
                Stage.all().stream().map(stage -> advanced("L", stage, 1, 1)).toArray(LoopEvent[]::new);
        LoopEvent[] all = new LoopEvent[events.length + 1];
        all[0] = started("L", 1);
        System.arraycopy(events, 0, all, 1, events.length);
        assertThat(visits(all)).hasSize(9).contains("PLAN 1 to 1", "MONITOR 1 to 1", "PLAN 1 to now");
    }

    @Test
    void missing_moves_cost_their_own_visits_only() {
        assertThat(visits(advanced("L", Stage.BUILD, 7, 8), advanced("L", Stage.DEPLOY, 20, 30)))
                .containsExactly("BUILD 7 to 8", "DEPLOY 20 to 30", "OPERATE 30 to now");
    }

    @Test
    void loops_do_not_mix() {
        assertThat(derive(started("B", 1), started("A", 2)).subjects(StageVisit.class))
                .extracting(visit -> visit.loop().value())
                .containsExactly("A", "B");
    }
}
