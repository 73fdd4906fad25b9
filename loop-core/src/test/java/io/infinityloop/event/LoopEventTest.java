package io.infinityloop.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopEventTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("checkout");
    private static final EventMetadata SOME = EventMetadata.of("7", "portal", T0);
    private static final Transition MOVE = Transition.from(Stage.CODE);

    @Test
    void metadata_can_be_refined() {
        EventMetadata refined = SOME.with(Labels.of("team", "blue"))
                .with(Labels.of("service", "shop"))
                .with(Trigger.MANUAL)
                .withId("8");
        assertThat(refined)
                .isEqualTo(new EventMetadata(
                        "8", "portal", T0, Labels.of("team", "blue").with("service", "shop"), Trigger.MANUAL));
        assertThat(SOME.trigger()).isEqualTo(Trigger.UNKNOWN);
        assertThat(SOME.labels()).isEqualTo(Labels.none());
    }

    @Test
    void an_event_is_named_by_source_and_id() {
        LoopEvent event = new Started(SOME.with(Trigger.AUTOMATED), LOOP, Stage.PLAN);
        assertThat(event.key()).isEqualTo(new EventKey("portal", "7")).hasToString("portal/7");
        assertThat(event.id()).isEqualTo("7");
        assertThat(event.source()).isEqualTo("portal");
        assertThat(event.at()).isEqualTo(T0);
        assertThat(event.trigger()).isEqualTo(Trigger.AUTOMATED);
        assertThat(new EventKey("a", "z")).isLessThan(new EventKey("b", "a"));
        assertThat(new EventKey("a", "a")).isLessThan(new EventKey("a", "b"));
    }

    @Test
    void a_fact_of_a_service_has_the_instant_of_its_artifact_and_no_loop() {
        Recorded fact = Recorded.of("7", "portal", Commit.of("4f2a91c", T0, "subject"));
        assertThat(fact.at()).isEqualTo(T0);
        assertThat(fact.loop()).isNull();
    }

    @Test
    void blank_texts_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventMetadata.of(" ", "portal", T0))
                .withMessage("event id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventMetadata.of("7", "", T0))
                .withMessage("event source must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retired(SOME, LOOP, ""))
                .withMessage("reason must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Returned(SOME, LOOP, Stage.TEST, Stage.CODE, T0, " "))
                .withMessage("cause must not be blank");
    }

    @Test
    void a_stage_is_not_left_before_it_is_entered() {
        Instant later = T0.plusNanos(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Advanced(SOME, LOOP, MOVE, later, List.of()))
                .withMessage("CODE was left at 2026-01-05T09:00:00Z, before it was entered at "
                        + "2026-01-05T09:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Returned(SOME, LOOP, Stage.TEST, Stage.CODE, later, "cause"))
                .withMessageStartingWith("TEST was left at");
        assertThat(new Advanced(SOME, LOOP, MOVE, T0, List.of()).entered()).isEqualTo(T0);
    }

    @Test
    void only_an_earlier_stage_is_returned_to() {
        for (Stage from : Stage.all()) {
            for (Stage to : Stage.all()) {
                if (to.number() < from.number()) {
                    assertThat(new Returned(SOME, LOOP, from, to, T0, "cause").to())
                            .isEqualTo(to);
                } else {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> new Returned(SOME, LOOP, from, to, T0, "cause"))
                            .withMessage("cannot return from " + from + " to " + to + ": not an earlier stage");
                }
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void what_is_missing_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Advanced(SOME, LOOP, MOVE, null, List.of()))
                .withMessage("entered");
        assertThatNullPointerException()
                .isThrownBy(() -> new Advanced(SOME, LOOP, MOVE, T0, null))
                .withMessage("artifacts");
        assertThatNullPointerException()
                .isThrownBy(() -> new Returned(SOME, LOOP, null, Stage.CODE, T0, "cause"))
                .withMessage("from");
        assertThatNullPointerException()
                .isThrownBy(() -> new Returned(SOME, LOOP, Stage.TEST, null, T0, "cause"))
                .withMessage("to");
        assertThatNullPointerException()
                .isThrownBy(() -> new Started(SOME, null, Stage.PLAN))
                .withMessage("loop");
        assertThatNullPointerException()
                .isThrownBy(() -> new Recorded(SOME, null, null))
                .withMessage("artifact");
    }

    @Test
    void the_artifacts_of_a_move_cannot_be_changed() {
        Advanced advanced = new Advanced(SOME, LOOP, MOVE, T0, List.of(new ArtifactRef("commit", "1")));
        assertThatThrownBy(() -> advanced.artifacts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
