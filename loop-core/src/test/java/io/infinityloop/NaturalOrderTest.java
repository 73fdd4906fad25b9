package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void counts_as_people_count() {
        List<String> ids = List.of("v1.10", "v1.9", "shop#10", "shop#9", "v2", "v1", "7", "07", "");
        assertThat(ids.stream().sorted(NaturalOrder.INSTANCE).toList())
                .containsExactly("", "07", "7", "shop#9", "shop#10", "v1", "v1.9", "v1.10", "v2");
    }

    @Test
    void is_not_confused_by_numbers_of_any_length() {
        String huge = "9".repeat(1_000);
        assertThat(NaturalOrder.INSTANCE.compare("a" + huge, "a1" + huge)).isNegative();
    }
}
