package io.infinityloop.export;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.util.Locale;

/** What an event says in a word, for formats of cells and attributes. */
final class Cells {
    private Cells() {}

    /** {@return the type of an event, as the library's own format calls it} */
    static String type(LoopEvent event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@return the labels of the artifact, if there is one, and of the event} */
    static Labels labels(LoopEvent event) {
        return event instanceof Recorded recorded ? recorded.artifact().labels().with(event.labels()) : event.labels();
    }

    /** {@return how it ended; empty if it is nothing that ends, or is not told} */
    static String outcome(Artifact artifact) {
        if (artifact instanceof Incident incident) {
            return incident.resolvedAt() == null ? "OPEN" : "RESOLVED";
        }
        return artifact instanceof Checked checked && checked.outcome() != Outcome.UNKNOWN
                ? checked.outcome().name()
                : "";
    }

    /** {@return the stage of the artifact, or that was left, or begun with; empty if none is told} */
    static String stage(LoopEvent event) {
        if (event instanceof Recorded recorded) {
            return recorded.artifact().stage().name();
        }
        if (event instanceof Advanced advanced) {
            return advanced.transition().from().name();
        }
        if (event instanceof Returned returned) {
            return returned.from().name();
        }
        return event instanceof Started started ? started.stage().name() : "";
    }

    /** {@return the stage that was entered; empty if none was} */
    static String entered(LoopEvent event) {
        if (event instanceof Advanced advanced) {
            return advanced.transition().to().name();
        }
        return event instanceof Returned returned ? returned.to().name() : "";
    }

    /** {@return how what was recorded ended; empty if nothing was, or it is not told} */
    static String outcome(LoopEvent event) {
        return event instanceof Recorded recorded ? outcome(recorded.artifact()) : "";
    }
}
