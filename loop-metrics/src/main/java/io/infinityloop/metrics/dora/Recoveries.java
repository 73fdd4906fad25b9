package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long disturbances lasted that were over in a window, and how old those are that were not over at its end. */
final class Recoveries {
    private final Samples over;
    private final Samples open;

    Recoveries(Memory memory) {
        over = Samples.in(memory);
        open = Samples.in(memory);
    }

    /** Adds a disturbance: it is over if it ended in what is seen of the window, and open if it had begun by then. */
    Use add(Instant start, @Nullable Instant end, Frame frame) {
        if (end != null && !end.isAfter(frame.asOf()) && frame.window().contains(end)) {
            return over.add(Duration.between(start, end));
        }
        if (start.isAfter(frame.observedTo()) || (end != null && end.isBefore(frame.observedTo()))) {
            return new Use.NotConcerned();
        }
        return open.add(Duration.between(start, frame.observedTo()));
    }

    Recoveries merge(Recoveries from) {
        over.addAll(from.over);
        open.addAll(from.open);
        return this;
    }

    MetricResult result(MetricDefinition definition, Statistic statistic) {
        if (over.size() == 0) {
            String still = open.size() == 0 ? "" : ", " + open.size() + " still open";
            return new MetricResult.Undefined(
                    definition.id(), "no " + definition.needs() + " in this window" + still, new TreeMap<>());
        }
        SortedMap<String, Amount> parts = over.summary(Unit.SECONDS);
        parts.put("open", Amount.count(open.size()));
        if (open.size() > 0) {
            parts.put("open: median age", open.value(Statistic.MEDIAN, Unit.SECONDS));
            parts.put("open: oldest", open.value(Statistic.MAX, Unit.SECONDS));
        }
        return MetricResult.Value.of(definition, over.value(statistic, Unit.SECONDS), parts, over.size());
    }
}
