package io.infinityloop.metrics.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Returned;
import io.infinityloop.metrics.Log;
import io.infinityloop.watch.Deviation;
import io.infinityloop.watch.Observation;
import io.infinityloop.watch.Watcher;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The watcher of the core judges the same moves: both see the same. */
class LoopPassesProperties {
    private static final Set<Deviation.Kind> OF_MOVES = Set.of(
            Deviation.Kind.SKIPPED_STAGE,
            Deviation.Kind.BACKWARD_MOVE,
            Deviation.Kind.REPEATED_STAGE,
            Deviation.Kind.MISSING_MOVE);

    @Provide
    Arbitrary<List<LoopEvent>> moves() {
        Arbitrary<LoopEvent> advanced = Combinators.combine(
                        Arbitraries.of(Stage.class), Arbitraries.of(1, 1, 1, 1, 2, 0, -1), hours(), loops())
                .as((stage, steps, hour, loop) -> new Advanced(
                        Log.metadata(loop + " " + stage + steps + " " + hour, hour),
                        loop,
                        new Transition(stage, stage.plus(steps)),
                        Log.at(hour),
                        List.of()));
        Arbitrary<LoopEvent> returned = Combinators.combine(
                        Arbitraries.integers().between(2, 8),
                        Arbitraries.integers().between(1, 7),
                        hours(),
                        loops())
                .filter((from, to, hour, loop) -> to < from)
                .as((from, to, hour, loop) -> new Returned(
                        Log.metadata(loop + " back " + from + to + " " + hour, hour),
                        loop,
                        Stage.of(from),
                        Stage.of(to),
                        Log.at(hour),
                        "x"));
        Arbitrary<LoopEvent> started = loops().map(loop -> Log.started(loop.value(), 0));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, advanced),
                        net.jqwik.api.Tuple.of(2, returned),
                        net.jqwik.api.Tuple.of(1, started))
                .list()
                .uniqueElements(LoopEvent::key)
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(1, 12);
    }

    private static Arbitrary<LoopId> loops() {
        return Arbitraries.of(LoopId.of("L"), LoopId.of("M"));
    }

    @Property(tries = 500)
    void deviations_are_those_of_the_watcher(@ForAll("moves") List<LoopEvent> events) {
        Observation seen = Watcher.watch(events);
        Set<Object> advances = events.stream()
                .filter(Advanced.class::isInstance)
                .map(LoopEvent::key)
                .collect(Collectors.toSet());
        Set<Object> expected = new TreeSet<>();
        seen.deviations().stream()
                .filter(one -> OF_MOVES.contains(one.kind()) && advances.contains(one.event()))
                .forEach(one -> expected.add(one.event().toString()));
        Set<Object> found = new TreeSet<>();
        Log.derive(events.toArray(LoopEvent[]::new)).subjects(Handoff.class).stream()
                .filter(handoff -> handoff.deviation() != null)
                .forEach(handoff -> found.add(handoff.evidence().get(0).toString()));
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 500)
    void cycles_are_those_of_the_watcher(@ForAll("moves") List<LoopEvent> events) {
        Observation seen = Watcher.watch(events);
        List<LoopPass> passes = Log.derive(events.toArray(LoopEvent[]::new)).subjects(LoopPass.class);
        seen.states().forEach(state -> {
            LoopPass last = passes.stream()
                    .filter(pass -> pass.loop().equals(state.loop()))
                    .reduce((one, later) -> later)
                    .orElseThrow();
            assertThat(last.cycle()).isEqualTo(state.cycle());
            assertThat(last.visits().get(last.visits().size() - 1).stage()).isEqualTo(state.stage());
        });
    }

    @Property(tries = 500)
    void united_spans_hold_the_same_instants(@ForAll("spans") List<Span> spans) {
        List<Span> united = Span.union(spans);
        for (int quarter = 0; quarter < 200; quarter++) {
            Instant instant = Log.at(quarter / 4.0);
            assertThat(united.stream().filter(span -> span.contains(instant)).count())
                    .isEqualTo(spans.stream().anyMatch(span -> span.contains(instant)) ? 1 : 0);
        }
        for (int i = 1; i < united.size(); i++) {
            assertThat(united.get(i - 1).to())
                    .isNotNull()
                    .isBefore(united.get(i).from());
        }
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 8).injectNull(0.1))
                .as((from, hours) -> new Span(Log.at(from), hours == null ? null : Log.at(from + hours)))
                .list()
                .ofMaxSize(8);
    }
}
