package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.testkit.EventArbitraries;
import io.infinityloop.testkit.ValueArbitraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WireFormatProperties {
    @Property
    void what_is_written_is_read_back_equal(@ForAll("logs") List<LoopEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventWriter.write(events, out);

        List<Line> expected = new ArrayList<>();
        events.forEach(event -> expected.add(new Line.Known(expected.size() + 1L, event)));
        assertThat(Lines.of(out.toByteArray())).isEqualTo(expected);
    }

    @Property
    void a_line_holds_no_line_break_and_is_the_same_when_written_again(@ForAll("events") LoopEvent event) {
        String line = EventWriter.toJson(event);

        assertThat(line.codePoints()).noneMatch(point -> point < ' ' || point == 0x85 || point == 0x2028);
        assertThat(EventWriter.toJson(Lines.event(line))).isEqualTo(line);
    }

    @Property
    void a_damaged_line_gives_one_line_at_most_and_never_an_exception(
            @ForAll("events") LoopEvent event, @ForAll("damage") Damage damage) {
        byte[] line = EventWriter.toJson(event).getBytes(StandardCharsets.UTF_8);
        int place = Math.floorMod(damage.place(), line.length);
        byte[] damaged = damage.cutsOff() ? Arrays.copyOf(line, place) : line.clone();
        if (!damage.cutsOff()) {
            damaged[place] = damage.value();
        }

        // A line feed put in splits the line; nothing else does.
        assertThat(Lines.of(damaged)).hasSizeLessThanOrEqualTo(damage.value() == '\n' ? 2 : 1);
    }

    @Property
    void any_bytes_are_read_to_the_end_and_rejections_are_safe_to_print(@ForAll byte[] bytes) {
        for (Line line : Lines.of(bytes)) {
            if (line instanceof Line.Rejected rejected) {
                String printed = rejected.field() + rejected.problem() + rejected.raw();
                assertThat(printed.codePoints()).noneMatch(point -> Character.isISOControl(point) || isHalfPair(point));
            }
        }
    }

    /** The oracle counts line feeds; what is left at the end is a line if it is not empty. */
    @Property
    void no_line_is_lost_and_none_invented(@ForAll("logsOfAnything") byte[] log) {
        List<Line> lines = new ArrayList<>();
        Tally tally = Lines.read(log, lines::add);

        long feeds = IntStream.range(0, log.length).filter(i -> log[i] == '\n').count();
        boolean isEnded = log.length == 0 || log[log.length - 1] == '\n';
        assertThat(tally.lines()).isEqualTo(isEnded ? feeds : feeds + 1);
        assertThat(tally.known() + tally.unknown() + tally.rejected()).isEqualTo(lines.size());
        assertThat(tally.types().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(tally.unknown());
        assertThat(lines).extracting(Line::number).isSorted().doesNotHaveDuplicates();
        assertThat(lines).allMatch(line -> line.number() >= 1 && line.number() <= tally.lines());
    }

    @Property
    void a_bad_line_between_two_events_changes_neither(
            @ForAll("events") LoopEvent one, @ForAll("events") LoopEvent other, @ForAll("junk") String junk) {
        List<Line> lines = Lines.of(EventWriter.toJson(one) + "\n{" + junk + "\n" + EventWriter.toJson(other));

        assertThat(lines).hasSize(3).startsWith(new Line.Known(1, one)).endsWith(new Line.Known(3, other));
        assertThat(lines.get(1)).isInstanceOf(Line.Rejected.class);
    }

    @Provide
    Arbitrary<LoopEvent> events() {
        return EventArbitraries.events();
    }

    @Provide
    Arbitrary<List<LoopEvent>> logs() {
        return EventArbitraries.events().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Damage> damage() {
        return Combinators.combine(Arbitraries.integers(), Arbitraries.bytes(), Arbitraries.of(true, false))
                .as(Damage::new);
    }

    @Provide
    Arbitrary<String> junk() {
        return ValueArbitraries.texts().map(text -> text.replaceAll("[\n\"}]", ""));
    }

    /** Events, later types, junk, blanks and bytes in any order, with any line ends. */
    @Provide
    Arbitrary<byte[]> logsOfAnything() {
        Arbitrary<byte[]> texts = Arbitraries.oneOf(
                        EventArbitraries.events().map(EventWriter::toJson),
                        Arbitraries.of(
                                "{\"type\":\"paused\"}",
                                "{\"v\":2}",
                                "",
                                " ",
                                "\ufeff",
                                "{}",
                                "\u0000",
                                "1e99999999999"),
                        ValueArbitraries.texts())
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> ends =
                Arbitraries.of("\n", "\r\n", "\n\n", "").map(end -> end.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
        return Combinators.combine(Arbitraries.oneOf(texts, any), ends)
                .as(WireFormatProperties::joined)
                .list()
                .ofMaxSize(8)
                .map(parts -> parts.stream().reduce(new byte[0], WireFormatProperties::joined));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** A byte that is replaced, or the place where the line is cut off. */
    record Damage(int place, byte value, boolean cutsOff) {}

    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
