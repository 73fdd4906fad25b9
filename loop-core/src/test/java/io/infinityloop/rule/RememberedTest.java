package io.infinityloop.rule;

import static io.infinityloop.rule.Samples.at;
import static io.infinityloop.rule.Samples.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.json.ValueReader;
import io.infinityloop.json.ValueWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an evaluation keeps in mind, and what of it is in its state. */
class RememberedTest {
    private static final Action.Alert PAGE = new Action.Alert(Channel.PAGE, "on-call");
    private static final Action.Alert NOTIFY = new Action.Alert(Channel.NOTIFY, "operations");
    private static final Rule ERRORS = Rule.of("errors", "error.rate > 1 for 5m", PAGE);
    private static final Rule DISK = Rule.of("disk", "disk.used > 90", NOTIFY);

    @Test
    void windows_hold_20_000_samples_and_what_is_more_is_counted() {
        Evaluation evaluation =
                RuleSet.of(Rule.of("r", "count(x) over 1s >= 20000", NOTIFY)).start("checkout");
        for (int i = 0; i < 20_003; i++) {
            evaluation.take(at(0, "x", "1"));
        }

        assertThat(evaluation.advanceTo(second(0))).hasSize(1);
        assertThat(evaluation.state().refused()).isEqualTo(new RuleState.Refused(0, 3));
        assertThat(ValueReader.read(ValueWriter.toJson(evaluation.state()), RuleState.class))
                .isEqualTo(evaluation.state());
        evaluation.take(at(2, "x", "1"));
        evaluation.take(at(3, "x", "1"));
        assertThat(evaluation.state().refused().windowFull()).isEqualTo(3);
    }

    @Test
    void what_full_windows_miss_is_the_latest_value_all_the_same() {
        RuleSet rules = RuleSet.of(
                Rule.of("latest", "x > 5 for 10s", PAGE), Rule.of("count", "count(x) over 1h > 20000", NOTIFY));
        Evaluation evaluation = rules.start("checkout");
        for (int i = 0; i < 20_000; i++) {
            evaluation.take(at(0, "x", "1"));
        }
        evaluation.take(at(1, "x", "9"));
        RuleState state = evaluation.state();
        assertThat(state.refused()).isEqualTo(new RuleState.Refused(0, 1));
        assertThat(ValueReader.read(ValueWriter.toJson(state), RuleState.class)).isEqualTo(state);

        assertThat(rules.resume(state).advanceTo(second(20))).isEqualTo(evaluation.advanceTo(second(20)));
        assertThat(evaluation.checks("latest")).extracting(Check::actual).containsExactly(new BigDecimal("9"));
        assertThat(evaluation.checks("count")).extracting(Check::actual).containsExactly(new BigDecimal("20000"));
        assertThat(rules.evaluate(state, List.of(), second(20)).firings())
                .extracting(Firing::rule, Firing::at)
                .containsExactly(tuple("latest", second(11)));
    }

    @Test
    void what_expires_in_an_instant_makes_room_for_the_samples_of_that_instant() {
        RuleSet rules = RuleSet.of(Rule.of("r", "count(x) over 2s > 0", NOTIFY));
        Evaluation evaluation = rules.start("checkout");
        for (int i = 0; i < 20_000; i++) {
            evaluation.take(at(i < 10_000 ? 0 : 1, "x", "1"));
        }
        evaluation.take(at(2, "x", "1"));
        evaluation = rules.resume(evaluation.state());
        evaluation.take(at(2, "x", "1"));
        evaluation.advanceTo(second(2));

        assertThat(evaluation.state().refused().windowFull()).isZero();
        assertThat(evaluation.checks("r")).extracting(Check::actual).containsExactly(new BigDecimal("10002"));
    }

    @Test
    void what_was_true_before_a_state_was_stored_is_true_after_it_was_read_back() {
        RuleSet rules = RuleSet.of(DISK, Rule.of("young", "latest(load) over 10s > 1", NOTIFY));
        Evaluation before = rules.start("checkout");
        before.take(at(0, "disk.used", "95"));
        before.take(at(0, "load", "2"));
        before.advanceTo(second(5));
        before.take(at(6, "disk.used", "10"));

        Evaluation after = rules.resume(ValueReader.read(ValueWriter.toJson(before.state()), RuleState.class));

        assertThat(after.truth("disk")).isEqualTo(before.truth("disk")).isEqualTo(Truth.TRUE);
        assertThat(after.checks("disk")).isEqualTo(before.checks("disk"));
        assertThat(after.checks("disk")).extracting(Check::actual).containsExactly(new BigDecimal("95"));
        after.advanceTo(second(20));
        assertThat(after.truth("disk")).isEqualTo(Truth.FALSE);
        assertThat(after.truth("young")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_rule_that_has_another_condition_now_begins_anew_on_what_is_remembered() {
        Evaluation before = RuleSet.of(DISK, ERRORS).start("checkout");
        before.take(at(0, "disk.used", "95"));
        before.take(at(0, "error.rate", "2"));
        assertThat(before.advanceTo(second(100))).extracting(Firing::rule).containsExactly("disk");

        Rule stricter = Rule.of("disk", "disk.used > 80", NOTIFY);
        Evaluation after = RuleSet.of(stricter, ERRORS).resume(before.state());

        assertThat(after.advanceTo(second(400)))
                .extracting(Firing::rule, Firing::at)
                .containsExactly(tuple("disk", second(100)), tuple("errors", second(300)));
    }
}
