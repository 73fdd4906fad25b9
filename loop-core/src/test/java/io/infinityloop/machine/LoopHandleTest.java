package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a handle answers besides moving: where a loop began, was, and may go. */
class LoopHandleTest {
    @Test
    @Tag("LOOP-15")
    void a_loop_starts_in_plan_and_an_imported_one_where_it_is() {
        LoopEngine engine = LoopEngine.inMemory(Samples.clock());
        assertThat(engine.start(LOOP).stage()).isEqualTo(PLAN);
        Loop imported = engine.importAt(LoopId.of("imported"), OPERATE);
        assertThat(imported.stage()).isEqualTo(OPERATE);
        imported.record(OperationRecord.of("o1", Samples.T0, "quiet")).orThrow();
        for (Stage stage : Stage.all()) {
            assertThat(imported.check(stage).isAccepted()).as("to %s", stage).isEqualTo(stage == MONITOR);
        }
        assertThat(imported.permitted()).containsExactly(MONITOR);
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.importAt(LOOP, BUILD))
                .withMessageContaining("is started already");
    }

    @Test
    void the_default_rules_are_those_of_a_delivery() {
        LoopEngine engine = LoopEngine.inMemory(Samples.clock());
        assertThat(engine.definition()).isEqualTo(LoopDefinition.delivery());
        assertThat(engine.start(LOOP).advance(CODE).isAccepted()).isFalse();
    }

    @Test
    void where_it_was_at_an_instant_is_known() {
        SettableClock clock = SettableClock.start();
        Instant start = clock.instant();
        Loop loop = LoopEngine.builder(clock)
                .definition(LoopDefinition.ring())
                .build()
                .start(LOOP);
        clock.move(Duration.ofHours(1));
        loop.advance(CODE).orThrow();
        clock.move(Duration.ofHours(1));
        loop.advance(BUILD).orThrow();
        clock.move(Duration.ofHours(1));
        loop.returnTo(PLAN, "wrong idea").orThrow();
        assertThat(loop.stageAt(start.minusNanos(1))).isEmpty();
        assertThat(loop.stageAt(start)).contains(PLAN);
        assertThat(loop.stageAt(start.plusSeconds(3_599))).contains(PLAN);
        assertThat(loop.stageAt(start.plusSeconds(3_600))).contains(CODE);
        assertThat(loop.stageAt(start.plusSeconds(7_200))).contains(BUILD);
        assertThat(loop.stageAt(Instant.MAX)).contains(PLAN);
    }

    @Test
    void a_handle_looks_again_before_it_says_what_is_permitted() {
        LoopEngine engine = Samples.engine();
        Loop stale = engine.start(LOOP);
        engine.find(LOOP).orElseThrow().advance(CODE).orThrow();
        assertThat(stale.stage()).isEqualTo(PLAN);
        assertThat(stale.permitted()).containsExactly(BUILD);
        assertThat(stale.stage()).isEqualTo(CODE);
        engine.find(LOOP).orElseThrow().retire("given up").orThrow();
        assertThat(stale.permitted()).isEmpty();
    }

    @Test
    void a_history_can_be_played_through_other_rules() {
        Loop loop = Samples.loopIn(RELEASE);
        assertThat(loop.replay(LoopDefinition.ring())).isEqualTo(new Replay.Reached(loop.state()));
        assertThat(loop.replay(LoopDefinition.delivery()))
                .isEqualTo(new Replay.Diverged(
                        1, "checkout#2", "cannot leave PLAN: no plan-item is recorded; record a plan-item"));
    }

    @Test
    void a_clock_that_is_behind_the_last_event_shows_its_instant() {
        SettableClock clock = SettableClock.start();
        Loop loop = LoopEngine.builder(clock)
                .definition(LoopDefinition.ring())
                .build()
                .start(LOOP);
        Instant late = clock.instant();
        clock.set(late.minusSeconds(60));
        loop.advance(CODE).orThrow();
        assertThat(loop.state().entered()).isEqualTo(late);
    }

    @Test
    void what_counts_is_the_latest_snapshot_of_this_cycle_and_attempt() {
        Loop loop = Shop.loopIn(TEST, LoopDefinition.delivery());
        loop.record(Shop.tested(Shop.DIGEST, Outcome.FAILED)).orThrow();
        assertThat(loop.state().artifacts()).hasSize(4);
        assertThat(loop.state().produced()).hasSize(1);
        PlanItem fuller = PlanItem.of(Shop.item().id(), Samples.T0, "Pay by card, and by phone");
        loop.record(fuller).orThrow();
        assertThat(loop.state().artifacts())
                .as("a fuller snapshot of the item takes the place of the first")
                .hasSize(4)
                .last()
                .isEqualTo(fuller);
        assertThat(loop.state().produced()).hasSize(2);

        loop.returnTo(BUILD, "red").orThrow();
        assertThat(loop.state().artifacts())
                .extracting(artifact -> artifact.kind().name())
                .containsExactly("commit", "plan-item");
        assertThat(loop.state().failures()).isEmpty();
        assertThat(loop.state().produced()).isEmpty();
        assertThat(loop.advance(TEST).isAccepted())
                .as("what was built before does not count any more")
                .isFalse();
    }
}
