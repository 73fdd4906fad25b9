package io.infinityloop.benchmarks;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import io.infinityloop.Stage;

/** The ring in COLA, one condition on each move. The event is the stage to enter; the caller keeps the stage. */
final class ColaRing {
    private static final StateMachine<Stage, Stage, String> MACHINE = machine();

    private Stage stage = Stage.PLAN;

    private static StateMachine<Stage, Stage, String> machine() {
        StateMachineBuilder<Stage, Stage, String> builder = StateMachineBuilderFactory.create();
        for (Stage stage : Stage.all()) {
            builder.externalTransition()
                    .from(stage)
                    .to(stage.next())
                    .on(stage.next())
                    .when(context -> true)
                    .perform((from, to, event, context) -> {});
        }
        return builder.build("ring");
    }

    Stage advance() {
        stage = MACHINE.fireEvent(stage, stage.next(), "");
        return stage;
    }
}
