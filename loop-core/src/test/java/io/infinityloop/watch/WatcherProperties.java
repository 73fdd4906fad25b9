package io.infinityloop.watch;

import static io.infinityloop.watch.Feeds.LOOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class WatcherProperties {
    @Property
    void order_does_not_matter(@ForAll("feeds") List<LoopEvent> feed, @ForAll long seed) {
        List<LoopEvent> shuffled = new ArrayList<>(feed);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Watcher.watch(shuffled)).isEqualTo(Watcher.watch(feed));
    }

    @Property
    void what_is_delivered_again_is_reported_as_that_and_changes_nothing_else(@ForAll("feeds") List<LoopEvent> feed) {
        List<LoopEvent> again = new ArrayList<>(feed);
        again.addAll(feed);
        Observation once = Watcher.watch(feed);
        Observation twice = Watcher.watch(again);
        assertThat(twice.events()).isEqualTo(once.events());
        assertThat(twice.states()).isEqualTo(once.states());
        assertThat(twice.visits()).isEqualTo(once.visits());
        assertThat(twice.backEdges()).isEqualTo(once.backEdges());
        assertThat(twice.orphans()).isEqualTo(once.orphans());
        assertThat(withoutDuplicates(twice)).isEqualTo(withoutDuplicates(once));
    }

    @Property
    void parts_that_overlap_and_come_from_several_sources_make_the_same(
            @ForAll("feeds") List<LoopEvent> feed, @ForAll List<@IntRange(min = 0, max = 3) Integer> parts) {
        List<List<LoopEvent>> split = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < feed.size(); i++) {
            int part = i < parts.size() ? parts.get(i) : 0;
            split.get(Math.min(part, 2)).add(feed.get(i));
            if (part == 3) {
                split.get(0).add(feed.get(i));
            }
        }
        Observation whole = Watcher.watch(feed);
        Observation seen = Watcher.watch(receiver -> split.forEach(part -> part.forEach(receiver)));
        assertThat(seen.states()).isEqualTo(whole.states());
        assertThat(seen.visits()).isEqualTo(whole.visits());
        assertThat(seen.backEdges()).isEqualTo(whole.backEdges());
        assertThat(seen.orphans()).isEqualTo(whole.orphans());
        assertThat(withoutDuplicates(seen)).isEqualTo(withoutDuplicates(whole));
    }

    @Property
    void visits_end_where_the_loop_stands_and_only_gaps_leave_others_open(@ForAll("feeds") List<LoopEvent> feed) {
        Observation seen = Watcher.watch(feed);
        for (LoopState state : seen.states()) {
            List<Visit> visits = seen.visits().stream()
                    .filter(visit -> visit.loop().equals(state.loop()))
                    .toList();
            assertThat(visits.get(visits.size() - 1))
                    .isEqualTo(new Visit(
                            state.loop(), state.stage(), state.cycle(), state.attempt(), state.entered(), null));
            long gaps = seen.gaps().stream()
                    .filter(gap -> gap.loop().equals(state.loop()))
                    .count();
            assertThat(visits.stream().filter(visit -> visit.left() == null).count())
                    .as("one for each gap, and the last")
                    .isEqualTo(gaps + 1);
        }
        assertThat(seen.visits()).isSortedAccordingTo(Comparator.comparing(Visit::loop));
    }

    @Property
    void every_loop_is_seen_and_every_deviation_names_an_event_of_the_feed(@ForAll("feeds") List<LoopEvent> feed) {
        Observation seen = Watcher.watch(feed);
        assertThat(seen.events())
                .isEqualTo(feed.stream().map(LoopEvent::key).distinct().count());
        assertThat(seen.states()).doesNotHaveDuplicates();
        assertThat(feed.stream().map(LoopEvent::key).toList())
                .containsAll(seen.deviations().stream().map(Deviation::event).toList());
        assertThat(seen.deviations()).isSorted();
        assertThat(seen.deviatingLoops()).isLessThanOrEqualTo(4);
    }

    @Property(tries = 500)
    void what_the_engine_made_has_no_deviation_and_ends_in_the_same_state(
            @ForAll("drives") List<Integer> drives, @ForAll long seed) {
        Journal journal = InMemoryJournal.empty();
        Loop loop = Feeds.engine(journal).start(LOOP);
        for (int stagesBack : drives) {
            if (stagesBack == 0) {
                loop.advance(loop.stage().next()).orThrow();
            } else if (loop.stage().number() > stagesBack) {
                loop.returnTo(loop.stage().plus(-stagesBack), "not right").orThrow();
            }
        }
        List<LoopEvent> events = new ArrayList<>(Feeds.all(journal));
        Collections.shuffle(events, new Random(seed));
        Observation seen = Watcher.watch(events);
        assertThat(seen.events()).isEqualTo(events.size());
        assertThat(seen.states()).containsExactly(loop.state());
        assertThat(seen.deviations()).isEmpty();
        assertThat(seen.orphans()).isEmpty();
    }

    private static Set<Deviation> withoutDuplicates(Observation seen) {
        return seen.deviations().stream()
                .filter(deviation -> deviation.kind() != Deviation.Kind.DUPLICATE_EVENT)
                .collect(Collectors.toSet());
    }

    /** How a loop is driven: 0 advances it, 1 to 7 return it by so many stages where that can be. */
    @Provide
    Arbitrary<List<Integer>> drives() {
        return Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 3))
                .list()
                .ofMaxSize(60);
    }

    /** Few, so that much happens at once, and the first and the last there are. */
    private static Arbitrary<Instant> instants() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.integers().between(0, 4).map(Feeds::minute)),
                Tuple.of(1, Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH)));
    }

    /** Anything: few loops, ids and instants, so that much clashes. */
    @Provide
    Arbitrary<List<LoopEvent>> feeds() {
        Arbitrary<EventMetadata> metadata = Combinators.combine(
                        Arbitraries.of("1", "2", "3", "10", "x"), Arbitraries.of("github", "portal"), instants())
                .as(EventMetadata::of);
        Arbitrary<LoopId> loops = Arbitraries.of("a", "b", "c").map(LoopId::of);
        Arbitrary<Stage> stages = Arbitraries.of(Stage.class);
        Arbitrary<LoopEvent> started =
                Combinators.combine(metadata, loops, stages).as(Started::new);
        Arbitrary<List<ArtifactRef>> refs = Arbitraries.of(
                        ArtifactRef.parse("build:b"), ArtifactRef.parse("build:lost"))
                .list()
                .ofMaxSize(2);
        Arbitrary<LoopEvent> advanced = Combinators.combine(metadata, loops, stages, stages, refs)
                .as((some, loop, from, to, handed) ->
                        new Advanced(some, loop, new Transition(from, to), Instant.MIN, handed));
        Arbitrary<LoopEvent> returned = Combinators.combine(metadata, loops, stages, stages)
                .filter((some, loop, from, to) -> to.isBefore(from))
                .as((some, loop, from, to) -> new Returned(some, loop, from, to, Instant.MIN, "cause"));
        Arbitrary<LoopEvent> recorded = Combinators.combine(
                        metadata, loops.injectNull(0.2), Arbitraries.of(Outcome.class))
                .as((some, loop, outcome) -> new Recorded(some, loop, Feeds.build("b", outcome)));
        Arbitrary<LoopEvent> retired =
                Combinators.combine(metadata, loops).as((some, loop) -> new Retired(some, loop, "given up"));
        return Arbitraries.oneOf(List.of(started, advanced, returned, recorded, retired))
                .list()
                .ofMaxSize(25)
                .withoutEdgeCases();
    }
}
