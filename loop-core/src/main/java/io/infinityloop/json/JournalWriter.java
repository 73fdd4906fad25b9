package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Exports a journal, one event a line. An export is a log of events for {@link EventReader}, and holds all that
 * {@link JournalReader} needs to make the same journal of it again.
 *
 * @since 0.1
 */
public final class JournalWriter {
    private JournalWriter() {}

    /**
     * Writes all events after a place, in UTF-8, each followed by a line feed. Others may append meanwhile. No more
     * than a page of the journal is in memory.
     *
     * @param lines the journal
     * @param after where an earlier export ended; {@link Anchor#BEGINNING} for a whole export
     * @param out where to; it is flushed at the end and not closed
     * @return where this export ends, and the next one can go on
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if the journal does not have this hash at this position; nothing is written then
     * @throws IllegalStateException if an event was changed or taken away behind the back of the journal; those before
     *     it are written
     */
    public static Anchor write(JournalLines lines, Anchor after, OutputStream out) throws IOException {
        requireNonNull(out, "out");
        check(lines, after);
        Anchor last = after;
        while (true) {
            List<JournalLine> page = lines.read(last.position(), Journal.PAGE);
            if (page.isEmpty()) {
                out.flush();
                return last;
            }
            for (JournalLine line : page) {
                if (!line.follows(last)) {
                    throw new IllegalStateException("the journal is broken at position " + (last.position() + 1)
                            + ": what is there is not what was appended; verify the journal");
                }
                out.write((line.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
                last = line.anchor();
            }
        }
    }

    private static void check(JournalLines lines, Anchor after) {
        if (after.position() > 0) {
            List<JournalLine> last = lines.read(after.position() - 1, 1);
            if (last.isEmpty() || !last.get(0).anchor().equals(after)) {
                throw new IllegalArgumentException("there is nothing to continue after position " + after.position()
                        + ": the journal " + (last.isEmpty() ? "ends before it" : "has another hash there")
                        + ", so what was exported comes from another one");
            }
        }
    }
}
