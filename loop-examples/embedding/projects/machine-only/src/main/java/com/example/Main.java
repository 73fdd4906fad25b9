package com.example;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopEngine;
import java.time.Clock;

/** Drives one change round the loop, and fails if anything is there that this does not need. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Clock clock = Clock.systemUTC();
        Loop loop = LoopEngine.builder(clock).definition(LoopDefinition.ring()).build().start(LoopId.of("SHOP-1"));
        require(loop.advance(Stage.BUILD) instanceof Decision.Refused, "a skipped stage is refused");
        loop.advance(Stage.CODE, PlanItem.of("SHOP-1", clock.instant(), "Pay by card")).orThrow();
        for (int moves = 1; moves < 8; moves++) {
            loop.advance(loop.stage().next()).orThrow();
        }
        require(loop.stage() == Stage.PLAN && loop.state().cycle() == 2, "the loop came round");
        requireAbsent("com.fasterxml.jackson.core.JsonFactory");
        requireAbsent("com.google.common.collect.ImmutableList");
        requireAbsent("org.jspecify.annotations.NullMarked");
    }

    private static void requireAbsent(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException expected) {
            return;
        }
        throw new IllegalStateException(type + " is on the class path");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
