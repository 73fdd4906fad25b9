package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any table under any requests, against the plainest way to say what should happen. */
class LifecycleProperties {
    enum State {
        A,
        B,
        C,
        D,
        E
    }

    record Request(State to, int seconds) {}

    @Property(tries = 300)
    void a_process_takes_the_steps_of_its_table_and_no_other(
            @ForAll("pairs") Set<List<State>> pairs, @ForAll("requests") List<Request> requests) {
        Lifecycle<State> table = table(pairs);
        Course<State> course = table.begin(Instant.EPOCH, Evidence.NONE);
        List<State> expected = new ArrayList<>(List.of(State.A));
        Instant last = Instant.EPOCH;

        for (Request request : requests) {
            Instant at = Instant.EPOCH.plusSeconds(request.seconds());
            State from = expected.get(expected.size() - 1);
            boolean legal = table.steps().stream().anyMatch(step -> step.from() == from && step.to() == request.to())
                    && !at.isBefore(last);
            Progress<Course<State>> progress = table.move(course, request.to(), at, Evidence.NONE);

            assertThat(progress.isMoved()).isEqualTo(legal);
            if (legal) {
                expected.add(request.to());
                last = at;
            } else {
                assertThat(progress.process()).isEqualTo(course);
            }
            course = progress.process();
        }

        assertThat(course.moves()).extracting(Move::to).isEqualTo(expected);
        assertThat(table.check(course)).isEqualTo(course);
    }

    /** All states in a row, so that each can be reached, and the given shortcuts and ways back. */
    private static Lifecycle<State> table(Set<List<State>> pairs) {
        Lifecycle.Builder<State> table = Lifecycle.of("any", State.A);
        for (int i = 1; i < State.values().length; i++) {
            table.step(State.values()[i - 1], "on", State.values()[i]);
        }
        pairs.stream()
                .filter(pair -> pair.get(0) != pair.get(1))
                .filter(pair -> !isNext(pair.get(0), pair.get(1)))
                .forEach(pair -> table.back(pair.get(0), "over", pair.get(1)));
        return table.build();
    }

    private static boolean isNext(State from, State to) {
        List<State> row = List.of(State.values());
        return row.indexOf(to) == row.indexOf(from) + 1;
    }

    @Provide
    Arbitrary<Set<List<State>>> pairs() {
        return Arbitraries.of(State.class).list().ofSize(2).set().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(State.class), Arbitraries.integers().between(0, 5))
                .as(Request::new)
                .list()
                .ofMaxSize(40);
    }
}
