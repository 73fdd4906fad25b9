package io.infinityloop.testkit;

import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Returned;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Reason;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JourneysProperties {
    private static final LoopDefinition RING = LoopDefinition.ring();
    private static final LoopDefinition DELIVERY = LoopDefinition.delivery();

    @Property(tries = 200)
    void an_engine_grants_a_legal_journey_and_makes_its_events(@ForAll("legal") LegalJourney journey) {
        Journal journal = InMemoryJournal.empty();
        Loop loop = LoopEngine.builder(SettableClock.start())
                .definition(RING)
                .journal(journal)
                .build()
                .start(journey.loop());
        journey.commands().forEach(command -> loop.apply(command).orThrow());
        List<LoopEvent> events =
                journal.read(loop.id(), 1).stream().map(Entry::event).toList();
        assertThat(events)
                .isEqualTo(journey.events().subList(1, journey.events().size()));
    }

    @Property(tries = 200)
    void a_legal_journey_goes_on_by_one_stage_and_back_to_earlier_ones(@ForAll("legal") LegalJourney journey) {
        Stage stage = Stage.PLAN;
        for (LoopEvent event : journey.events()) {
            if (event instanceof Advanced advanced) {
                assertThat(advanced.transition().isOfRing()).isTrue();
                assertThat(advanced.transition().from()).isEqualTo(stage);
                stage = advanced.transition().to();
            } else if (event instanceof Returned returned) {
                assertThat(returned.from()).isEqualTo(stage);
                assertThat(returned.to().isBefore(stage)).isTrue();
                stage = returned.to();
            }
        }
    }

    @Property(tries = 200)
    void the_usual_evidence_is_enough_for_a_delivery(@ForAll("deliveries") LegalJourney journey) {
        Loop loop = LoopEngine.inMemory(SettableClock.start()).start(journey.loop());
        journey.commands().forEach(command -> loop.apply(command).orThrow());
    }

    @Property(tries = 500)
    void of_an_illegal_journey_one_command_is_refused(@ForAll("illegal") IllegalJourney journey) {
        assertOneIsRefused(RING, journey);
    }

    @Property(tries = 500)
    void of_an_illegal_delivery_one_command_is_refused(@ForAll("illegalDeliveries") IllegalJourney journey) {
        assertOneIsRefused(DELIVERY, journey);
    }

    private static void assertOneIsRefused(LoopDefinition rules, IllegalJourney journey) {
        GivenLoop loop = given(rules);
        for (int i = 0; i < journey.commands().size(); i++) {
            Command command = journey.commands().get(i);
            DecidedLoop decided = loop.when(command);
            if (i != journey.refusedAt()) {
                decided.thenAccepted();
            } else {
                assertThat(((Decision.Refused) decided.decision()).reasons())
                        .extracting(Reason::code)
                        .contains(journey.code());
            }
            loop = decided.and();
        }
    }

    @Property(tries = 200)
    void what_a_careless_feed_delivers_is_the_log(@ForAll("logs") EventLog log) {
        assertThat(log.inOrder()).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(LoopEvent::at));
        assertThat(new HashSet<>(log.delivered())).isEqualTo(new HashSet<>(log.inOrder()));
        assertThat(log.inOrder().stream().map(LoopEvent::key)).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<LegalJourney> legal() {
        return Journeys.of(RING).legal();
    }

    @Provide
    Arbitrary<IllegalJourney> illegal() {
        return Journeys.of(RING).illegal();
    }

    @Provide
    Arbitrary<LegalJourney> deliveries() {
        return Journeys.of(DELIVERY).legal();
    }

    @Provide
    Arbitrary<IllegalJourney> illegalDeliveries() {
        return Journeys.of(DELIVERY).illegal();
    }

    @Provide
    Arbitrary<EventLog> logs() {
        return Journeys.of(RING).withMostSteps(10).logs();
    }
}
