package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SPI-11")
class CustomKindTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Recorded BILL = Recorded.of(
            "1",
            "acme",
            new CustomArtifact(
                    ArtifactMetadata.of("B-1", NINE),
                    new ArtifactKind("acme-bill-of-materials", Stage.BUILD),
                    new TreeMap<>(Map.of("components", "212"))));
    private static final String LINE = EventWriter.toJson(BILL);

    @Test
    void a_kind_of_your_own_in_build_survives_the_wire() {
        assertThat(Lines.event(LINE)).isEqualTo(BILL);
        assertThat(LINE).contains("\"kind\":\"acme-bill-of-materials\"", "\"custom\":true,\"stage\":\"BUILD\"");
    }

    @Test
    void without_the_mark_it_is_one_that_a_later_release_may_know() {
        assertThat(Lines.one(LINE.replace("\"custom\":true", "\"custom\":false")))
                .isInstanceOf(Line.Unknown.class);
        assertThat(Lines.one(LINE.replace("\"custom\":true,", ""))).isInstanceOf(Line.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"acme-bill-of-materials\" | \"build\"    | artifact.kind",
                "\"acme-bill-of-materials\" | \"Bill.1\"   | artifact.kind",
                "\"custom\":true            | \"custom\":1 | artifact.custom",
                "\"stage\":\"BUILD\"        | \"x\":1      | artifact.stage",
                "\"stage\":\"BUILD\"        | \"stage\":\"MAKE\" | artifact.stage",
                "\"components\":\"212\"     | \"components\":212 | artifact.fields.components"
            })
    void what_does_not_fit_is_rejected_by_name(String old, String replacement, String field) {
        assertThat(Lines.rejected(LINE.replace(old, replacement)).field()).isEqualTo(field);
    }
}
