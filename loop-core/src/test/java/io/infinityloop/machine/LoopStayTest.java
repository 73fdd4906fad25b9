package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Requests that count for one stay in a stage. */
class LoopStayTest {
    @Test
    void no_two_stays_of_a_loop_are_equal() {
        Loop loop = Samples.loopIn(PLAN);
        Set<Stay> stays = new HashSet<>(Set.of(loop.state().stay()));
        for (Stage to : List.of(CODE, BUILD)) {
            loop.advance(to).orThrow();
            assertThat(stays.add(loop.state().stay())).isTrue();
        }
        loop.returnTo(CODE, "wrong").orThrow();
        assertThat(stays.add(loop.state().stay())).isTrue();
        for (int step = 0; step < 16; step++) {
            loop.advance(loop.stage().next()).orThrow();
            assertThat(stays.add(loop.state().stay())).isTrue();
        }
        assertThat(loop.state().stay()).isEqualTo(new Stay(CODE, 3, 1)).hasToString("CODE (cycle 3, attempt 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Stay(CODE, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stay(CODE, 1, 0));
    }

    @Test
    void every_request_is_granted_in_its_stay_and_refused_after_it() {
        Loop loop = Samples.loopIn(CODE);
        Stay stay = loop.state().stay();
        Loop here = loop.during(stay).triggeredBy(Trigger.MANUAL);
        assertThat(here.permitted()).containsExactly(BUILD);
        here.record(Shop.item()).orThrow();
        here.advance(BUILD).orThrow();
        loop.returnTo(CODE, "wrong").orThrow();

        LoopState before = loop.state();
        for (Decision decision : List.of(
                here.check(BUILD),
                here.advance(BUILD),
                here.record(Shop.item()),
                here.returnTo(PLAN, "wrong"),
                here.retire("wrong"))) {
            assertThat(decision)
                    .isEqualTo(new Decision.Refused(
                            CODE, List.of(new Reason.MovedOn(stay, new Stay(CODE, 1, 2))), List.of(BUILD)));
        }
        assertThat(here.permitted()).isEmpty();
        assertThat(loop.history()).hasSize(3);
        assertThat(loop.triggeredBy(Trigger.MANUAL).state()).isEqualTo(before);
    }

    @Test
    void what_it_does_not_know_yet_it_reads_before_it_refuses() {
        LoopEngine engine = Samples.engine();
        Loop old = engine.start(LOOP);
        Loop other = engine.find(LOOP).orElseThrow();
        other.advance(CODE).orThrow();
        assertThat(old.during(other.state().stay()).advance(BUILD).isAccepted()).isTrue();
        assertThat(other.during(other.state().stay()).advance(BUILD))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo(
                                        "the request counts only while the loop is in CODE (cycle 1, attempt 1), but it is"
                                                + " in BUILD (cycle 1, attempt 1); look where it is and ask from there"));
    }

    @Test
    void a_retired_loop_says_that_it_is_retired() {
        Loop loop = Samples.loopIn(CODE);
        Loop gone = loop.during(new Stay(PLAN, 1, 1));
        loop.retire("not wanted").orThrow();
        assertThat(gone.advance(BUILD))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly(new Reason.Retired("not wanted")));
    }

    @Test
    void a_gate_is_not_asked_about_another_stay() {
        AtomicInteger asked = new AtomicInteger();
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.builder("gated").gate(PLAN, "go").build())
                .gate("go", (state, command) -> {
                    asked.incrementAndGet();
                    return Verdict.pass();
                })
                .build()
                .start(LOOP);
        assertThat(loop.during(new Stay(PLAN, 2, 1)).advance(CODE).isAccepted()).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_request_that_was_carried_out_answers_the_same_again() {
        Loop loop = Samples.loopIn(CODE);
        Loop here = loop.during(loop.state().stay());
        Command command = new Command.Advance(Samples.metadata("r1", 60), BUILD, List.of());
        Decision first = here.apply(command);
        assertThat(first.isAccepted()).isTrue();
        assertThat(here.apply(command)).isEqualTo(first);
        assertThat(loop.stage()).isEqualTo(BUILD);
    }

    @Test
    void of_many_that_ask_for_the_same_stay_one_wins_though_the_loop_comes_back() throws Exception {
        Loop loop = Samples.loopIn(CODE);
        Loop here = loop.during(loop.state().stay());
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            requests.add(() -> here.advance(BUILD).isAccepted());
            requests.add(() -> {
                loop.returnTo(CODE, "again");
                return false;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int winners = 0;
            for (Future<Boolean> request : threads.invokeAll(requests)) {
                winners += request.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(loop.history()).filteredOn(step -> step.to() == TEST).isEmpty();
        assertThat(loop.history()).filteredOn(step -> step.to() == BUILD).hasSize(1);
    }
}
