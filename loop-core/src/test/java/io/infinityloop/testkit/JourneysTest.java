package io.infinityloop.testkit;

import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.LoopDefinition;
import java.util.List;
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
        assertThat(samples(Journeys.of(LoopDefinition.delivery()).illegal()))
                .extracting(IllegalJourney::code)
                .contains("CONTRACT", "OUTCOME_FAILED", "NO_TRANSITION");
    }

    @Example
    void journeys_bring_what_contracts_require_and_lack_it_when_illegal() {
        LoopDefinition rules = LoopDefinition.builder("team")
                .require(Stage.PLAN, new Contract.Present(PlanItem.KIND))
                .require(Stage.TEST, new Contract.Passed(TestRun.KIND))
                .gate(Stage.RELEASE, "approval")
                .build();
        Journeys journeys = Journeys.of(rules);
        assertThat(samples(journeys.legal()))
                .anyMatch(journey -> journey.commands().size() > 20);
        assertThat(samples(journeys.illegal()))
                .anyMatch(journey -> journey.code().equals("CONTRACT"))
                .filteredOn(journey -> journey.code().equals("CONTRACT"))
                .allSatisfy(journey -> {
                    GivenLoop loop = given(rules).gatesPass();
                    for (Command command : journey.commands().subList(0, journey.refusedAt())) {
                        loop = loop.when(command).thenAccepted().and();
                    }
                    loop.when(journey.commands().get(journey.refusedAt())).thenRefused("CONTRACT");
                });
    }

    @Example
    void evidence_that_does_not_do_is_named() {
        LoopDefinition rules = LoopDefinition.builder("team")
                .require(Stage.PLAN, new Contract.Present(PlanItem.KIND))
                .build();
        Journeys journeys = Journeys.of(rules).withEvidence((stage, id, at) -> List.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> samples(journeys.legal()))
                .withMessageContaining("'team' refuses")
                .withMessageContaining("record a plan-item")
                .withMessageContaining("withEvidence");
    }

    @Example
    void stages_in_another_order_and_automatic_ones_are_journeyed_too() {
        List<Stage> order = List.of(
                Stage.PLAN,
                Stage.CODE,
                Stage.TEST,
                Stage.BUILD,
                Stage.RELEASE,
                Stage.DEPLOY,
                Stage.OPERATE,
                Stage.MONITOR);
        LoopDefinition rules = LoopDefinition.builder("test-first")
                .order(order)
                .require(Stage.CODE, new Contract.Present(Commit.KIND))
                .automatic(Stage.CODE)
                .build();
        TransitionCoverage coverage = TransitionCoverage.of(rules);
        samples(Journeys.of(rules).legal()).forEach(journey -> {
            GivenLoop loop = given(rules).heardBy(coverage);
            for (Command command : journey.commands()) {
                loop = loop.when(command).thenAccepted().and();
            }
        });
        assertThat(coverage.untried()).isEmpty();
        assertThat(coverage.gone().keySet())
                .contains(new Edge(Edge.Kind.ADVANCE, Stage.TEST, Stage.BUILD))
                .doesNotContain(new Edge(Edge.Kind.RETURN, Stage.TEST, Stage.BUILD));
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
