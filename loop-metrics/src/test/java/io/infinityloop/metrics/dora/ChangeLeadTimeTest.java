package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.dora.Measured.WEEK;
import static io.infinityloop.metrics.dora.Measured.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Commit;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.link.Change;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChangeLeadTimeTest {
    /** Written at 1, committed again at 4, released at 6, deployed at 8. */
    private static final LoopEvent[] REBASED = {
        recorded(new Commit(ArtifactMetadata.of("a", at(4)), at(1), "", List.of())),
        release("v1", 6, "commit:a"),
        deployed("d1", 8, "commit:a")
    };

    private static MetricResult of(MetricCalculator<Change, ?> metric, LoopEvent... events) {
        return Measured.of(metric, WEEK, WEEK.to(), derive(WEEK.to(), events).subjects());
    }

    private static MetricResult.Value value(ChangeLeadTime.Builder options, LoopEvent... events) {
        return (MetricResult.Value) of(options.build(), events);
    }

    @Test
    @Tag("THR-02")
    void of_23_59_59_meets_the_target_of_less_than_a_day_and_of_24_00_00_misses_it() {
        Target target =
                Objects.requireNonNull(ChangeLeadTime.DEFINITION.profile().target());
        MetricResult day = of(ChangeLeadTime.calculator(), commit("a", 0), deployed("d", 24, "commit:a"));
        MetricResult less = of(ChangeLeadTime.calculator(), commit("a", 1 / 3600.0), deployed("d", 24, "commit:a"));
        assertThat(((MetricResult.Value) less).headline())
                .isEqualTo(Amount.of(Duration.ofHours(23).plusMinutes(59).plusSeconds(59)));
        assertThat(target.judge(less)).isEqualTo(Target.Status.MET);
        assertThat(target.judge(day)).isEqualTo(Target.Status.MISSED);
    }

    /** From the idea on it would be 30 hours. */
    @Test
    @Tag("D-10")
    void starts_with_the_commit_and_not_with_the_idea() {
        MetricResult.Value value = value(
                ChangeLeadTime.builder(),
                Log.started("L", 0),
                Log.advanced("L", Stage.PLAN, 0, 24),
                commit("a", 25),
                deployed("d", 30, "commit:a"));
        assertThat(value.headline()).isEqualTo(hours(5));
        assertThat(ChangeLeadTime.DEFINITION.profile().aliases()).contains("lead-time-for-changes");
    }

    @Test
    void starts_and_ends_as_the_options_say() {
        assertThat(value(ChangeLeadTime.builder(), REBASED).headline()).isEqualTo(hours(7));
        assertThat(value(ChangeLeadTime.builder().start(ChangeLeadTime.Start.COMMITTED), REBASED)
                        .headline())
                .isEqualTo(hours(4));
        assertThat(value(ChangeLeadTime.builder().end(ChangeLeadTime.End.RELEASED), REBASED)
                        .headline())
                .isEqualTo(hours(5));
    }

    @Test
    void names_what_was_chosen_in_its_id_and_purpose() {
        MetricCalculator<Change, ?> metric = ChangeLeadTime.builder()
                .start(ChangeLeadTime.Start.COMMITTED)
                .statistic(Statistic.P90)
                .build();
        assertThat(metric.definition().id()).isEqualTo("dora.change-lead-time@committed-p90");
        assertThat(metric.definition().purpose()).endsWith("Here: from the committer's time; the p90.");
        assertThat(ChangeLeadTime.calculator().definition()).isEqualTo(ChangeLeadTime.DEFINITION);
    }

    @Test
    void can_take_merges_the_baseline_and_negative_durations_in() {
        LoopEvent[] log = {
            commit("a", 1),
            commit("b", 2),
            commit("m", 3, "a", "b"),
            commit("from the future", 9),
            Log.labelled(deployed("d0", 4, "commit:a"), Labels.BASELINE, "history"),
            deployed("d1", 5, "commit:m", "commit:from the future")
        };
        assertThat(value(ChangeLeadTime.builder(), log).n()).isEqualTo(1);
        assertThat(value(ChangeLeadTime.builder().withMerges(), log).n()).isEqualTo(2);
        assertThat(value(ChangeLeadTime.builder().withBaseline(), log).n()).isEqualTo(2);
        MetricResult.Value clamped = value(ChangeLeadTime.builder().negative(ChangeLeadTime.Negative.CLAMP_ZERO), log);
        assertThat(clamped.n()).isEqualTo(2);
        assertThat(clamped.parts()).containsEntry("min", hours(0));
    }

    @Test
    void lets_time_pass_as_a_calendar_says() {
        ChangeLeadTime.Builder halfDays = ChangeLeadTime.builder()
                .calendar("half-time", (from, to) -> Duration.between(from, to).dividedBy(2));
        MetricResult.Value value = value(halfDays, REBASED);
        assertThat(value.headline()).isEqualTo(Amount.of(Duration.ofMinutes(210)));
        assertThat(value.definition()).isEqualTo("dora.change-lead-time@half-time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeLeadTime.builder().calendar("9 to 5", Duration::between))
                .withMessage("the name of a calendar is a part of the metric's id: '9 to 5' is not lower-case such as"
                        + " 'business-hours'");
    }
}
