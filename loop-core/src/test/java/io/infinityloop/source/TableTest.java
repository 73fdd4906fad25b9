package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Incident;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table of one's own, and what its words mean. */
class TableTest {
    private static final Table TABLE = Table.of("own", "the format of this test")
            .source("own:{^/site}", "own")
            .event("{/event}")
            .field(Field.AT, "/at")
            .type(Build.KIND, "run")
            .unless("/kind", "test", "lint")
            .field(Field.ID, "/run")
            .field(Field.BRANCH, "/ref after refs/heads/", "/branch")
            .field(Field.COMMITS, "{/url after /commit/}")
            .type(Commit.KIND, "push")
            .event("push/{/id}", "")
            .each("/commits")
            .field(Field.ID, "/id")
            .type(Incident.KIND, "outage")
            .fragment()
            .field(Field.ID, "/outage")
            .field(Field.OUTCOME, "/state")
            .field(Field.FINISHED, "/end")
            .build();

    private static final Format OWN = new Format() {
        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Optional<String> type(Payload record) {
            return table().rows().stream()
                    .map(Table.Row::type)
                    .filter(type -> record.text("/what").filter(type::equals).isPresent())
                    .findFirst();
        }

        @Override
        public Map<String, Long> untold(String type, Payload record) {
            return record.text("/more")
                    .map(more -> Map.of("commits", Long.valueOf(more)))
                    .orElse(Map.of());
        }
    };

    private static Read read(String text) {
        return Read.of(text, SourceReader.builder().format(OWN));
    }

    @Test
    void a_value_may_be_what_follows_a_text_within_another_value() {
        var event = read("{\"what\":\"run\",\"run\":1,\"at\":\"2026-07-01T10:00:00Z\",\"ref\":\"refs/heads/a/b\","
                        + "\"url\":\"https://git.example/shop/commit/4f2a91c\"}")
                .only();

        assertThat(event.labels().get("branch")).contains("a/b");
        assertThat(event.artifact().derivedFrom()).hasToString("[commit:4f2a91c]");
    }

    @Test
    void without_that_text_the_next_place_counts() {
        var event = read("{\"what\":\"run\",\"run\":1,\"at\":\"2026-07-01T10:00:00Z\",\"ref\":\"refs/tags/v1\","
                        + "\"branch\":\"main\",\"url\":\"https://git.example/shop/commit/\"}")
                .only();

        assertThat(event.labels().get("branch")).contains("main");
        assertThat(event.artifact().derivedFrom()).isEmpty();
    }

    @Test
    void rows_may_leave_some_records_out() {
        Read read = read("{\"what\":\"run\",\"run\":1,\"kind\":\"lint\",\"at\":\"2026-07-01T10:00:00Z\"}");

        assertThat(read.events()).isEmpty();
        assertThat(read.reading().mapped()).isEqualTo(1);
        assertThat(TABLE.rows().get(0).condition()).isEqualTo("/kind is not test or lint");
    }

    @Test
    void each_type_may_name_its_events_and_each_place_its_source() {
        Read read = read("{\"what\":\"run\",\"run\":1,\"at\":\"2026-07-01T10:00:00Z\",\"event\":\"e1\"}\n"
                + "{\"what\":\"push\",\"site\":\"acme\",\"event\":\"e2\",\"commits\":[{\"id\":\"4f2a91c\","
                + "\"at\":\"2026-07-01T10:00:00Z\"}]}");

        assertThat(read.events())
                .extracting(event -> event.source() + " " + event.id())
                .containsExactly("own e1", "own:acme push/4f2a91c");
    }

    @Test
    void an_incident_that_was_opened_again_has_no_end() {
        Read read = read("{\"what\":\"outage\",\"outage\":1,\"at\":\"2026-07-01T10:00:00Z\",\"state\":\"closed\","
                + "\"end\":\"2026-07-01T11:00:00Z\",\"event\":\"e1\"}\n"
                + "{\"what\":\"outage\",\"outage\":1,\"at\":\"2026-07-01T12:00:00Z\",\"state\":\"opened\","
                + "\"event\":\"e2\"}");

        assertThat(read.artifacts(Incident.class))
                .extracting(Incident::resolvedAt)
                .containsExactly(Instant.parse("2026-07-01T11:00:00Z"), null);
    }

    @Test
    void what_a_record_counts_and_does_not_tell_is_counted() {
        assertThat(read("{\"what\":\"push\",\"more\":7,\"commits\":[]}")
                        .reading()
                        .untold())
                .containsEntry("own: commits", 7L);
    }

    @Test
    void what_has_no_instant_is_rejected_unless_the_reader_is_told_one() {
        String text = "{\"what\":\"run\",\"run\":1}";
        Instant then = Instant.parse("2026-07-01T10:00:00Z");
        Read told = Read.of(text, SourceReader.builder().format(OWN).undated(then));

        assertThat(read(text).leftovers().get(0).problem())
                .contains("no instant")
                .contains("undated(");
        assertThat(told.only().artifact().at()).isEqualTo(then);
        assertThat(told.reading().untold()).containsEntry("own: instants", 1L);
    }
}
