package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.LoopDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitrary journeys of a loop under a definition, for jqwik: advances with their {@link Evidence}, returns, checks
 * that fail and are repeated, and now and then a loop that is given up. A journey that is found to break a property
 * shrinks to a shorter one.
 *
 * <p>Immutable: each {@code with} method returns another one.
 *
 * @since 0.1
 */
public final class Journeys {
    private static final int MOST_STEPS = 30;

    private final LoopDefinition definition;
    private final Evidence evidence;
    private final int mostSteps;

    private Journeys(LoopDefinition definition, Evidence evidence, int mostSteps) {
        this.definition = definition;
        this.evidence = evidence;
        this.mostSteps = mostSteps;
    }

    /**
     * Returns the journeys of a definition, with the {@linkplain Evidence#usual() usual} evidence and up to 30 steps.
     *
     * @param definition the rules
     * @return the journeys
     */
    public static Journeys of(LoopDefinition definition) {
        return new Journeys(requireNonNull(definition, "definition"), Evidence.usual(), MOST_STEPS);
    }

    /**
     * Returns journeys with other evidence, for a definition that requires what is not usual.
     *
     * @param newEvidence what the advances bring along
     * @return the journeys
     */
    public Journeys withEvidence(Evidence newEvidence) {
        return new Journeys(definition, requireNonNull(newEvidence, "evidence"), mostSteps);
    }

    /**
     * Returns shorter or longer journeys.
     *
     * @param most how many steps a journey has at most, 1 or more; a step is one command or two
     * @return the journeys
     * @throws IllegalArgumentException if the number is below 1
     */
    public Journeys withMostSteps(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a journey has at most 1 step or more, not " + most);
        }
        return new Journeys(definition, evidence, most);
    }

    /**
     * Returns journeys of which every command is granted, where every gate that is asked lets the loop pass.
     *
     * <p>A definition that refuses the evidence makes the arbitrary throw an {@link IllegalStateException} that says
     * why.
     *
     * @return an arbitrary of journeys, also empty ones
     */
    public Arbitrary<LegalJourney> legal() {
        return legal(LoopId.of("journey"));
    }

    /**
     * Returns journeys of which one command is refused: an advance to a wrong stage, without the evidence, with a
     * failed check or dated back, a return that is none, or anything after the loop was given up.
     *
     * @return an arbitrary of journeys
     */
    public Arbitrary<IllegalJourney> illegal() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(legal(), any, any, any)
                .as((legal, where, which, to) -> new Trespass(definition, evidence, legal).at(where, which, to));
    }

    /**
     * Returns logs of up to four loops, in order and out of order.
     *
     * @return an arbitrary of logs, also empty ones
     */
    public Arbitrary<EventLog> logs() {
        return Arbitraries.integers().between(0, 4).flatMap(count -> {
            List<Arbitrary<LegalJourney>> loops = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> legal(LoopId.of("loop-" + number)))
                    .toList();
            return Combinators.combine(loops).as(Journeys::inOrder).flatMap(Journeys::disordered);
        });
    }

    private Arbitrary<LegalJourney> legal(LoopId loop) {
        Arbitrary<Step.Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Step.Kind.ADVANCE), Tuple.of(2, Step.Kind.RETURN), Tuple.of(2, Step.Kind.RED_THEN_GREEN));
        Arbitrary<Step> steps = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 90))
                .as(Step::new);
        Arbitrary<Boolean> retired = Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true));
        return Combinators.combine(steps.list().ofMaxSize(mostSteps), retired).as((list, isRetired) -> {
            Walk walk = new Walk(definition, evidence, loop);
            list.forEach(walk::take);
            if (isRetired) {
                walk.retire();
            }
            return walk.journey();
        });
    }

    private static List<LoopEvent> inOrder(List<LegalJourney> loops) {
        return loops.stream()
                .flatMap(journey -> journey.events().stream())
                .sorted(Comparator.comparing(LoopEvent::at))
                .toList();
    }

    private static Arbitrary<EventLog> disordered(List<LoopEvent> events) {
        if (events.isEmpty()) {
            return Arbitraries.just(new EventLog(events, events));
        }
        Arbitrary<List<LoopEvent>> again = Arbitraries.of(events).list().ofMaxSize(5);
        return again.flatMap(more -> Arbitraries.shuffle(new ArrayList<>(
                        Stream.concat(events.stream(), more.stream()).toList())))
                .map(delivered -> new EventLog(events, delivered));
    }
}
