package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Reading;
import io.infinityloop.inventory.Experiment.Verdict;
import io.infinityloop.inventory.Experiment.Wanted;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FBK-09")
class ExperimentsTest {
    private static final Experiment PAIRS =
            Experiment.start("code review", "review in pairs", Wanted.LOWER, hours("30"));

    private static Reading.Metric hours(String value) {
        return new Reading.Metric("waiting for review", new BigDecimal(value), "h");
    }

    @Test
    void improved_is_kept_and_not_improved_is_reverted() {
        assertThat(PAIRS.verdict()).isEmpty();
        assertThat(PAIRS.ended(hours("12")).verdict()).contains(Verdict.KEEP);
        assertThat(PAIRS.ended(hours("30.0")).verdict()).contains(Verdict.REVERT);
        assertThat(PAIRS.ended(hours("31")).verdict()).contains(Verdict.REVERT);
        Experiment higher = Experiment.start("tests", "more of them", Wanted.HIGHER, hours("30"));
        assertThat(higher.ended(hours("31")).verdict()).contains(Verdict.KEEP);
        assertThat(higher.ended(hours("30")).verdict()).contains(Verdict.REVERT);
    }

    @Test
    void two_open_experiments_on_one_constraint_are_rejected() {
        Experiments open = Experiments.none().with(PAIRS);
        Experiment second = Experiment.start("code review", "smaller changes", Wanted.LOWER, hours("30"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.with(second))
                .withMessage("two open experiments on 'code review': the first must end before the next begins");
        assertThat(open.ended("code review", hours("12")).with(second).all()).hasSize(2);
        assertThat(open.with(Experiment.start("tests", "split them", Wanted.LOWER, hours("3")))
                        .all())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.ended("tests", hours("12")))
                .withMessage("there is no open experiment on 'tests'");
    }

    @Test
    void what_can_not_be_compared_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAIRS.ended(new Reading.Metric("waiting for review", BigDecimal.ONE, "d")))
                .withMessage("the result is waiting for review in d, and the baseline waiting for review in h: they can"
                        + " not be compared");
    }
}
