package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemBuilder;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalExportTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId ONE = LoopId.of("SHOP-1");
    private static final LoopId TWO = LoopId.of("SHOP-2");

    private final Journal journal = InMemoryJournal.empty();

    @BeforeEach
    void fill() {
        journal.append(ONE, 0, List.of(event("1", ONE), event("2", ONE)));
        journal.observe(List.of(event("fact", null)));
        journal.append(TWO, 0, List.of(event("3", TWO)));
        journal.append(ONE, 2, List.of(event("4", ONE)));
    }

    @Test
    void a_line_is_the_event_and_before_it_where_it_stands() {
        String first = Exports.of(journal).lines().findFirst().orElseThrow();
        assertThat(first)
                .isEqualTo("{\"journal\":{\"position\":1,\"revision\":1,\"hash\":\""
                        + JournalLine.after(Anchor.BEGINNING, 1, EventWriter.toJson(event("1", ONE)))
                                .hash()
                        + "\"}," + EventWriter.toJson(event("1", ONE)).substring(1));
        assertThat(Exports.of(journal).lines().skip(2).findFirst().orElseThrow())
                .startsWith("{\"journal\":{\"position\":3,\"revision\":0,\"hash\":\"");
    }

    @Test
    void an_export_is_a_log_that_every_reader_understands() throws IOException {
        List<Line> lines = new ArrayList<>();
        EventReader.read(new ByteArrayInputStream(Exports.of(journal).getBytes(StandardCharsets.UTF_8)), lines::add);
        assertThat(lines)
                .extracting(line -> ((Line.Known) line).event())
                .isEqualTo(journal.readAll().<Object>map(Entry::event).toList());
    }

    @Test
    void what_was_imported_is_the_same_journal() {
        String export = Exports.of(journal);
        Journal imported = InMemoryJournal.empty();
        assertThat(Exports.read(export, imported))
                .isEqualTo(new JournalReader.Imported(0, 5, Exports.end(export).anchor()));
        assertThat(imported.readAll().toList()).isEqualTo(journal.readAll().toList());
        assertThat(Exports.of(imported)).isEqualTo(export);
        assertThat(Exports.read(export, imported))
                .isEqualTo(new JournalReader.Imported(5, 0, Exports.end(export).anchor()));
    }

    @Test
    void an_export_goes_on_where_an_earlier_one_ended() {
        String before = Exports.of(journal);
        journal.append(TWO, 1, List.of(event("5", TWO)));
        String more = Exports.after(journal, Exports.end(before).anchor());
        assertThat(more.lines()).hasSize(1);
        assertThat(before + more).isEqualTo(Exports.of(journal));

        Journal imported = Exports.imported(before);
        assertThat(Exports.read(more, imported).appended()).isOne();
        assertThat(Exports.of(imported)).isEqualTo(Exports.of(journal));
        assertThat(Exports.read(more, imported).passedOver()).isOne();
        assertThat(refusal(more, InMemoryJournal.empty()))
                .hasMessage("line 1: the export begins at position 6, and the journal ends before it: import what comes"
                        + " before it first");
    }

    @Test
    void an_export_does_not_go_on_where_another_journal_ended() {
        Anchor end = Exports.end(Exports.of(journal)).anchor();
        Anchor other = new Anchor(end.position(), "1".repeat(64));
        assertThatThrownBy(() -> Exports.after(journal, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to continue after position 5: the journal has another hash there");
        assertThatThrownBy(() -> Exports.after(InMemoryJournal.empty(), end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to continue after position 5: the journal ends before it");
    }

    @Test
    void nothing_is_an_export_too() {
        assertThat(Exports.of(InMemoryJournal.empty())).isEmpty();
        assertThat(Exports.end("")).isEqualTo(new JournalReader.End(Anchor.BEGINNING, 0, 0));
        assertThat(Exports.read("\n\n", journal)).isEqualTo(new JournalReader.Imported(0, 0, Anchor.BEGINNING));
    }

    @Test
    void a_line_that_was_cut_off_is_told_and_all_before_it_is_taken() {
        String export = Exports.of(journal);
        String cut = export.substring(0, export.length() - 30);
        Journal into = InMemoryJournal.empty();
        assertThat(refusal(cut, into)).hasMessage("line 5: the line ends in the middle of its JSON: it was cut off");
        assertThat(into.readAll()).hasSize(4);

        JournalReader.End end = Exports.end(cut);
        assertThat(end.anchor().position()).isEqualTo(4);
        assertThat(end.tornBytes()).isEqualTo(cut.length() - cut.lastIndexOf('\n') - 1);
        assertThat(end.wholeBytes()).isEqualTo(cut.lastIndexOf('\n') + 1);
        assertThat(cut.substring(0, (int) end.wholeBytes()) + Exports.after(journal, end.anchor()))
                .isEqualTo(export);
    }

    @Test
    void whatever_was_changed_is_refused_at_its_line_and_nothing_after_it_is_taken() {
        String wrongHash =
                "line 3: the hash of position 3 does not fit to what is there: this line or one before it was"
                        + " changed; export again";
        refusedAtLineThree(line -> line.replace("quiet", "calm"), wrongHash);
        refusedAtLineThree(
                line -> line.replaceFirst("\"hash\":\"[0-9a-f]", "\"hash\":\"x").replace('x', '0'), wrongHash);
        refusedAtLineThree(line -> line.replace("\"id\":\"fact\"", "\"id\": \"fact\""), wrongHash);
        refusedAtLineThree(
                line -> line.replace("\"position\":3", "\"position\":7"),
                "line 3: position 7 was given where 3 is due: a line is missing, or is not in its place");
        refusedAtLineThree(
                line -> line.replace("\"revision\":0", "\"revision\":1"),
                "line 3: field journal.revision: 1 was given: expected 0 for an event without a loop");
        refusedAtLineThree(
                line -> line.replace("{\"journal\":{", "{ \"journal\":{"), "line 3: it is no line of an export");
        refusedAtLineThree(line -> EventWriter.toJson(event("fact", null)), "line 3: it is no line of an export");
        refusedAtLineThree(
                line -> line.replace(",\"v\":1", ",\"journal\":{},\"v\":1"),
                "line 3: field journal: the field is there twice");
        refusedAtLineThree(line -> line.replace("T09:00:00Z", " nine"), "line 3: field at: ");
    }

    @Test
    void a_line_that_is_missing_or_not_in_its_place_is_refused_where_that_is_seen() {
        String due = "line 3: position 4 was given where 3 is due: a line is missing, or is not in its place";
        List<String> lines = new ArrayList<>(Exports.of(journal).lines().toList());
        Collections.swap(lines, 2, 3);
        assertRefused(lines, due);
        lines.remove(3);
        assertRefused(lines, due);
    }

    @Test
    void a_journal_that_holds_something_else_is_refused_before_anything_is_written() {
        Journal other = InMemoryJournal.empty();
        other.append(ONE, 0, List.of(event("1", ONE), event("other", ONE)));
        assertThat(refusal(Exports.of(journal), other))
                .hasMessage(
                        "line 2: the journal holds another event at position 2: it is not the one that was exported,"
                                + " or was written to; import into an empty one");
        assertThat(other.readAll()).hasSize(2);
    }

    @Test
    void what_the_hashes_do_not_tell_is_found_as_well() {
        JournalLine first = JournalLine.after(Anchor.BEGINNING, 1, EventWriter.toJson(event("1", ONE)));
        JournalLine third = JournalLine.after(first.anchor(), 3, EventWriter.toJson(event("2", ONE)));
        JournalLine again = JournalLine.after(first.anchor(), 2, EventWriter.toJson(event("1", ONE)));
        JournalLine later = JournalLine.after(
                first.anchor(), 2, EventWriter.toJson(event("2", ONE)).replace("recorded", "paused"));
        Journal into = InMemoryJournal.empty();
        assertThat(refusal(first.toJson() + "\n" + third.toJson(), into))
                .hasMessage("line 2: revision 2 of loop SHOP-1 is due, and it has 3");
        assertThat(refusal(first.toJson() + "\n\n" + again.toJson(), into))
                .hasMessage("line 3: an event with its source and id is in the journal already");
        assertThat(refusal(first.toJson() + "\n" + later.toJson(), into))
                .hasMessageStartingWith("line 2: its type, kind or version is not known to this release");
        assertThat(into.readAll()).hasSize(1);
    }

    @Test
    void a_journal_that_would_write_a_line_in_another_way_does_not_take_it() {
        JournalLine more = JournalLine.after(
                Anchor.BEGINNING, 1, EventWriter.toJson(event("1", ONE)).replaceFirst("\\{", "{\"fromLater\":true,"));
        Journal into = InMemoryJournal.empty();
        assertThat(refusal(more.toJson() + "\n", into))
                .hasMessageStartingWith("line 1: this release would write it in another way and so change its hash");
        assertThat(into.readAll()).isEmpty();
    }

    @Test
    void what_is_no_beginning_of_a_line_of_an_export_is_not_taken_for_one_that_was_cut_off() {
        String whole = Exports.of(journal);
        for (String tail : List.of("a note of mine", EventWriter.toJson(event("1", ONE)), "\0\0\0", "{\"journal\":[")) {
            assertThatThrownBy(() -> Exports.end(whole + tail))
                    .isInstanceOf(RefusedLineException.class)
                    .hasMessage("line 6: it is no line of an export, nor the beginning of one");
            assertThatThrownBy(() -> Exports.end(tail)).isInstanceOf(RefusedLineException.class);
        }
        String next = Exports.of(journal).lines().findFirst().orElseThrow();
        for (int bytes = 1; bytes < next.length(); bytes++) {
            assertThat(Exports.end(whole + next.substring(0, bytes)).tornBytes())
                    .isEqualTo(bytes);
        }
    }

    @Test
    void an_anchor_is_a_position_and_a_hash() {
        Anchor end = Exports.end(Exports.of(journal)).anchor();
        assertThat(Anchor.parse(end.toString())).isEqualTo(end);
        assertThat(end.toString()).startsWith("5:");
        for (String none :
                List.of("", "5", "5:", "x:" + end.hash(), "05:" + end.hash(), "0:" + end.hash(), end + "0")) {
            assertThatThrownBy(() -> Anchor.parse(none)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Anchor(-1, end.hash())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_longest_event_that_can_be_written_can_be_exported() {
        String longest =
                " ".repeat((8 << 20) - EventWriter.toJson(event("1", ONE)).length());
        JournalLine line = JournalLine.after(
                Anchor.BEGINNING, 1, EventWriter.toJson(event("1", ONE)).replace("{\"v\"", "{" + longest + "\"v\""));
        assertThat(Exports.end(line.toJson() + "\n").anchor()).isEqualTo(line.anchor());
        assertThat(refusal(line.toJson().replace("{\"journal\"", "{\"other\"") + "\n", InMemoryJournal.empty()))
                .hasMessageStartingWith("line 1: the line has more than 8388608 bytes");
    }

    @Test
    void an_event_that_nobody_could_read_again_is_not_written() {
        PlanItemBuilder item = PlanItem.builder("item", T0, "Everything at once");
        for (int i = 0; i < 50_000; i++) {
            item.requirement(QualityRequirement.Kind.SECURITY, "r" + i);
        }
        Recorded event = new Recorded(EventMetadata.of("big", "test", T0), null, item.build());
        assertThatThrownBy(() -> EventWriter.toJson(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the event can not be written: more than 250000 names and values in one line");
    }

    private interface Change {
        String to(String line);
    }

    private void refusedAtLineThree(Change change, String message) {
        List<String> lines = new ArrayList<>(Exports.of(journal).lines().toList());
        String changed = change.to(lines.get(2));
        assertThat(changed).isNotEqualTo(lines.get(2));
        lines.set(2, changed);
        assertRefused(lines, message);
    }

    private void assertRefused(List<String> lines, String message) {
        String export = String.join("\n", lines) + "\n";
        Journal into = InMemoryJournal.empty();
        assertThat(refusal(export, into))
                .hasMessageStartingWith(message)
                .satisfies(refused -> assertThat(refused.line()).isEqualTo(3));
        assertThat(into.readAll().toList()).isEqualTo(journal.readAll(0, 2));
        // Whoever repairs the file goes on where it was refused.
        assertThat(Exports.read(Exports.of(journal), into).appended()).isEqualTo(3);
    }

    private static RefusedLineException refusal(String export, Journal into) {
        return catchThrowableOfType(RefusedLineException.class, () -> Exports.read(export, into));
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, OperationRecord.of("quiet", T0, ""));
    }
}
