package io.infinityloop.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of reading a text.
 *
 * @param events the events
 * @param reading what became of the records
 * @param leftovers the records of which no event was made
 */
record Read(List<LoopEvent> events, Reading reading, List<Leftover> leftovers) {
    /** Reads a text with all formats. */
    static Read of(String text) {
        return of(text, SourceReader.builder());
    }

    static Read of(String text, SourceReader.Builder builder) {
        List<LoopEvent> events = new ArrayList<>();
        List<Leftover> leftovers = new ArrayList<>();
        SourceReader reader = builder.leftovers(leftovers::add).build();
        try {
            Reading reading = reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), events::add);
            return new Read(events, reading, leftovers);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A record in a line. Quotes are written ', 10:00 in quotes means ten o'clock on the first of July 2026, and of a
     * field that is there twice the last value counts.
     */
    static String line(String fields) {
        String text = ("{" + fields + "}")
                .replaceAll("'(\\d\\d:\\d\\d)'", "'2026-07-01T$1:00Z'")
                .replace('\'', '"');
        try {
            return new ObjectMapper().readTree(text) + "\n";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A leftover as it came. */
    static String raw(Leftover leftover) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            leftover.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The only event. */
    Recorded only() {
        if (events.size() != 1) {
            throw new AssertionError(events.size() + " events, and " + leftovers);
        }
        return (Recorded) events.get(0);
    }

    /** The artifacts of a kind, in the order of their events. */
    <A extends Artifact> List<A> artifacts(Class<A> kind) {
        return events.stream()
                .map(event -> ((Recorded) event).artifact())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
