package io.infinityloop.testkit;

import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.machine.Command;
import io.infinityloop.machine.LoopDefinition;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Shrinkable;


/** What a thousand journeys hold: one that never returns, or never trespasses, would be worth little. */
class JourneysTest {
    private static final LoopDefinition RING = LoopDefinition.ring();
    private static final Journeys JOURNEYS = Journeys.of(RING);

    @Example
    void legal_journeys_try_the_whole_ring() {
        TransitionCoverage coverage = TransitionCoverage.of(RING);
        samples(JOURNEYS.legal()).forEach(journey -> {
            GivenLoop loop = given(RING).heardBy(coverage);
            for (Command command : journey.commands()) {
                loop = loop.when(command).thenAccepted().and();
            }
        });
        assertThat(coverage.untried()).isEmpty();
        assertThat(coverage.refused()).isEmpty();
    }

    @Example
    void illegal_journeys_break_every_rule_in_every_place() {
        Set<String> codes = new TreeSet<>();
        Set<Integer> places = new TreeSet<>();
        samples(JOURNEYS.illegal()).forEach(journey -> {
            codes.add(journey.code());
            places.add(journey.refusedAt());
        });
        assertThat(codes).containsExactly("NO_RETURN", "NO_TRANSITION", "OUTCOME_FAILED", "OUT_OF_ORDER", "RETIRED");
        assertThat(places).contains(0, 1, 2, 5, 10);
    }

    @Example
    void logs_are_out_of_order_and_have_duplicates() {
        Set<EventLog> logs = samples(JOURNEYS.withMostSteps(5).logs());
        assertThat(logs).anyMatch(log -> log.inOrder().isEmpty());
        assertThat(logs).anyMatch(log -> log.delivered().size() > log.inOrder().size());
        assertThat(logs)
                .anyMatch(log -> log.delivered().size() == log.inOrder().size()
                        && !log.delivered().equals(log.inOrder()));
        assertThat(logs)
                .anyMatch(log -> log.inOrder().stream()
                                .map(event -> String.valueOf(event.loop()))
                                .distinct()
                                .count()
                        == 4);
    }

    @Example
    void a_journey_has_steps() {
        assertThatIllegalArgumentException().isThrownBy(() -> JOURNEYS.withMostSteps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> JOURNEYS.withMostSteps(-1));
        assertThat(samples(JOURNEYS.withMostSteps(1).legal()))
                .allMatch(journey -> journey.commands().size() <= 3);
    }

    private static <T> Set<T> samples(Arbitrary<T> arbitrary) {
        return arbitrary.generator(1_000).stream(new Random(42))
                .limit(1_000)
                .map(Shrinkable::value)
                .collect(Collectors.toSet());
    }
}
