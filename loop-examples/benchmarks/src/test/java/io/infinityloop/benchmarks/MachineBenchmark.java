package io.infinityloop.benchmarks;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import io.infinityloop.machine.Verdicts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The machine without an engine: what a table answers, and what a decision costs. Each operation is about another stage
 * of the ring than the one before, so that nothing is known beforehand.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MachineBenchmark {
    private static final LoopId LOOP = LoopId.of("shop#1");
    private static final Instant ENTERED = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant AT = ENTERED.plusSeconds(60);
    private static final String SOURCE = "by-hand";
    private static final String GATE = "go";

    private final LoopDefinition ring = LoopDefinition.ring();
    private final LoopDefinition gated = gated();
    private final LoopState[] states = states();
    private final Command[] leaps = Stage.all().stream()
            .map(stage -> new Command.Advance(metadata("leap"), stage.next().next(), List.of()))
            .toArray(Command[]::new);
    private final Verdicts passed = Verdicts.of(GATE, Verdict.pass());
    private final BareTable bare = new BareTable();
    private final StatelessRing stateless = new StatelessRing();
    private final SquirrelRing squirrel = new SquirrelRing();
    private final ColaRing cola = new ColaRing();
    private int turn;

    private static LoopDefinition gated() {
        var builder = LoopDefinition.builder("gated");
        Stage.all().forEach(stage -> builder.gate(stage, GATE));
        return builder.build();
    }

    private static LoopState[] states() {
        LoopState state = LoopState.start(LoopDefinition.ring().start(metadata("start"), LOOP));
        List<LoopState> states = new ArrayList<>();
        for (Transition transition : Transition.ring()) {
            states.add(state);
            state = state.evolve(new Advanced(metadata("move"), LOOP, transition, ENTERED, List.of()));
        }
        return states.toArray(LoopState[]::new);
    }

    private static EventMetadata metadata(String id) {
        return new EventMetadata(id, SOURCE, AT, Labels.none(), Trigger.UNKNOWN);
    }

    private LoopState state() {
        turn = (turn + 1) & 7;
        return states[turn];
    }

    /** {@return what the bare table permits} */
    @Benchmark
    public List<Stage> tablePermitted() {
        return bare.permitted(state().stage());
    }

    /** {@return what the definition permits} */
    @Benchmark
    public List<Stage> loopPermitted() {
        return ring.permitted(state());
    }

    /** {@return why the bare table refuses} */
    @Benchmark
    public @Nullable String tableRefusal() {
        Stage from = state().stage();
        return bare.refusal(from, from.next().next());
    }

    /** {@return why the definition refuses} */
    @Benchmark
    public Decision loopRefusal() {
        LoopState state = state();
        return ring.decide(state, leaps[turn]);
    }

    /** {@return why stateless4j refuses} */
    @Benchmark
    public String statelessRefusal() {
        return stateless.refusal();
    }

    /** {@return the events of a legal move through one gate whose verdict is known} */
    @Benchmark
    public Decision loopDecide() {
        LoopState state = state();
        EventMetadata metadata = metadata("move");
        return gated.decide(state, new Command.Advance(metadata, state.stage().next(), List.of()), passed);
    }

    /** {@return the same with a verdict that is handed over anew} */
    @Benchmark
    public Decision loopDecideWithVerdict() {
        LoopState state = state();
        EventMetadata metadata = metadata("move");
        return gated.decide(
                state,
                new Command.Advance(metadata, state.stage().next(), List.of()),
                Verdicts.of(GATE, Verdict.pass()));
    }

    /** Moves in stateless4j through one guard, and makes the same record. */
    @Benchmark
    public void statelessAdvanceAndRecord(Blackhole sink) {
        LoopState state = state();
        sink.consume(stateless.advance());
        sink.consume(HandMade.advanced("move", LOOP, state.stage(), AT, state.entered()));
    }

    /** {@return the stage, and no record} */
    @Benchmark
    public Stage statelessAdvance() {
        return stateless.advance();
    }

    /** {@return the stage, and no record} */
    @Benchmark
    public Stage squirrelAdvance() {
        return squirrel.advance();
    }

    /** {@return the stage, and no record} */
    @Benchmark
    public Stage colaAdvance() {
        return cola.advance();
    }
}
