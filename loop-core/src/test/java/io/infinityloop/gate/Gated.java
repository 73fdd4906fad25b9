package io.infinityloop.gate;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Gate;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Reason;
import io.infinityloop.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Loops that stand before one gate, and what it said. */
final class Gated {
    static final Instant NOON = SettableClock.START;

    private Gated() {}

    /** {@return a loop in a stage whose only gate is the given one, called {@code asked}} */
    static Loop in(Stage stage, Gate gate) {
        return in(stage, LoopDefinition.builder("gated").gate(stage, "asked").build(), gate);
    }

    /** {@return a loop in a stage, under a definition that names the gate {@code asked}} */
    static Loop in(Stage stage, LoopDefinition definition, Gate gate) {
        Loop loop = LoopEngine.builder(clock())
                .definition(definition)
                .gate("asked", gate)
                .build()
                .start(LoopId.of("checkout"));
        while (loop.stage() != stage) {
            loop.advance(loop.stage().next()).orThrow();
        }
        return loop;
    }

    /** {@return a clock that is one minute later each time that it is asked} */
    static SettableClock clock() {
        return SettableClock.ticking(NOON, Duration.ofMinutes(1));
    }

    static List<Reason> reasons(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.reasons() : List.of();
    }

    static List<String> codes(Decision decision) {
        return reasons(decision).stream().map(Reason::code).toList();
    }

    static String message(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.message() : "";
    }
}
