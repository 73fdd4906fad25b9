package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SPI-11")
class CustomArtifactTest {
    private static final ArtifactMetadata SOME = ArtifactMetadata.of("B-1", Instant.EPOCH);
    private static final ArtifactKind BILL = new ArtifactKind("acme-bill-of-materials", Stage.BUILD);

    @Test
    void it_belongs_to_the_stage_of_its_kind() {
        CustomArtifact bill = new CustomArtifact(SOME, BILL, new TreeMap<>());
        assertThat(bill.stage()).isEqualTo(Stage.BUILD);
        assertThat(bill.ref()).hasToString("acme-bill-of-materials:B-1");
    }

    @Test
    void no_kind_of_the_library_can_be_taken() throws ReflectiveOperationException {
        List<Class<?>> records = leaves(Artifact.class)
                .filter(type -> type != CustomArtifact.class)
                .toList();
        assertThat(records).hasSizeGreaterThanOrEqualTo(14);
        for (Class<?> type : records) {
            ArtifactKind taken = (ArtifactKind) type.getField("KIND").get(null);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new CustomArtifact(SOME, new ArtifactKind(taken.name(), Stage.PLAN), new TreeMap<>()))
                    .withMessageContaining("'" + taken.name() + "' is one of this library");
        }
    }

    @Test
    void its_fields_are_sorted_and_cannot_be_changed() {
        SortedMap<String, String> given = new TreeMap<>(Comparator.reverseOrder());
        given.put("a", "1");
        given.put("b", "");
        CustomArtifact bill = new CustomArtifact(SOME, BILL, given);
        given.clear();
        assertThat(bill.fields().keySet()).containsExactly("a", "b");
        assertThatThrownBy(() -> bill.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void too_many_fields_and_blank_names_are_refused() {
        SortedMap<String, String> many = new TreeMap<>();
        IntStream.rangeClosed(0, 1_000).forEach(i -> many.put("f" + i, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomArtifact(SOME, BILL, many))
                .withMessage("1001 fields, at most 1000 are accepted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomArtifact(SOME, BILL, new TreeMap<>(java.util.Map.of(" ", ""))))
                .withMessage("field name must not be blank");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(CustomArtifactTest::leaves);
    }
}
