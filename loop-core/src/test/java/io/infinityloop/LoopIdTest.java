package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LoopIdTest {
    @Test
    void the_value_is_kept_exactly() {
        assertThat(LoopId.of(" PR-1:\t✓ ")).hasToString(" PR-1:\t✓ ");
        assertThat(LoopId.of("a")).isNotEqualTo(LoopId.of("A"));
    }

    @Test
    void ids_are_sorted_by_value() {
        assertThat(LoopId.of("a")).isLessThan(LoopId.of("b"));
        assertThat(LoopId.of("a")).isEqualByComparingTo(new LoopId("a"));
    }

    @Test
    void blank_and_overlong_ids_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopId.of(" \n"))
                .withMessage("loop id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopId.of("x".repeat(401)))
                .withMessage("loop id has 401 characters, at most 400 are accepted");
        assertThat(LoopId.of("x".repeat(400)).value()).hasSize(400);
    }
}
