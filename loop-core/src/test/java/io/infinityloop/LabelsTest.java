package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void labels_are_sorted_by_key() {
        Labels labels = Labels.of("team", "blue").with("service", "shop");
        assertThat(labels.asMap()).containsExactly(Map.entry("service", "shop"), Map.entry("team", "blue"));
        assertThat(labels).hasToString("{service=shop, team=blue}");
        assertThat(labels).isEqualTo(Labels.from(Map.of("service", "shop", "team", "blue")));
        assertThat(labels).hasSameHashCodeAs(Labels.from(Map.of("service", "shop", "team", "blue")));
        assertThat(labels).isNotEqualTo(Labels.of("team", "blue"));
    }

    @Test
    void the_later_value_of_a_key_counts() {
        Labels labels = Labels.of(Labels.SERVICE, "shop").with(Labels.SERVICE, "till");
        assertThat(labels.get(Labels.SERVICE)).hasValue("till");
        assertThat(Labels.of(Labels.SERVICE, "shop").with(labels.with("x", "1")).asMap())
                .containsExactly(Map.entry("service", "till"), Map.entry("x", "1"));
        assertThat(labels.get(Labels.TEAM)).isEmpty();
    }

    @Test
    void no_labels_are_neutral() {
        Labels labels = Labels.of("a", "b");
        assertThat(labels.with(Labels.none())).isEqualTo(labels);
        assertThat(Labels.none().with(labels)).isEqualTo(labels);
        assertThat(Labels.none().isEmpty()).isTrue();
        assertThat(labels.isEmpty()).isFalse();
        assertThat(Labels.from(Map.of())).isEqualTo(Labels.none());
    }

    @Test
    void blank_and_overlong_texts_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of(" ", "x"))
                .withMessage("label key must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of("team", ""))
                .withMessage("label team must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of("k".repeat(101), "x"))
                .withMessage("label key has 101 characters, at most 100 are accepted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of("team", "x".repeat(1_001)))
                .withMessage("label team has 1001 characters, at most 1000 are accepted");
        assertThat(Labels.of("k".repeat(100), "x".repeat(1_000)).isEmpty()).isFalse();
    }

    @Test
    void at_most_64_labels_are_accepted() {
        Map<String, String> many =
                IntStream.range(0, 64).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value"));
        Labels full = Labels.from(many);
        assertThat(full.asMap()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.with("one", "more"))
                .withMessage("65 labels, at most 64 are accepted");
        assertThat(full.with("key0", "other").get("key0")).hasValue("other");
    }

    @Test
    void labels_do_not_change() {
        Map<String, String> given = new HashMap<>(Map.of("team", "blue"));
        Labels labels = Labels.from(given);
        given.put("team", "red");
        assertThat(labels.get("team")).hasValue("blue");
        Map<String, String> map = labels.asMap();
        assertThatThrownBy(() -> map.put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Labels.none().asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
