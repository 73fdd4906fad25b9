package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private static final Instant T0 = Instant.parse("2026-01-08T08:00:00Z");
    private static final Feedback SLOW = Feedback.fromUsers("F-1", T0, "Paying takes for ever");

    @Test
    @Tag("ART-25")
    void it_is_collected_triaged_and_followed_up() {
        assertThat(FeedbackState.values())
                .containsExactly(FeedbackState.COLLECTED, FeedbackState.TRIAGED, FeedbackState.FOLLOWED_UP);
        assertThat(SLOW.state()).isEqualTo(FeedbackState.COLLECTED);
        assertThat(SLOW.in(FeedbackState.TRIAGED)
                        .in(FeedbackState.FOLLOWED_UP)
                        .state()
                        .isOpen())
                .isFalse();
    }

    @Test
    @Tag("ART-25")
    void the_skip_from_collected_to_followed_up_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SLOW.in(FeedbackState.FOLLOWED_UP))
                .withMessage("feedback F-1 cannot go from COLLECTED to FOLLOWED_UP: the only state after COLLECTED is"
                        + " TRIAGED");
        assertThatIllegalArgumentException().isThrownBy(() -> SLOW.in(FeedbackState.COLLECTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SLOW.in(FeedbackState.TRIAGED)
                        .in(FeedbackState.FOLLOWED_UP)
                        .in(FeedbackState.TRIAGED))
                .withMessageEndingWith("no state follows FOLLOWED_UP");
    }

    @Test
    @Tag("LOOP-13")
    void it_goes_from_any_stage_to_any_earlier_one() {
        for (Stage from : Stage.all()) {
            for (Stage to : Stage.all()) {
                if (to.isBefore(from)) {
                    assertThat(Feedback.signal("F-1", T0, from, to, "red").stage())
                            .isEqualTo(from);
                } else {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Feedback.signal("F-1", T0, from, to, "red"))
                            .withMessage(
                                    "feedback F-1 cannot go from " + from + " to " + to + ": not an earlier stage");
                }
            }
        }
    }

    @Test
    void its_latency_is_known_once_it_is_received() {
        assertThat(SLOW.latency()).isEmpty();
        assertThat(SLOW.received(T0.plusSeconds(90)).latency()).contains(Duration.ofSeconds(90));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SLOW.received(T0.minusSeconds(1)))
                .withMessageContaining("before it is raised");
    }
}
