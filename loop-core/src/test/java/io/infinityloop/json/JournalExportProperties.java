package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.EventArbitraries;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Exports and imports, wherever they are interrupted. */
class JournalExportProperties {
    @Property(tries = 50)
    void an_import_that_was_interrupted_after_any_line_goes_on(@ForAll("journals") List<LoopEvent> events) {
        String export = Exports.of(journal(events));
        int end = 0;
        while (end < export.length()) {
            Journal into = Exports.imported(export.substring(0, end));
            Exports.read(export, into);
            assertThat(Exports.of(into)).isEqualTo(export);
            end = export.indexOf('\n', end) + 1;
        }
    }

    @Property(tries = 50)
    void an_export_that_was_cut_off_anywhere_goes_on(@ForAll("journals") List<LoopEvent> events, @ForAll int where) {
        Journal journal = journal(events);
        byte[] export = Exports.of(journal).getBytes(StandardCharsets.UTF_8);
        int cut = Math.floorMod(where, export.length + 1);
        String begun = new String(export, 0, cut, StandardCharsets.ISO_8859_1);
        JournalReader.End end = Exports.end(Arrays.copyOf(export, cut));
        assertThat(end.wholeBytes()).isEqualTo(begun.lastIndexOf('\n') + 1);
        assertThat(end.wholeBytes() + end.tornBytes()).isEqualTo(cut);
        String whole = new String(export, 0, (int) end.wholeBytes(), StandardCharsets.UTF_8);
        assertThat(whole + Exports.after(journal, end.anchor())).isEqualTo(Exports.of(journal));
    }

    @Provide
    Arbitrary<List<LoopEvent>> journals() {
        return EventArbitraries.events().list().ofMaxSize(8);
    }

    private static Journal journal(List<LoopEvent> events) {
        Journal journal = InMemoryJournal.empty();
        for (LoopEvent event : events) {
            LoopId loop = event.loop();
            if (loop == null) {
                journal.observe(List.of((Recorded) event));
            } else {
                journal.append(loop, journal.read(loop, 0).size(), List.of(event));
            }
        }
        return journal;
    }
}
