package io.infinityloop.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
    @ParameterizedTest
    @Tag("FBK-04")
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "FALSE, TRUE, FALSE, TRUE",
        "FALSE, FALSE, FALSE, FALSE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN",
        "UNKNOWN, TRUE, UNKNOWN, TRUE",
        "UNKNOWN, FALSE, FALSE, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void and_or_follow_kleene(Truth left, Truth right, Truth and, Truth or) {
        assertThat(left.and(right)).isEqualTo(and);
        assertThat(left.or(right)).isEqualTo(or);
        assertThat(truth("a > 0 and b > 0", left, right)).isEqualTo(and);
        assertThat(truth("a > 0 or b > 0", left, right)).isEqualTo(or);
        assertThat(truth("not (a > 0)", left, right)).isEqualTo(left.negated());
    }

    @Test
    @Tag("FBK-04")
    void not_turns_what_is_known() {
        assertThat(Truth.TRUE.negated()).isEqualTo(Truth.FALSE);
        assertThat(Truth.FALSE.negated()).isEqualTo(Truth.TRUE);
        assertThat(Truth.UNKNOWN.negated()).isEqualTo(Truth.UNKNOWN);
    }

    private static Truth truth(String condition, Truth left, Truth right) {
        Evaluation evaluation =
                RuleSet.of(Rule.of("r", condition, new Action.Replace())).start("x");
        if (left != Truth.UNKNOWN) {
            evaluation.take(Samples.at(0, "a", left == Truth.TRUE ? "1" : "0"));
        }
        if (right != Truth.UNKNOWN) {
            evaluation.take(Samples.at(0, "b", right == Truth.TRUE ? "1" : "0"));
        }
        evaluation.advanceTo(Samples.second(0));
        return evaluation.truth("r");
    }
}
