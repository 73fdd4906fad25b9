package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TransitionTest {
    private static final List<Transition> PAIRS = Stage.all().stream()
            .flatMap(from -> Stage.all().stream().map(to -> new Transition(from, to)))
            .toList();

    @Test
    @Tag("LOOP-04")
    void the_eight_transitions_carry_their_verbs() {
        assertThat(Transition.ring())
                .extracting(Transition::from, Transition::to, Transition::verb)
                .containsExactly(
                        tuple(Stage.PLAN, Stage.CODE, "defines"),
                        tuple(Stage.CODE, Stage.BUILD, "produces"),
                        tuple(Stage.BUILD, Stage.TEST, "tests"),
                        tuple(Stage.TEST, Stage.RELEASE, "prepares"),
                        tuple(Stage.RELEASE, Stage.DEPLOY, "delivers"),
                        tuple(Stage.DEPLOY, Stage.OPERATE, "runs"),
                        tuple(Stage.OPERATE, Stage.MONITOR, "observes"),
                        tuple(Stage.MONITOR, Stage.PLAN, "informs"));
    }

    @Test
    @Tag("LOOP-10")
    void exactly_two_transitions_of_the_loop_cross_the_sides() {
        assertThat(Transition.ring().stream().filter(Transition::crossesSides))
                .containsExactly(new Transition(Stage.TEST, Stage.RELEASE), new Transition(Stage.MONITOR, Stage.PLAN));
    }

    @Test
    @Tag("LOOP-05")
    void eight_of_the_64_pairs_are_of_the_loop() {
        assertThat(PAIRS).hasSize(64);
        assertThat(PAIRS.stream().filter(Transition::isOfRing)).containsExactlyElementsOf(Transition.ring());
    }

    @Test
    @Tag("LOOP-03")
    void only_monitor_to_plan_closes_a_cycle() {
        assertThat(PAIRS.stream().filter(Transition::closesCycle))
                .containsExactly(new Transition(Stage.MONITOR, Stage.PLAN));
    }

    @Test
    void a_leap_names_the_stages_it_skips() {
        assertThat(new Transition(Stage.CODE, Stage.RELEASE).skipped()).containsExactly(Stage.BUILD, Stage.TEST);
        assertThat(new Transition(Stage.PLAN, Stage.MONITOR).skipped()).hasSize(6);
        assertThat(new Transition(Stage.CODE, Stage.BUILD).skipped()).isEmpty();
        assertThat(new Transition(Stage.CODE, Stage.CODE).skipped()).isEmpty();
        assertThat(new Transition(Stage.MONITOR, Stage.CODE).skipped()).isEmpty();
    }

    @Test
    void text_shows_an_arrow() {
        assertThat(Transition.from(Stage.MONITOR)).hasToString("MONITOR→PLAN");
    }

    @Test
    @SuppressWarnings("NullAway")
    void both_stages_are_needed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Transition(null, Stage.PLAN))
                .withMessage("from");
        assertThatNullPointerException()
                .isThrownBy(() -> new Transition(Stage.PLAN, null))
                .withMessage("to");
    }

    @Test
    void lists_cannot_be_changed() {
        List<Stage> skipped = new Transition(Stage.CODE, Stage.RELEASE).skipped();
        assertThatThrownBy(() -> Transition.ring().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(skipped::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
