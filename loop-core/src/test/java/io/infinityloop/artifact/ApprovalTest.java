package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Approval ASKED = Approval.asked(ArtifactMetadata.of("go-7", T0), "release-manager");

    @Test
    void a_role_is_asked_and_answers() {
        assertThat(ASKED.answer()).isEqualTo(Approval.Answer.PENDING);
        assertThat(ASKED.waited(T0.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));

        Approval granted = ASKED.granted(T0.plusSeconds(90));
        assertThat(granted.answer()).isEqualTo(Approval.Answer.GRANTED);
        assertThat(granted.answeredAt()).isEqualTo(T0.plusSeconds(90));
        assertThat(granted.waited(T0.plusSeconds(600))).isEqualTo(Duration.ofSeconds(90));
        assertThat(granted.ref()).isEqualTo(ASKED.ref());
        assertThat(ASKED.denied(T0).answer()).isEqualTo(Approval.Answer.DENIED);
    }

    @Test
    void an_answer_has_an_instant_and_comes_after_the_question() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approval(ASKED.metadata(), "r", Approval.Answer.GRANTED, null))
                .withMessage("approval go-7 is GRANTED without an instant of the answer: GRANTED and DENIED have one,"
                        + " PENDING has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approval(ASKED.metadata(), "r", Approval.Answer.PENDING, T0))
                .withMessageStartingWith("approval go-7 is PENDING with an instant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ASKED.denied(T0.minusSeconds(1)))
                .withMessage("approval go-7 is answered at 2026-01-05T08:59:59Z, before it is asked for at"
                        + " 2026-01-05T09:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> Approval.asked(ASKED.metadata(), " "));
    }
}
