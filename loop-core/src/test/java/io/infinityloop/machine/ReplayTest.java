package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.build;
import static io.infinityloop.machine.Samples.metadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Started START = LoopDefinition.ring().start(metadata("e0", 0), LOOP);

    @Test
    @Tag("LOOP-21")
    void swapped_moves_are_refused_at_the_exact_index() {
        Advanced toCode = advanced("e1", 1, PLAN, CODE, 0);
        Advanced toBuild = advanced("e2", 2, CODE, BUILD, 1);
        Advanced toTest = advanced("e3", 3, BUILD, TEST, 2);
        assertThat(replay(START, toCode, toBuild, toTest)).isInstanceOf(Replay.Reached.class);
        assertThat(replay(START, toCode, toTest, toBuild))
                .isEqualTo(new Replay.Diverged(2, "e3", "leaves BUILD, but the loop is in CODE"));
        assertThat(replay(toCode, START, toBuild))
                .isEqualTo(new Replay.Diverged(0, "e1", "a history begins with the event that starts the loop"));
    }

    @Test
    void each_thing_that_does_not_fit_is_named() {
        LoopId other = LoopId.of("other");
        assertThat(message(START)).isEqualTo("the loop is started already");
        assertThat(message(new Recorded(metadata("x", 1), other, build("b", Outcome.PASSED))))
                .isEqualTo("belongs to loop other, not to checkout");
        assertThat(message(new Recorded(metadata("x", 1), null, build("b", Outcome.PASSED))))
                .isEqualTo("belongs to loop null, not to checkout");
        assertThat(message(advanced("x", 1, PLAN, BUILD, 0)))
                .isEqualTo("cannot go from PLAN to BUILD: the only stage after PLAN is CODE");
        assertThat(message(new Returned(metadata("x", 1), LOOP, CODE, PLAN, Samples.tick(0), "cause")))
                .isEqualTo("leaves CODE, but the loop is in PLAN");
        assertThat(message(advanced("x", 5, PLAN, CODE, 3)))
                .isEqualTo("says that PLAN was entered at 2026-01-05T09:03:00Z, but it was at 2026-01-05T09:00:00Z");
    }

    @Test
    void nothing_follows_a_retirement_and_no_failure_is_passed_over() {
        Retired retired = new Retired(metadata("e1", 1), LOOP, "given up");
        assertThat(replay(START, retired, new Recorded(metadata("e2", 2), LOOP, build("b", Outcome.PASSED))))
                .isEqualTo(new Replay.Diverged(2, "e2", "the loop is retired (given up); start a new one"));
        List<LoopEvent> ignored = List.of(
                START,
                advanced("e1", 1, PLAN, CODE, 0),
                advanced("e2", 2, CODE, BUILD, 1),
                new Recorded(metadata("e3", 3), LOOP, build("b", Outcome.FAILED)),
                advanced("e4", 4, BUILD, TEST, 2));
        assertThat(LoopDefinition.ring().replay(ignored))
                .isInstanceOfSatisfying(
                        Replay.Diverged.class,
                        diverged -> assertThat(diverged.index()).isEqualTo(4));
    }

    @Test
    void a_history_is_not_empty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopDefinition.ring().replay(List.of()));
    }

    private static String message(LoopEvent second) {
        Replay.Diverged diverged = (Replay.Diverged) replay(START, second);
        assertThat(diverged.index()).isEqualTo(1);
        return diverged.message();
    }

    private static Replay replay(LoopEvent... events) {
        return LoopDefinition.ring().replay(List.of(events));
    }

    private static Advanced advanced(String id, long minute, Stage from, Stage to, long entered) {
        return new Advanced(metadata(id, minute), LOOP, new Transition(from, to), Samples.tick(entered), List.of());
    }
}
