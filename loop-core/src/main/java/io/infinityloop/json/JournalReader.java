package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.json.FieldException;
import io.infinityloop.journal.Anchor;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Imports what {@link JournalWriter} has written. Every line is checked by its hash before it is appended.
 *
 * @since 0.1
 */
public final class JournalReader {
    private JournalReader() {}

    /**
     * Appends what an export holds to a journal that is empty or holds the beginning of it. The entries come to stand
     * where they stood: nobody else may append meanwhile. What the journal holds already is passed over, so an import
     * that was interrupted is done again to go on. Until it is through, the journal holds the beginning of the export,
     * which can end between two events that were appended together.
     *
     * @param in the export; it is not closed
     * @param journal where to
     * @return what was done
     * @throws IOException if the stream can not be read; what was read before is appended or not, import again
     * @throws RefusedLineException if a line was changed, left out, cut off or is none of an export, or if the journal
     *     holds something else; in the latter case nothing is appended
     * @throws IllegalStateException if the end of what the journal holds was changed or taken away behind its back;
     *     nothing is appended then
     */
    public static Imported read(InputStream in, JournalLines journal) throws IOException {
        JournalImport imported = new JournalImport(requireNonNull(journal, "journal"));
        LineSplitter splitter = new LineSplitter(requireNonNull(in, "in"));
        while (splitter.next()) {
            JournalLines.Incoming line;
            try {
                line = line(splitter);
            } catch (FieldException rejected) {
                throw imported.refused(splitter.number(), rejected.told());
            }
            if (line != null) {
                imported.take(splitter.number(), line);
            }
        }
        return imported.end();
    }

    /**
     * Finds where an export ends, to go on there: {@link JournalWriter} writes what comes after it. A last line without
     * a line feed was cut off while it was written and does not count.
     *
     * @param in the export; it is not closed
     * @return the last whole line
     * @throws IOException if the stream can not be read
     * @throws RefusedLineException if a line was changed, left out or is none of an export
     */
    public static End end(InputStream in) throws IOException {
        LineSplitter splitter = new LineSplitter(requireNonNull(in, "in"));
        Anchor last = null;
        long whole = 0;
        while (splitter.next() && splitter.isEnded()) {
            try {
                JournalLines.Incoming line = line(splitter);
                if (line != null) {
                    check(last, line.line());
                    last = line.line().anchor();
                }
            } catch (FieldException rejected) {
                throw new RefusedLineException(splitter.number(), rejected.told());
            }
            whole = splitter.bytes();
        }
        if (splitter.bytes() > whole && !splitter.mayBeExport()) {
            throw new RefusedLineException(splitter.number(), "it is no line of an export, nor the beginning of one");
        }
        return new End(last == null ? Anchor.BEGINNING : last, whole, splitter.bytes() - whole);
    }

    /** What comes before an export that does not begin with the first event is not known here. */
    private static void check(@Nullable Anchor last, JournalLine line) throws FieldException {
        if (last != null) {
            JournalImport.check(last, line);
        } else if (line.position() == 1) {
            JournalImport.check(Anchor.BEGINNING, line);
        }
    }

    private static JournalLines.@Nullable Incoming line(LineSplitter splitter) throws FieldException {
        String text = splitter.lineText();
        return text.isBlank() ? null : line(splitter.number(), text);
    }

    private static JournalLines.Incoming line(long number, String text) throws FieldException {
        Line read = EventLine.read(number, text);
        return ExportFormat.incoming(ExportFormat.read(text), read);
    }

    /**
     * What an import has done.
     *
     * @param passedOver how many lines the journal held already
     * @param appended how many were appended
     * @param end where the export ends, {@link Anchor#BEGINNING} if it is empty
     */
    public record Imported(long passedOver, long appended, Anchor end) {
        /** Creates the result. */
        public Imported {
            requireNonNull(end, "end");
        }
    }

    /**
     * Where an export ends.
     *
     * @param anchor the last whole line, {@link Anchor#BEGINNING} if there is none
     * @param wholeBytes how many bytes the file has up to the end of that line
     * @param tornBytes how many bytes come after it, of a line that was cut off; 0 if none was
     */
    public record End(Anchor anchor, long wholeBytes, long tornBytes) {
        /** Creates the result. */
        public End {
            requireNonNull(anchor, "anchor");
        }
    }
}
