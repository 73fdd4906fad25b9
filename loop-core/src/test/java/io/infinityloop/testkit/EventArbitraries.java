package io.infinityloop.testkit;

import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.instants;
import static io.infinityloop.testkit.ValueArbitraries.labels;
import static io.infinityloop.testkit.ValueArbitraries.refs;
import static io.infinityloop.testkit.ValueArbitraries.stages;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Events of every type, for properties. For events that follow one another as a definition allows, see
 * {@link Journeys}.
 *
 * @since 0.1
 */
public final class EventArbitraries {
    private EventArbitraries() {}

    /** {@return events of every type, each by itself: they tell no story} */
    public static Arbitrary<LoopEvent> events() {
        Arbitrary<LoopId> loops = ids().map(LoopId::of);
        return Arbitraries.oneOf(
                Combinators.combine(
                                eventMetadata(), loops, stages(), definitions().injectNull(0.5))
                        .as(Started::new),
                Combinators.combine(eventMetadata(), loops, definitions(), definitions())
                        .as(Migrated::new),
                Combinators.combine(eventMetadata(), loops.injectNull(0.3), ArtifactArbitraries.artifacts())
                        .as(Recorded::new),
                advanced(loops),
                returned(loops),
                Combinators.combine(eventMetadata(), loops, ids()).as(Retired::new));
    }

    /** {@return what every event has: an id, a source, an instant, labels, a trigger} */
    public static Arbitrary<EventMetadata> eventMetadata() {
        return Combinators.combine(ids(), ids(), instants(), labels(), Arbitraries.of(Trigger.class))
                .as(EventMetadata::new);
    }

    private static Arbitrary<LoopEvent> advanced(Arbitrary<LoopId> loops) {
        return Combinators.combine(
                        eventMetadata(),
                        loops,
                        stages(),
                        stages(),
                        instants(),
                        refs().list().ofMaxSize(4))
                .as((metadata, loop, from, to, other, refs) -> new Advanced(
                        metadata, loop, new Transition(from, to), earlier(metadata.at(), other), List.copyOf(refs)));
    }

    private static Arbitrary<LoopEvent> returned(Arbitrary<LoopId> loops) {
        return Combinators.combine(
                        eventMetadata(),
                        loops,
                        stages().filter(stage -> stage != Stage.PLAN),
                        Arbitraries.integers().between(1, 7),
                        instants(),
                        ids())
                .as((metadata, loop, from, back, other, cause) -> new Returned(
                        metadata,
                        loop,
                        from,
                        Stage.of(Math.max(1, from.number() - back)),
                        earlier(metadata.at(), other),
                        cause));
    }

    private static Arbitrary<DefinitionRef> definitions() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.strings().withChars("0123456789abcdef").ofLength(64))
                .as(DefinitionRef::new);
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isAfter(one) ? one : other;
    }
}
