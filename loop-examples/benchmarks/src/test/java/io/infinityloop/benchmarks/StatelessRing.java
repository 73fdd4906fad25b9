package io.infinityloop.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import io.infinityloop.Stage;

/** The ring in stateless4j, one guard on each move. The trigger is the stage to enter. */
final class StatelessRing {
    private static final StateMachineConfig<Stage, Stage> CONFIG = new StateMachineConfig<>();

    static {
        for (Stage stage : Stage.all()) {
            CONFIG.configure(stage).permitIf(stage.next(), stage.next(), () -> true);
        }
    }

    private final StateMachine<Stage, Stage> machine = new StateMachine<>(Stage.PLAN, CONFIG);

    Stage advance() {
        machine.fire(machine.getState().next());
        return machine.getState();
    }

    /** {@return the message of the exception with which it refuses what leaps over two stages} */
    String refusal() {
        try {
            machine.fire(machine.getState().next().next());
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("not refused");
    }
}
