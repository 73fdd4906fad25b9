package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import io.infinityloop.internal.json.Limits;
import io.infinityloop.journal.Anchor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes events as text, one JSON object a line.
 *
 * <p>Equal events give equal text. What is written, {@link EventReader} reads back as an equal event; what it could not
 * read back is refused here. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private EventWriter() {}

    /**
     * Returns an event as one line.
     *
     * @param event the event
     * @return its JSON, without a line break inside or at the end
     * @throws IllegalArgumentException if the format can not hold the event: an instant is before 1970 or after 2200, a
     *     list has more than 100,000 entries, the line more than 8 MiB or 250,000 names, values and brackets, or a
     *     label key holds half a surrogate pair
     */
    public static String toJson(LoopEvent event) {
        requireNonNull(event, "event");
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            write(event, new FieldWriter(json));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return readable(OneLine.of(text.toString()));
    }

    /** What was written and can not be read would stand in the way of all that comes after it. */
    private static String readable(String line) {
        if (line.length() > Limits.TOKENS) {
            try {
                JsonText.parse(JournalLine.after(Anchor.BEGINNING, 0, line).toJson());
            } catch (FieldException refused) {
                throw new IllegalArgumentException("the event can not be written: " + refused.told(), refused);
            }
        }
        return line;
    }

    /**
     * Writes events in UTF-8, each followed by a line feed.
     *
     * @param events the events, in the order in which they are to be written
     * @param out where to; it is flushed at the end and not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if the format can not hold an event, see {@link #toJson}; the events before it
     *     are written
     */
    public static void write(Iterable<? extends LoopEvent> events, OutputStream out) throws IOException {
        for (LoopEvent event : events) {
            out.write((toJson(event) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /**
     * Writes a line that was read, followed by a line feed: an event as {@link #toJson} writes it, and what this
     * release does not know as it was. So a tool that filters a log loses nothing that a later release wrote.
     *
     * @param line the line
     * @param out where to; it is neither flushed nor closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if the line was rejected: of such a line only the beginning is kept
     */
    public static void copy(Line line, OutputStream out) throws IOException {
        if (line instanceof Line.Rejected rejected) {
            throw new IllegalArgumentException("line " + rejected.number()
                    + " was rejected and can not be copied: pass over it, or keep the log that it came from");
        }
        String text = line instanceof Line.Known known ? toJson(known.event()) : ((Line.Unknown) line).raw();
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the fields of an event. */
    static void write(LoopEvent event, FieldWriter out) throws IOException {
        out.number("v", EventLine.VERSION);
        out.text("type", EventFormat.of(event).word());
        out.text("id", event.id());
        out.text("source", event.source());
        out.instant("at", event.at());
        LoopId loop = event.loop();
        if (loop != null) {
            out.text("loop", loop.value());
        }
        EventFormat.writeOwn(event, out);
        if (event.trigger() != Trigger.UNKNOWN) {
            out.word("trigger", event.trigger());
        }
        out.labels("labels", event.labels());
    }
}
