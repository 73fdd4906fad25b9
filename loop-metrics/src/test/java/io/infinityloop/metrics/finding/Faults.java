package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.recorded;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to plant a fault into a log. */
final class Faults {
    private Faults() {}

    static Recorded labelledService(Recorded event) {
        return Log.labelled(event, Labels.SERVICE, "shop");
    }

    static Artifact artifact(LoopEvent event) {
        return event instanceof Recorded recorded ? recorded.artifact() : PlanItem.of("none", Log.START, "");
    }

    static UnaryOperator<List<LoopEvent>> plus(LoopEvent... more) {
        return events -> Stream.concat(events.stream(), Stream.of(more)).toList();
    }

    static UnaryOperator<List<LoopEvent>> without(Predicate<LoopEvent> some) {
        return events -> events.stream().filter(some.negate()).toList();
    }

    static <A extends Artifact> UnaryOperator<List<LoopEvent>> change(
            Class<A> type, String id, UnaryOperator<A> fault) {
        return events -> events.stream()
                .map(event -> event instanceof Recorded recorded
                                && type.isInstance(recorded.artifact())
                                && recorded.artifact().metadata().id().equals(id)
                        ? new Recorded(
                                recorded.metadata(), recorded.loop(), fault.apply(type.cast(recorded.artifact())))
                        : event)
                .toList();
    }

    static UnaryOperator<List<LoopEvent>> byHand(Class<? extends Artifact> type, String... ids) {
        return events -> events.stream()
                .map(event -> event instanceof Recorded recorded
                                && type.isInstance(recorded.artifact())
                                && List.of(ids)
                                        .contains(recorded.artifact().metadata().id())
                        ? new Recorded(recorded.metadata().with(Trigger.MANUAL), recorded.loop(), recorded.artifact())
                        : event)
                .toList();
    }
}
