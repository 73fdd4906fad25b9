package io.infinityloop.benchmarks;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.LoopListener;
import io.infinityloop.machine.LoopState;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A move through the engine with a journal in memory and one listener, beside the same by hand. Both sides begin anew
 * after 8,000 moves, as a log that grows for ever would measure the garbage collector.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {
    private static final int MOVES = 8_000;
    private static final LoopId LOOP = LoopId.of("shop#1");

    private final Clock clock = Clock.systemUTC();
    private long heard;
    private int moves;
    private Loop loop = newLoop();
    private HandMade handMade = newHandMade();

    private Loop newLoop() {
        LoopListener listener = new LoopListener() {
            @Override
            public void onAccepted(Decision.Accepted decision, LoopState after) {
                heard++;
            }
        };
        return LoopEngine.builder(clock)
                .definition(LoopDefinition.ring())
                .listener(listener)
                .build()
                .start(LOOP);
    }

    private HandMade newHandMade() {
        return new HandMade(LOOP, clock, event -> heard++);
    }

    private Stage to(boolean begin) {
        return Stage.all().get(begin ? 1 : (moves + 1) & 7);
    }

    /** {@return the decision of the engine} */
    @Benchmark
    public Decision loopAdvance() {
        moves = moves == MOVES ? 0 : moves;
        if (moves == 0) {
            loop = newLoop();
        }
        Stage to = to(moves == 0);
        moves++;
        return loop.advance(to);
    }

    /** {@return whether it moved} */
    @Benchmark
    public boolean handAdvance() {
        moves = moves == MOVES ? 0 : moves;
        if (moves == 0) {
            handMade = newHandMade();
        }
        Stage to = to(moves == 0);
        moves++;
        return handMade.advance(to);
    }
}
