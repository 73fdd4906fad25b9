package io.infinityloop.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.SecurityCheck;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShiftLeftTest {
    private static final Instant NOON = SettableClock.START;
    private static final LoopId LOOP = LoopId.of("checkout");
    private static final TestRun EARLY =
            TestRun.ofSecurity("s1", NOON, List.of(new SecurityResult(SecurityCheck.DEPENDENCY, 0)));
    private static final TestRun LATE = TestRun.of("s2", NOON.plusSeconds(60), TestLevel.SECURITY, Outcome.PASSED);

    private final InMemoryJournal journal = InMemoryJournal.empty();
    private final Loop loop = LoopEngine.builder(SettableClock.ticking(NOON, Duration.ofMinutes(1)))
            .definition(LoopDefinition.ring())
            .journal(journal)
            .build()
            .start(LOOP);

    @Test
    @Tag("GATE-23")
    void the_earliest_security_run_is_found_and_in_build_it_is_early_enough() {
        loop.advance(Stage.CODE).orThrow();
        loop.advance(Stage.BUILD).orThrow();
        loop.record(TestRun.of("u1", NOON, TestLevel.UNIT, Outcome.PASSED)).orThrow();
        assertThat(ShiftLeft.of(events())).isEmpty();

        loop.advance(Stage.TEST, EARLY).orThrow();
        loop.record(LATE).orThrow();

        ShiftLeft first = ShiftLeft.of(events()).orElseThrow();
        assertThat(first).isEqualTo(new ShiftLeft(Stage.BUILD, NOON, EARLY.ref()));
        assertThat(first.isShiftedLeft()).isTrue();
    }

    @Test
    @Tag("GATE-23")
    void in_code_it_is_earlier_still_and_in_test_it_is_late() {
        loop.advance(Stage.CODE).orThrow();
        loop.record(LATE).orThrow();
        assertThat(ShiftLeft.of(events()).orElseThrow().stage()).isEqualTo(Stage.CODE);

        List<LoopEvent> withoutMoves = events().subList(2, 3);
        ShiftLeft late = ShiftLeft.of(withoutMoves).orElseThrow();
        assertThat(late.stage()).isEqualTo(Stage.TEST);
        assertThat(late.isShiftedLeft()).isFalse();
    }

    @Test
    void in_plan_there_is_nothing_to_look_at_and_a_return_counts() {
        loop.record(LATE).orThrow();
        assertThat(ShiftLeft.of(events())).isEmpty();
        for (Stage stage : List.of(Stage.CODE, Stage.BUILD, Stage.TEST)) {
            loop.advance(stage).orThrow();
        }
        loop.returnTo(Stage.CODE, "once more").orThrow();
        loop.record(TestRun.of("policy", NOON, TestLevel.ACCEPTANCE, Outcome.PASSED))
                .orThrow();
        assertThat(ShiftLeft.of(events(), artifact -> artifact.id().equals("policy"))
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.CODE);
        assertThatIllegalArgumentException().isThrownBy(() -> new ShiftLeft(Stage.PLAN, NOON, LATE.ref()));
    }

    private List<LoopEvent> events() {
        return journal.read(LOOP, 0).stream().map(Entry::event).toList();
    }
}
