package io.infinityloop.json;

import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Exports and imports of texts. */
final class Exports {
    private Exports() {}

    static String of(Journal journal) {
        return after(journal, Anchor.BEGINNING);
    }

    static String after(Journal journal, Anchor anchor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JournalWriter.write(JournalLines.of(journal), anchor, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static Journal imported(String export) {
        Journal journal = InMemoryJournal.empty();
        read(export, journal);
        return journal;
    }

    static JournalReader.Imported read(String export, Journal into) {
        try {
            return JournalReader.read(bytes(export), JournalLines.of(into));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JournalReader.End end(String export) {
        return end(export.getBytes(StandardCharsets.UTF_8));
    }

    static JournalReader.End end(byte[] export) {
        try {
            return JournalReader.end(new ByteArrayInputStream(export));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ByteArrayInputStream bytes(String export) {
        return new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8));
    }
}
