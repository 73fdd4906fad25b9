package io.infinityloop.machine;

import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

class ReplayProperties {
    private Journal journal = InMemoryJournal.empty();
    private Loop loop = start(journal);

    @BeforeTry
    void begin() {
        journal = InMemoryJournal.empty();
        loop = start(journal);
    }

    private static Loop start(Journal journal) {
        return LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .journal(journal)
                .build()
                .start(LOOP);
    }

    @Property(tries = 300)
    @Tag("LOOP-21")
    void a_replayed_history_gives_the_same_state(@ForAll("steadySteps") List<Commands.Step> steps) {
        Commands.walk(loop, steps);
        assertThat(LoopDefinition.ring().replay(Samples.events(journal, LOOP)))
                .isEqualTo(new Replay.Reached(loop.state()));
    }

    @Property(tries = 500)
    @Tag("LOOP-21")
    void two_swapped_entries_are_refused_at_the_first_event_that_does_not_fit(
            @ForAll("steadySteps") List<Commands.Step> steps,
            @ForAll @IntRange(max = 200) int some,
            @ForAll @IntRange(max = 200) int other) {
        Commands.walk(loop, steps);
        List<LoopEvent> swapped = new ArrayList<>(Samples.events(journal, LOOP));
        int i = Math.min(some % swapped.size(), other % swapped.size());
        int j = Math.max(some % swapped.size(), other % swapped.size());
        Assume.that(swapped.get(i).at().isBefore(swapped.get(j).at()));
        Collections.swap(swapped, i, j);

        assertThat(LoopDefinition.ring().replay(swapped)).isInstanceOfSatisfying(Replay.Diverged.class, diverged -> {
            // A fact fits anywhere; it is an event after it that then comes too late.
            assertThat(diverged.index()).isBetween(i, j);
            assertThat(diverged.eventId())
                    .isEqualTo(swapped.get(diverged.index()).id());
            assertThat(diverged.message()).isNotBlank();
            if (diverged.index() > 0) {
                assertThat(LoopDefinition.ring().replay(swapped.subList(0, diverged.index())))
                        .isInstanceOf(Replay.Reached.class);
            }
        });
    }

    @Property(tries = 200)
    @Tag("LOOP-21")
    void two_swapped_moves_are_refused_at_the_first_of_them(
            @ForAll @IntRange(max = 20) int some, @ForAll @IntRange(max = 20) int other) {
        Assume.that(some != other);
        for (int k = 0; k < 20; k++) {
            loop.advance(loop.stage().next()).orThrow();
        }
        List<LoopEvent> swapped = new ArrayList<>(Samples.events(journal, LOOP));
        Collections.swap(swapped, some, other);
        assertThat(LoopDefinition.ring().replay(swapped))
                .isInstanceOfSatisfying(
                        Replay.Diverged.class,
                        diverged -> assertThat(diverged.index()).isEqualTo(Math.min(some, other)));
    }

    @Provide
    Arbitrary<List<Commands.Step>> steadySteps() {
        return Commands.steadySteps();
    }
}
