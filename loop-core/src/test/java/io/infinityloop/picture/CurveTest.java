package io.infinityloop.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Point MIDDLE = new Point(100, 50);

    @Test
    void the_eight_crosses_itself_in_its_middle_and_goes_round_the_left_half_first_by_its_upper_side() {
        Curve eight = Curve.eight(MIDDLE, 80, 1.5);
        assertThat(eight.at(0).distance(MIDDLE)).isLessThan(1e-9);
        assertThat(eight.at(eight.length() / 2).distance(MIDDLE)).isLessThan(0.2);
        assertThat(eight.at(eight.length() / 8).x()).isLessThan(100);
        assertThat(eight.at(eight.length() / 8).y()).isLessThan(50);
        assertThat(eight.at(eight.length() / 4).distance(new Point(20, 50))).isLessThan(0.2);
        assertThat(eight.at(eight.length() * 5 / 8).x()).isGreaterThan(100);
        assertThat(eight.at(eight.length() * 5 / 8).y()).isLessThan(50);
    }

    @Test
    void the_unstretched_eight_is_as_long_as_bernoullis() {
        assertThat(Curve.eight(MIDDLE, 1, 1).length()).isCloseTo(5.244_115_1, within(1e-4));
    }

    @Test
    void equal_steps_are_equal_on_paper_and_the_end_is_the_beginning() {
        Curve eight = Curve.eight(MIDDLE, 60, 1.5);
        double step = eight.length() / 1_200;
        for (int place = 0; place < 1_200; place++) {
            assertThat(eight.at(place * step).distance(eight.at((place + 1) * step)))
                    .isCloseTo(step, within(1e-3));
        }
        assertThat(eight.at(-step).distance(eight.at(1_199 * step))).isLessThan(1e-6);
        assertThat(eight.direction(0).x()).isNegative();
    }
}
