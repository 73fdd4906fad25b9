package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Window;
import java.time.Instant;

/** Which span a number is about. */
enum Range implements Option {
    WINDOW("the window that was asked for"),
    LAST_THREE_MONTHS("the last three months, whatever was asked for");

    private final String meaning;

    Range(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String rule() {
        return "range";
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** The span up to what is known. */
    Window of(Frame frame) {
        Instant end = frame.observedTo();
        return this == WINDOW
                ? new Window(frame.window().from(), end)
                : new Window(end.atZone(frame.zone()).minusMonths(3).toInstant(), end);
    }

    /** Whether something happened in the span; what happened at the last instant that is known did, too. */
    boolean contains(Frame frame, Instant instant) {
        Window span = of(frame);
        boolean last = instant.equals(frame.asOf()) && frame.window().contains(instant);
        return span.contains(instant) || last;
    }
}
