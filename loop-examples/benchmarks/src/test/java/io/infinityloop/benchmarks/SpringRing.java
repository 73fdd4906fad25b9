package io.infinityloop.benchmarks;

import io.infinityloop.Stage;
import java.util.EnumSet;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import reactor.core.publisher.Mono;

/** The ring in Spring Statemachine, one guard on each move. The event is the stage to enter. */
final class SpringRing {
    private static final StateMachineBuilder.Builder<Stage, Stage> BUILDER = builder();

    private final StateMachine<Stage, Stage> machine = BUILDER.build();

    SpringRing() {
        machine.startReactively().block();
    }

    private static StateMachineBuilder.Builder<Stage, Stage> builder() {
        try {
            StateMachineBuilder.Builder<Stage, Stage> builder = StateMachineBuilder.builder();
            builder.configureStates().withStates().initial(Stage.PLAN).states(EnumSet.allOf(Stage.class));
            for (Stage stage : Stage.all()) {
                builder.configureTransitions()
                        .withExternal()
                        .source(stage)
                        .target(stage.next())
                        .event(stage.next())
                        .guard(context -> true);
            }
            return builder;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    Stage advance() {
        Stage to = machine.getState().getId().next();
        machine.sendEvent(Mono.just(MessageBuilder.withPayload(to).build())).blockLast();
        return machine.getState().getId();
    }
}
