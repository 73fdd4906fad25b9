package io.infinityloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.testkit.EventArbitraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever can be recorded. */
class TablesAndTracesProperties {
    @Provide
    Arbitrary<List<LoopEvent>> events() {
        return EventArbitraries.events().list().ofMaxSize(20);
    }

    private static String xes(List<LoopEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XesWriter.write(events, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void each_event_is_a_row_of_as_many_cells_none_of_which_is_a_formula(@ForAll("events") List<LoopEvent> events)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter writer = CsvWriter.to(out);
        for (LoopEvent event : events) {
            writer.write(event);
        }

        List<List<String>> rows = Rfc4180.rows(out.toString(StandardCharsets.UTF_8));
        assertThat(rows)
                .hasSize(events.size() + 1)
                .allSatisfy(row -> assertThat(row)
                        .hasSize(18)
                        .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r].*")));
        for (int i = 0; i < events.size(); i++) {
            String id = new String(events.get(i).id().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(rows.get(i + 1).get(1)).isIn(id, "'" + id);
        }
    }

    @Property(tries = 300)
    void traces_are_well_formed_and_do_not_depend_on_the_order(
            @ForAll("events") List<LoopEvent> events, @ForAll Random random) throws IOException {
        List<LoopEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);

        String text = xes(events);
        assertThat(xes(shuffled)).isEqualTo(text);
        ReadXes log = ReadXes.of(text);
        assertThat(log.traces().isEmpty()).isEqualTo(events.isEmpty());
    }
}
