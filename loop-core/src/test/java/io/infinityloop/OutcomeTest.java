package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void only_passed_is_success_and_unknown_is_neither() {
        assertThat(Stream.of(Outcome.values()).filter(Outcome::isSuccess)).containsExactly(Outcome.PASSED);
        assertThat(Stream.of(Outcome.values()).filter(Outcome::isFailure))
                .containsExactly(Outcome.FAILED, Outcome.ERROR, Outcome.TIMED_OUT);
    }
}
