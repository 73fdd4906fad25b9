package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IterationsTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Iteration FIRST = Iteration.starting("sprint-1", T0, List.of("SHOP-8", "SHOP-7"));
    private static final Iteration SECOND = Iteration.starting("sprint-2", FIRST.end(), List.of("SHOP-9"));

    @Test
    @Tag("ART-33")
    void an_item_in_two_iterations_is_rejected() {
        Iteration again = Iteration.starting("sprint-3", SECOND.end(), List.of("SHOP-7"));

        assertThat(Iterations.of(List.of(again, SECOND, FIRST)))
                .isEqualTo(new Admission.Rejected<>(List.of(new Problem.TwoIterations("SHOP-7", FIRST, again))));
        assertThat(Iterations.of(List.of(again, FIRST)).problems())
                .extracting(Problem::message)
                .containsExactly("plan item SHOP-7 is in the iterations sprint-1 and sprint-3: expected one of them");
    }

    @Test
    @Tag("ART-33")
    void an_iteration_that_ends_before_it_starts_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Iteration("sprint-1", T0, T0.minusSeconds(1), new TreeSet<>()))
                .withMessage("iteration sprint-1 ends at 2026-01-05T08:59:59Z:"
                        + " expected an end after its start at 2026-01-05T09:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new Iteration("sprint-1", T0, T0, new TreeSet<>()));
    }

    @Test
    @Tag("ART-33")
    void an_iteration_is_short_unless_somebody_says_otherwise() {
        assertThat(FIRST.length()).isEqualTo(Duration.ofDays(14));
        assertThat(FIRST.items()).containsExactly("SHOP-7", "SHOP-8");
    }

    @Test
    void iterations_are_found_by_instant_and_by_item() {
        Iterations iterations = Iterations.of(List.of(SECOND, FIRST)).orThrow();

        assertThat(iterations.all()).containsExactly(FIRST, SECOND);
        assertThat(iterations.at(T0)).containsExactly(FIRST);
        assertThat(iterations.at(FIRST.end())).containsExactly(SECOND);
        assertThat(iterations.at(T0.minusNanos(1))).isEmpty();
        assertThat(iterations.of("SHOP-9")).contains(SECOND);
        assertThat(iterations.of("SHOP-10")).isEmpty();
    }

    @Test
    void one_id_names_one_iteration() {
        Iteration other = Iteration.starting("sprint-1", SECOND.end(), List.of());

        assertThat(Iterations.of(List.of(FIRST, other)).problems())
                .containsExactly(new Problem.IterationTwice(FIRST, other));
    }
}
