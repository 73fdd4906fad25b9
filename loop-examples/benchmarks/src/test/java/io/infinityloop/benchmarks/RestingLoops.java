package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import java.lang.ref.Reference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How much heap loops need that wait for something: what is used while they are held, less what was before. */
final class RestingLoops {
    private static final int LOOPS = 100_000;
    private static final int SPRINGS = 10_000;
    private static final double STATE_TARGET = 200;
    private static final double SPRING_TARGET = 50;

    private RestingLoops() {}

    /** Prints the bytes of each; what is ready before (the ids, the artifact) is no part of it. */
    static void print() {
        LoopId[] ids =
                IntStream.range(0, LOOPS).mapToObj(i -> LoopId.of("shop#" + i)).toArray(LoopId[]::new);
        Artifact artifact = Commit.of("4f2a91c", Instant.EPOCH, "A change");
        LoopEngine[] engine = {engine()};
        double state = each(LOOPS, i -> {
            Loop loop = engine[0].start(ids[i]);
            loop.record(artifact);
            loop.advance(Stage.CODE).orThrow();
            loop.record(artifact);
            if (i % 1_000 == 0) {
                engine[0] = engine();
            }
            return loop.state();
        });
        double whole = held(() -> {
                    LoopEngine all = engine();
                    IntStream.range(0, LOOPS).forEach(i -> all.start(ids[i]));
                    return all;
                })
                / (double) LOOPS;
        double spring = each(SPRINGS, i -> new SpringRing());
        System.out.printf(
                Locale.ROOT,
                "a resting loop: %.0f bytes of state with an artifact, its id and the artifact apart (target %.0f);"
                        + " %.0f with its engine's journal, started%n",
                state,
                STATE_TARGET,
                whole);
        System.out.printf(
                Locale.ROOT,
                "%d resting loops: Spring Statemachine %.0f MB, state %.0f MB (1/%.0f), with journal %.0f MB (1/%.0f);"
                        + " target 1/%.0f%n",
                LOOPS,
                spring * LOOPS / 1e6,
                state * LOOPS / 1e6,
                spring / state,
                whole * LOOPS / 1e6,
                spring / whole,
                SPRING_TARGET);
    }

    private static LoopEngine engine() {
        return LoopEngine.builder(Clock.systemUTC())
                .definition(LoopDefinition.ring())
                .build();
    }

    /** The list's own slot counts, as a map of loops would have one too. */
    private static double each(int count, IntFunction<Object> make) {
        requireNonNull(make.apply(0), "what is loaded before");
        return held(() -> {
                    List<Object> all = new ArrayList<>(count);
                    IntStream.range(0, count).forEach(i -> all.add(make.apply(i)));
                    return all;
                })
                / (double) count;
    }

    private interface Made {
        Object make();
    }

    private static long held(Made made) {
        long before = RetainedHeap.used();
        Object held = made.make();
        try {
            return RetainedHeap.used() - before;
        } finally {
            Reference.reachabilityFence(held);
        }
    }
}
