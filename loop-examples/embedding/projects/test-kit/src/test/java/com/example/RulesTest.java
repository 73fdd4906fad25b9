package com.example;

import static io.infinityloop.testkit.GivenLoop.given;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.testkit.Edge;
import io.infinityloop.testkit.GivenLoop;
import io.infinityloop.testkit.Journeys;
import io.infinityloop.testkit.LegalJourney;
import io.infinityloop.testkit.SettableClock;
import io.infinityloop.testkit.StagePaths;
import io.infinityloop.testkit.TransitionCoverage;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the kit is for: the rules of a tool in its own tests. */
class RulesTest {
    private static final LoopDefinition RULES = LoopDefinition.ring();

    @Test
    void a_stage_cannot_be_skipped() {
        given(RULES).inStage(Stage.BUILD).whenAdvanced(Stage.DEPLOY).thenRefused("NO_TRANSITION");
    }

    @Test
    void every_way_was_gone() {
        TransitionCoverage coverage = TransitionCoverage.of(RULES);
        GivenLoop loop = given(RULES).heardBy(coverage);
        for (Edge edge : StagePaths.of(RULES).everyEdge()) {
            loop = loop.whenMoved(edge).thenAccepted().and();
        }
        coverage.assertEvery(Edge.Kind.ADVANCE).assertEvery(Edge.Kind.RETURN);
    }

    @Property
    void the_tool_goes_every_legal_way(@ForAll("journeys") LegalJourney journey) {
        Loop loop = LoopEngine.builder(SettableClock.start())
                .definition(RULES)
                .build()
                .start(journey.loop());
        journey.commands().forEach(command -> loop.apply(command).orThrow());
    }

    @Provide
    Arbitrary<LegalJourney> journeys() {
        return Journeys.of(RULES).legal();
    }
}
