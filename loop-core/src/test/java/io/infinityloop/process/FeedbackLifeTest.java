package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.FeedbackState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeedbackLifeTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    private final FeedbackLife collected =
            FeedbackLife.collected(Feedback.fromUsers("f1", NOON, "the basket forgets"), NOON);

    @Test
    @Tag("ART-25")
    void feedback_is_collected_triaged_and_followed_up() {
        FeedbackLife triaged =
                collected.triage(NOON.plusSeconds(60), Evidence.of("a defect")).orThrow();
        FeedbackLife done = triaged.followUp(NOON.plusSeconds(120), Evidence.of("mended in 1.2.4"))
                .orThrow();

        assertThat(triaged.feedback().state()).isEqualTo(FeedbackState.TRIAGED);
        assertThat(done.feedback().state()).isEqualTo(FeedbackState.FOLLOWED_UP);
        assertThat(done.course().moves()).extracting(Move::to).containsExactly(FeedbackState.values());
        assertThat(collected.followUp(NOON, Evidence.NONE))
                .isEqualTo(Progress.refused(
                        collected,
                        "cannot go from COLLECTED to FOLLOWED_UP: after COLLECTED comes TRIAGED",
                        List.of("TRIAGED")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedbackLife(triaged.feedback(), collected.course()))
                .withMessageContaining("expected COLLECTED");
    }
}
