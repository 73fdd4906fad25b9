package io.infinityloop;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {
    @Test
    @Tag("LOOP-01")
    void there_are_eight_stages_numbered_in_loop_order() {
        assertThat(Stage.all()).containsExactly(PLAN, CODE, BUILD, TEST, RELEASE, DEPLOY, OPERATE, MONITOR);
        assertThat(Stage.values()).hasSize(8);
        assertThat(Stage.all()).extracting(Stage::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("LOOP-02")
    void next_visits_every_stage_once_and_comes_back(Stage start) {
        assertThat(Stream.iterate(start, Stage::next).limit(8)).containsExactlyInAnyOrder(Stage.values());
        assertThat(start.plus(8)).isEqualTo(start);
        assertThat(Stream.iterate(start, Stage::next).skip(8).findFirst()).hasValue(start);
    }

    @Test
    @Tag("LOOP-02")
    void plan_follows_monitor() {
        assertThat(MONITOR.next()).isEqualTo(PLAN);
        assertThat(PLAN.previous()).isEqualTo(MONITOR);
    }

    @Test
    @Tag("LOOP-10")
    void each_side_has_four_stages() {
        assertThat(Stage.all().stream().filter(stage -> stage.side() == Side.DEVELOPMENT))
                .containsExactly(PLAN, CODE, BUILD, TEST);
        assertThat(Stage.all().stream().filter(stage -> stage.side() == Side.OPERATIONS))
                .containsExactly(RELEASE, DEPLOY, OPERATE, MONITOR);
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_is_found_by_its_number(Stage stage) {
        assertThat(Stage.of(stage.number())).isEqualTo(stage);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 9, Integer.MAX_VALUE})
    void other_numbers_are_refused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.of(number))
                .withMessage("no stage has the number " + number + ": stages are numbered 1 to 8");
    }

    @Test
    void steps_go_round_in_both_directions_at_any_distance() {
        assertThat(PLAN.plus(0)).isEqualTo(PLAN);
        assertThat(PLAN.plus(-1)).isEqualTo(MONITOR);
        assertThat(MONITOR.plus(3)).isEqualTo(BUILD);
        assertThat(MONITOR.plus(Long.MAX_VALUE)).isEqualTo(OPERATE);
        assertThat(CODE.plus(Long.MIN_VALUE)).isEqualTo(CODE);
    }

    @Test
    void before_is_within_one_cycle() {
        assertThat(CODE.isBefore(BUILD)).isTrue();
        assertThat(CODE.isBefore(CODE)).isFalse();
        assertThat(MONITOR.isBefore(PLAN)).isFalse();
    }

    @Test
    void names_are_for_people() {
        assertThat(Stage.all())
                .extracting(Stage::displayName)
                .containsExactly("Plan", "Code", "Build", "Test", "Release", "Deploy", "Operate", "Monitor");
    }

    @Test
    void the_list_of_stages_cannot_be_changed() {
        assertThatThrownBy(() -> Stage.all().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
