package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Replay;
import io.infinityloop.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Tag("LOOP-21")
class ReplayProperties {
    private static final LoopId ID = LoopId.of("SHOP-1");

    @Property
    void a_history_written_and_read_replays_to_the_same_state(
            @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> steps) throws IOException {
        Journey journey = new Journey(steps);

        List<LoopEvent> read = throughTheWire(journey.events);

        assertThat(read).isEqualTo(journey.events);
        assertThat(LoopDefinition.ring().replay(read)).isEqualTo(new Replay.Reached(journey.state));
    }

    @Property
    void two_moves_that_are_swapped_are_reported_at_the_index_of_the_first(
            @ForAll @Size(min = 4, max = 40) List<@IntRange(max = 9) Integer> steps,
            @ForAll @IntRange(max = 1_000) int one,
            @ForAll @IntRange(max = 1_000) int other)
            throws IOException {
        List<LoopEvent> events = throughTheWire(new Journey(steps).events);
        List<Integer> moves = IntStream.range(0, events.size())
                .filter(index -> events.get(index) instanceof Advanced)
                .boxed()
                .toList();
        Assume.that(moves.size() >= 2);
        int first = one % (moves.size() - 1);
        int second = first + 1 + other % (moves.size() - 1 - first);
        Collections.swap(events, moves.get(first), moves.get(second));

        Replay replay = LoopDefinition.ring().replay(throughTheWire(events));

        assertThat(replay).isInstanceOf(Replay.Diverged.class);
        assertThat((Replay.Diverged) replay)
                .extracting(Replay.Diverged::index, Replay.Diverged::eventId)
                .containsExactly(moves.get(first), events.get(moves.get(first)).id());
    }

    private static List<LoopEvent> throughTheWire(List<LoopEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventWriter.write(events, out);
        List<LoopEvent> read = new ArrayList<>();
        Lines.of(out.toByteArray()).forEach(line -> read.add(((Line.Known) line).event()));
        return read;
    }

    /** A loop driven by the engine, one legal or refused step a number, a minute apart. */
    private static final class Journey {
        final List<LoopEvent> events;
        final LoopState state;

        Journey(List<Integer> steps) {
            SettableClock clock = SettableClock.ticking(SettableClock.START, Duration.ofMinutes(1));
            InMemoryJournal journal = InMemoryJournal.empty();
            Loop loop = LoopEngine.builder(clock)
                    .definition(LoopDefinition.ring())
                    .journal(journal)
                    .build()
                    .start(ID);
            for (int step : steps) {
                take(loop, step, clock.instant());
            }
            events = journal.read(ID, 0).stream().map(Entry::event).toList();
            state = loop.state();
        }

        private static void take(Loop loop, int step, Instant at) {
            switch (step) {
                case 0 -> loop.record(Build.of("build", at, Outcome.FAILED));
                case 1 -> loop.record(Build.of("build", at, Outcome.PASSED));
                case 2 -> loop.returnTo(loop.stage().previous(), "not \"right\"\nyet");
                case 3 -> loop.returnTo(Stage.PLAN, "think again");
                case 4 -> loop.advance(Stage.DEPLOY);
                case 5 -> loop.advance(loop.stage().next(), PlanItem.of("item", at, "Pay by card"));
                default -> loop.advance(loop.stage().next());
            }
        }
    }
}
