package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from text, one JSON object a line.
 *
 * <p>Nothing in the input stops the reading: each line is an event, unknown or rejected, and the next line is read
 * whatever became of this one. No more than one line is held at a time. Safe for use by many threads, each with its own
 * stream.
 *
 * @since 0.1
 */
public final class EventReader {
    private EventReader() {}

    /**
     * Reads to the end of a stream and hands over its lines one by one, in order. Blank lines are left out.
     *
     * @param in the log in UTF-8; it is not closed
     * @param lines is given each line; what it throws ends the reading and comes out of this method
     * @return how many lines became what
     * @throws IOException if the stream can not be read
     */
    public static Tally read(InputStream in, Consumer<? super Line> lines) throws IOException {
        requireNonNull(lines, "lines");
        Tally.Counter counter = new Tally.Counter();
        LineSplitter splitter = new LineSplitter(requireNonNull(in, "in"));
        while (splitter.next()) {
            Line line = line(splitter);
            if (line != null) {
                counter.count(line);
                lines.accept(line);
            }
        }
        return counter.of(splitter.number());
    }

    private static @Nullable Line line(LineSplitter splitter) {
        try {
            String text = splitter.lineText();
            return text.isBlank() ? null : EventLine.read(splitter.number(), text);
        } catch (FieldException rejected) {
            return new Line.Rejected(splitter.number(), rejected.field(), rejected.problem(), splitter.excerpt());
        }
    }
}
