package io.infinityloop.benchmarks;

import io.infinityloop.Stage;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** The ring in squirrel, one condition on each move. The event is the stage to enter. */
final class SquirrelRing {
    private static final StateMachineBuilder<Machine, Stage, Stage, String> BUILDER = builder();

    private final Machine machine = BUILDER.newStateMachine(Stage.PLAN);

    SquirrelRing() {
        machine.start();
    }

    private static StateMachineBuilder<Machine, Stage, Stage, String> builder() {
        StateMachineBuilder<Machine, Stage, Stage, String> builder =
                StateMachineBuilderFactory.create(Machine.class, Stage.class, Stage.class, String.class);
        for (Stage stage : Stage.all()) {
            builder.externalTransition()
                    .from(stage)
                    .to(stage.next())
                    .on(stage.next())
                    .when(new Always());
        }
        return builder;
    }

    Stage advance() {
        machine.fire(machine.getCurrentState().next(), "");
        return machine.getCurrentState();
    }

    private static final class Always extends AnonymousCondition<String> {
        @Override
        public boolean isSatisfied(String context) {
            return true;
        }
    }

    /** Made by reflection. */
    public static class Machine extends AbstractStateMachine<Machine, Stage, Stage, String> {}
}
