package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StageProperties {
    @Property
    void steps_add_up(@ForAll Stage stage, @ForAll int some, @ForAll int more) {
        assertThat(stage.plus(some).plus(more)).isEqualTo(stage.plus((long) some + more));
    }

    @Property
    void next_and_previous_are_one_step(@ForAll Stage stage) {
        assertThat(stage.next()).isEqualTo(stage.plus(1));
        assertThat(stage.previous()).isEqualTo(stage.plus(-1));
        assertThat(stage.next().previous()).isEqualTo(stage);
    }

    @Property
    void eight_steps_more_change_nothing(@ForAll Stage stage, @ForAll long steps) {
        assertThat(stage.plus(steps)).isEqualTo(stage.plus(steps % 8));
    }
}
