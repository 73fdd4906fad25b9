package io.infinityloop.metrics.finding;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Short words for what a detector finds in events. */
final class Found {
    private Found() {}

    /** What one detector finds in all events up to an hour, in one window that ends then. */
    static List<Finding> by(Detector<?, ?> detector, double untilHours, LoopEvent... events) {
        return by(detector, untilHours, ZoneOffset.UTC, events);
    }

    static List<Finding> by(Detector<?, ?> detector, double untilHours, ZoneId zone, LoopEvent... events) {
        return Detection.builder(Log.at(untilHours), zone)
                .window(new Window(Log.START, Log.at(untilHours)))
                .detector(detector)
                .build()
                .run(Linker.derive(Facts.of(List.of(events)), Log.at(untilHours)))
                .all();
    }

    static List<String> messages(Detector<?, ?> detector, double untilHours, LoopEvent... events) {
        return by(detector, untilHours, events).stream().map(Finding::message).toList();
    }

    /** Recorded with a loop. */
    static Recorded in(String loop, Recorded event) {
        return new Recorded(event.metadata(), LoopId.of(loop), event.artifact());
    }

    static Recorded in(String loop, Artifact artifact) {
        return in(loop, Log.recorded(artifact));
    }

    /** Done by hand. */
    static Recorded manual(Recorded event) {
        return new Recorded(event.metadata().with(Trigger.MANUAL), event.loop(), event.artifact());
    }

    /** Done by a machine. */
    static Recorded automated(Recorded event) {
        return new Recorded(event.metadata().with(Trigger.AUTOMATED), event.loop(), event.artifact());
    }

    static Recorded labelled(Recorded event, String key, String value) {
        return new Recorded(event.metadata().with(Labels.of(key, value)), event.loop(), event.artifact());
    }
}
