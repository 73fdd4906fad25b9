package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Build;
import io.infinityloop.event.Advanced;
import io.infinityloop.journal.Entry;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Reason;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The law of the round trip for every public type. */
@Tag("SPI-06")
class EveryValueProperties {
    private static final List<Class<?>> TYPES = PublicTypes.thatTravel();

    @Property(tries = 25)
    void what_is_written_is_read_back_equal(@ForAll long seed) {
        AnyValue any = new AnyValue(seed);
        for (Class<?> type : TYPES) {
            Object value = any.of(type);

            String line = ValueWriter.toJson(value);

            assertThat((Object) ValueReader.read(line, type)).as(line).isEqualTo(value);
            assertThat(ValueWriter.toJson(ValueReader.read(line, type))).isEqualTo(line);
            assertThat(line.codePoints()).noneMatch(point -> point < ' ' || point == 0x85 || point == 0x2028);
        }
    }

    @Property(tries = 5)
    void fields_that_nobody_knows_are_passed_over(@ForAll long seed) {
        AnyValue any = new AnyValue(seed);
        for (Class<?> type : TYPES) {
            Object value = any.of(type);
            String line = ValueWriter.toJson(value);
            if (type.isRecord() && line.endsWith("}}")) {
                String more = line.substring(0, line.length() - 2) + (line.endsWith("{}}") ? "" : ",")
                        + "\"@class\":\"java.lang.Runtime\",\"x2\":[{\"y\":1e999}]}}";
                assertThat((Object) ValueReader.read(more, type)).as(more).isEqualTo(value);
            }
        }
    }

    @Example
    void the_types_are_found() {
        assertThat(TYPES)
                .contains(
                        Labels.class,
                        Stage.class,
                        Build.class,
                        Advanced.class,
                        Entry.class,
                        LoopState.class,
                        Decision.Refused.class,
                        Reason.NoTransition.class,
                        Tally.class);
    }
}
