package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Incident;
import io.infinityloop.rule.Action;
import io.infinityloop.rule.Channel;
import io.infinityloop.rule.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LearningPathTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    private static final Rule ALERT = Rule.of("queue", "queue > 800 for 5m", new Action.Alert(Channel.PAGE, "on-call"));
    private static final Rule SCALE = Rule.of("workers", "queue > 500", new Action.Scale(2));

    private final LearningPath detected =
            LearningPath.detected(new Incident(ArtifactMetadata.of("i1", NOON), "checkout is down", true, null), NOON);

    @Test
    @Tag("OPS-24")
    void seven_steps_follow_each_other_in_order() {
        assertThat(LearningStep.values()).hasSize(7);
        LearningPath path = detected;
        while (path.next().isPresent()) {
            LearningStep only = path.next().get();
            for (LearningStep step : LearningStep.values()) {
                assertThat(path.take(step, NOON, Evidence.NONE).isMoved()).isEqualTo(step == only);
            }
            path = path.take(only, NOON, Evidence.NONE).orThrow();
        }
        assertThat(path.course().moves())
                .extracting(Move::to)
                .containsExactly(
                        LearningStep.DETECT,
                        LearningStep.CONTAIN,
                        LearningStep.REMEDIATE,
                        LearningStep.RETROSPECT,
                        LearningStep.CHANGE_POLICY,
                        LearningStep.PREDICT,
                        LearningStep.PREVENT);
    }

    @Test
    @Tag("OPS-24")
    void a_change_of_policy_may_create_rules() {
        LearningPath looked = detected.take(LearningStep.CONTAIN, NOON, Evidence.NONE)
                .orThrow()
                .take(LearningStep.REMEDIATE, NOON, Evidence.NONE)
                .orThrow()
                .take(LearningStep.RETROSPECT, NOON, Evidence.NONE)
                .orThrow();
        LearningPath changed = looked.changePolicy(
                        NOON, Evidence.of("page before the queue is full"), List.of(ALERT, SCALE))
                .orThrow();

        assertThat(changed.state()).isEqualTo(LearningStep.CHANGE_POLICY);
        assertThat(changed.rules()).containsExactly(ALERT, SCALE);
        assertThat(changed.take(LearningStep.PREDICT, NOON, Evidence.NONE)
                        .orThrow()
                        .rules())
                .hasSize(2);
        assertThat(detected.changePolicy(NOON, Evidence.NONE, List.of(ALERT)))
                .isEqualTo(Progress.refused(
                        detected,
                        "cannot go from DETECT to CHANGE_POLICY: after DETECT comes CONTAIN",
                        List.of("CONTAIN")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningPath(detected.incident(), List.of(ALERT), detected.course()))
                .withMessageContaining("none was made yet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningPath(ArtifactRef.parse("build:b1"), List.of(), detected.course()))
                .withMessage("build:b1 is no incident");
    }
}
