package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private enum Door {
        CLOSED,
        OPEN,
        REMOVED
    }

    private static final Lifecycle<Door> DOOR = Lifecycle.of("Door", Door.CLOSED)
            .step(Door.CLOSED, "open", Door.OPEN)
            .back(Door.OPEN, "close", Door.CLOSED)
            .step(Door.OPEN, "lift out", Door.REMOVED)
            .build();

    private final Course<Door> closed = DOOR.begin(NOON, Evidence.NONE);

    @Test
    void a_step_of_the_table_is_taken_with_its_instant_and_evidence() {
        Course<Door> open = DOOR.move(closed, Door.OPEN, NOON.plusSeconds(1), Evidence.of("a knock"))
                .orThrow();

        assertThat(open.state()).isEqualTo(Door.OPEN);
        assertThat(open.since()).isEqualTo(NOON.plusSeconds(1));
        assertThat(open.start()).isEqualTo(NOON);
        assertThat(open.last().evidence().note()).isEqualTo("a knock");
        assertThat(open.reached(Door.CLOSED)).contains(NOON);
        assertThat(open.reached(Door.REMOVED)).isEmpty();
        assertThat(closed.state()).isEqualTo(Door.CLOSED);
    }

    @Test
    void any_other_step_is_refused_and_what_would_be_accepted_is_said() {
        Progress<Course<Door>> refused = DOOR.move(closed, Door.REMOVED, NOON, Evidence.NONE);

        assertThat(refused)
                .isEqualTo(Progress.refused(
                        closed, "cannot go from CLOSED to REMOVED: after CLOSED comes OPEN", List.of("OPEN")));
        assertThat(refused.isMoved()).isFalse();
        assertThatThrownBy(refused::orThrow)
                .isInstanceOfSatisfying(
                        StepRefusedException.class,
                        thrown -> assertThat(thrown.permitted()).containsExactly("OPEN"))
                .hasMessage("cannot go from CLOSED to REMOVED: after CLOSED comes OPEN");
    }

    @Test
    void nothing_comes_after_the_end() {
        Course<Door> open = DOOR.move(closed, Door.OPEN, NOON, Evidence.NONE).orThrow();
        Course<Door> removed =
                DOOR.move(open, Door.REMOVED, NOON, Evidence.NONE).orThrow();

        assertThat(DOOR.isFinal(Door.REMOVED)).isTrue();
        assertThat(DOOR.isFinal(Door.OPEN)).isFalse();
        assertThat(DOOR.move(removed, Door.CLOSED, NOON, Evidence.NONE))
                .isEqualTo(Progress.refused(
                        removed, "cannot go from REMOVED to CLOSED: REMOVED is where it ends", List.of()));
    }

    @Test
    void time_does_not_go_back() {
        assertThat(DOOR.move(closed, Door.OPEN, NOON.minusNanos(1), Evidence.NONE))
                .isInstanceOfSatisfying(
                        Progress.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("cannot go to OPEN at 2026-03-02T11:59:59.999999999Z")
                                .contains("CLOSED was reached at 2026-03-02T12:00:00Z"));
    }

    @Test
    void a_table_that_cannot_work_is_not_built_and_everything_is_said_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifecycle.of("Door", Door.CLOSED)
                        .step(Door.OPEN, "lift out", Door.REMOVED)
                        .step(Door.OPEN, "take out", Door.REMOVED)
                        .build())
                .withMessage("Door is no process: two steps lead from OPEN to REMOVED;"
                        + " no way leads from CLOSED to OPEN; no way leads from CLOSED to REMOVED");
    }

    @Test
    void a_step_may_lead_to_where_it_begins_and_is_a_move_each_time() {
        Lifecycle<Door> knocking = Lifecycle.of("Door", Door.CLOSED)
                .step(Door.CLOSED, "knock", Door.CLOSED)
                .step(Door.CLOSED, "open", Door.OPEN)
                .step(Door.OPEN, "lift out", Door.REMOVED)
                .build();
        Course<Door> knocked =
                knocking.move(closed, Door.CLOSED, NOON, Evidence.of("once")).orThrow();

        assertThat(knocked.moves()).extracting(move -> move.evidence().note()).containsExactly("", "once");
        assertThat(knocking.graph(knocked).mermaid()).contains("knock");
    }

    @Test
    void a_process_refuses_what_its_table_cannot_know_in_the_same_way() {
        assertThat(DOOR.refuse("the door", closed, Door.OPEN, "it is night, come back at 08:00"))
                .isEqualTo(Progress.refused(
                        "the door", "cannot go from CLOSED to OPEN: it is night, come back at 08:00", List.of("OPEN")));
    }

    @Test
    void a_course_from_elsewhere_is_checked() {
        Course<Door> jumped = new Course<>(List.of(move(Door.CLOSED), move(Door.REMOVED)));
        Course<Door> late = new Course<>(List.of(move(Door.OPEN)));

        assertThat(DOOR.check(closed)).isSameAs(closed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOOR.check(jumped))
                .withMessage("Door cannot go from CLOSED to REMOVED: after CLOSED comes OPEN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOOR.check(late))
                .withMessage("Door begins in CLOSED, not in OPEN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course<>(
                        List.of(move(Door.CLOSED), new Move<>(Door.OPEN, NOON.minusSeconds(1), Evidence.NONE))))
                .withMessageStartingWith("OPEN is reached at 2026-03-02T11:59:59Z, before CLOSED");
        assertThatIllegalArgumentException().isThrownBy(() -> new Course<Door>(List.of()));
    }

    @Test
    void the_table_draws_itself() {
        assertThat(DOOR.graph(DOOR.move(closed, Door.OPEN, NOON, Evidence.NONE).orThrow())
                        .mermaid())
                .contains("Door", "CLOSED", "OPEN", "REMOVED", "lift out", "close")
                .contains("here");
        assertThat(DOOR.graph().dot()).contains("\"CLOSED\"", "\"lift out\"");
    }

    private static Move<Door> move(Door to) {
        return new Move<>(to, NOON, Evidence.NONE);
    }
}
