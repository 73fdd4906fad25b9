package io.infinityloop.benchmarks;

import io.infinityloop.Stage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Spring Statemachine alone: it needs long to warm up, and would lengthen the others' start. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpringBenchmark {
    private final SpringRing spring = new SpringRing();

    /** {@return the stage, and no record} */
    @Benchmark
    public Stage springAdvance() {
        return spring.advance();
    }
}
