package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Trend;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.MetricDefinition.Direction;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final MetricDefinition LATENCY = metric(Unit.MILLISECONDS, Direction.LOWER_IS_BETTER);
    private static final MetricDefinition RATE = metric(Unit.PER_DAY, Direction.HIGHER_IS_BETTER);

    private static MetricDefinition metric(Unit unit, Direction direction) {
        return new MetricDefinition("acme.metric", "N", "P.", "requests", unit, direction, "test");
    }

    private static MetricResult value(MetricDefinition metric, String number, long n) {
        return MetricResult.Value.of(metric, new Amount(new BigDecimal(number), metric.unit()), Map.of(), n);
    }

    private static Movement trend(MetricDefinition metric, String... numbers) {
        return Comparison.STANDARD.trend(
                metric,
                Stream.of(numbers)
                        .map(number ->
                                number.isEmpty() ? MetricResult.Undefined.inWindow(metric) : value(metric, number, 100))
                        .toList());
    }

    /** Five changes that are deployed at an hour, each so many minutes old. */
    private static List<LoopEvent> deployed(String id, double hour, long minutes, int changes) {
        List<LoopEvent> events = new ArrayList<>();
        String[] contents = new String[changes];
        for (int i = 0; i < changes; i++) {
            events.add(Log.commit(id + i, hour - minutes / 60.0));
            contents[i] = "commit:" + id + i;
        }
        events.add(Log.deployed(id, hour, contents));
        return events;
    }

    private static Scorecard leadTimes(Instant asOf, List<Window> windows, List<LoopEvent> events) {
        return Analysis.builder(asOf, ZoneOffset.UTC)
                .metric(ChangeLeadTime.calculator())
                .windows(windows)
                .build()
                .run(Facts.of(events));
    }

    @Nested
    class A_trend {
        @Test
        @Tag("MET-16")
        void knows_the_change_and_which_direction_is_better() {
            Movement latency = trend(LATENCY, "250", "300");
            assertThat(latency.change()).isEqualTo(new Amount(new BigDecimal("0.2"), Unit.CHANGE));
            assertThat(latency).hasToString("DEGRADING: 20 % more, and less is better");

            List<Window> weeks = Window.weeks(new Window(Log.at(0), Log.at(336)), ZoneOffset.UTC);
            List<LoopEvent> events = deployed("a", 100, 300, 5);
            events.addAll(deployed("b", 300, 250, 5));
            Movement leadTime = Comparison.STANDARD.trend(
                    leadTimes(Log.at(336), weeks, events), "dora.change-lead-time", Segment.ALL, weeks);
            assertThat(leadTime.verdict()).isEqualTo(Verdict.IMPROVING);
            assertThat(leadTime).hasToString("IMPROVING: 16.7 % less, and less is better");
        }

        @Test
        @Tag("OBS-10")
        void may_degrade_while_the_target_is_still_met() {
            Target target = Target.of(Comparator.BELOW, new Amount(BigDecimal.valueOf(500), Unit.MILLISECONDS), "us");
            Movement latency = trend(LATENCY, "250", "300");
            assertThat(target.judge(latency.results().get(1))).isEqualTo(Target.Status.MET);
            assertThat(latency.verdict()).isEqualTo(Verdict.DEGRADING);
            assertThat(latency.trend()).contains(Trend.WORSENING);
        }

        @Test
        void over_many_windows_is_not_bent_by_a_single_odd_one() {
            Movement movement = trend(LATENCY, "100", "110", "120", "9000", "140", "150");
            assertThat(movement.change()).isEqualTo(new Amount(new BigDecimal("0.5"), Unit.CHANGE));
            assertThat(movement.verdict()).isEqualTo(Verdict.DEGRADING);
            assertThat(trend(LATENCY, "100", "", "120", "", "140").change())
                    .isEqualTo(new Amount(new BigDecimal("0.4"), Unit.CHANGE));
        }

        @Test
        void that_goes_up_and_down_is_inconclusive() {
            assertThat(trend(LATENCY, "100", "300", "120", "280", "160"))
                    .hasToString("INCONCLUSIVE: the windows go up and down, 45.5 % more in all");
        }

        @Test
        void that_hardly_moves_is_steady() {
            assertThat(trend(LATENCY, "100", "105").verdict()).isEqualTo(Verdict.STEADY);
            assertThat(trend(LATENCY, "100", "105.001").verdict()).isEqualTo(Verdict.DEGRADING);
            assertThat(trend(LATENCY, "0", "0")).hasToString("STEADY: the same, which counts as no change");
            assertThat(trend(LATENCY, "7", "7").trend()).contains(Trend.STEADY);
        }

        @Test
        void from_nothing_has_no_percentage() {
            Movement movement = trend(LATENCY, "0", "3");
            assertThat(movement.change()).isNull();
            assertThat(movement).hasToString("DEGRADING: more than the 0 it began with, and less is better");
        }

        @Test
        void below_zero_is_held_against_its_size() {
            assertThat(trend(metric(Unit.NUMBER, Direction.HIGHER_IS_BETTER), "-10", "-5"))
                    .hasToString("IMPROVING: 50 % more, and more is better");
        }

        @Test
        void of_a_metric_without_a_better_way_is_inconclusive() {
            assertThat(trend(metric(Unit.NUMBER, Direction.NEUTRAL), "10", "20"))
                    .hasToString("INCONCLUSIVE: 100 % more, and neither way is better as such");
        }

        @Test
        void needs_two_windows_with_enough_samples() {
            assertThat(trend(LATENCY, "100", "", ""))
                    .hasToString("INCONCLUSIVE: only 1 of 3 windows has at least 5 samples, 2 are needed");
            assertThat(trend(LATENCY).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void passes_over_the_window_that_is_not_over() {
            List<Window> weeks = Window.weeks(new Window(Log.at(0), Log.at(504)), ZoneOffset.UTC);
            List<LoopEvent> events = deployed("a", 100, 300, 5);
            events.addAll(deployed("b", 300, 300, 5));
            events.addAll(deployed("c", 340, 3000, 5));
            Movement movement = Comparison.STANDARD.trend(
                    leadTimes(Log.at(400), weeks, events), "dora.change-lead-time", Segment.ALL, weeks);
            assertThat(movement.verdict()).isEqualTo(Verdict.STEADY);
            assertThat(movement.n()).containsExactly(5L, 5L);
        }
    }

    @Nested
    class Before_and_after_a_change {
        private final Instant change = Log.at(168);
        private final Window before = Window.before(change, Duration.ofDays(7));
        private final Window after = Window.after(change, Duration.ofDays(7));

        private Movement movement(int samplesBefore, int samplesAfter, Instant asOf) {
            List<LoopEvent> events = deployed("a", 100, 600, samplesBefore);
            events.addAll(deployed("b", 300, 60, samplesAfter));
            return Comparison.STANDARD.beforeAndAfter(
                    leadTimes(asOf, List.of(before, after), events),
                    "dora.change-lead-time",
                    Segment.ALL,
                    before,
                    after);
        }

        @Test
        @Tag("MET-17")
        void is_inconclusive_with_fewer_than_the_minimum_samples_and_says_why() {
            Movement few = movement(5, 4, after.to());
            assertThat(few).hasToString("INCONCLUSIVE: only 4 samples after, 5 are needed");
            assertThat(few.n()).containsExactly(5L, 4L);
            assertThat(few.trend()).isEmpty();
            assertThat(movement(1, 5, after.to())).hasToString("INCONCLUSIVE: only 1 sample before, 5 are needed");
            assertThat(movement(5, 5, after.to())).hasToString("IMPROVING: 90 % less, and less is better");
        }

        @Test
        void is_inconclusive_while_the_time_after_is_not_over_or_empty() {
            assertThat(movement(5, 5, Log.at(310))).hasToString("INCONCLUSIVE: the time after is not over yet");
            assertThat(movement(5, 0, after.to()))
                    .hasToString("INCONCLUSIVE: no value after: no changes deployed to production in this window");
            MetricResult failed = new MetricResult.Failed("acme.metric", "x");
            assertThat(Comparison.STANDARD.beforeAndAfter(LATENCY, failed, failed))
                    .hasToString("INCONCLUSIVE: the metric failed before");
        }

        @Test
        void of_how_often_counts_what_happened_in_both() {
            assertThat(Comparison.STANDARD.beforeAndAfter(RATE, value(RATE, "0.1", 1), value(RATE, "0.3", 3)))
                    .hasToString("INCONCLUSIVE: only 4 in all, 10 are needed");
            assertThat(Comparison.STANDARD.beforeAndAfter(RATE, value(RATE, "2", 14), value(RATE, "0", 0)))
                    .hasToString("DEGRADING: 100 % less, and more is better");
        }
    }

    @Test
    void a_comparison_that_makes_no_sense_is_refused() {
        Window day = new Window(Log.at(0), Log.at(24));
        Window week = new Window(Log.at(24), Log.at(192));
        Scorecard scorecard = leadTimes(Log.at(300), List.of(day, week), List.of());
        String id = "dora.change-lead-time";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.STANDARD.beforeAndAfter(scorecard, id, Segment.ALL, day, week))
                .withMessageContaining("equally long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.STANDARD.beforeAndAfter(scorecard, id, Segment.ALL, day, day))
                .withMessageContaining("without overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.STANDARD.trend(scorecard, "acme.none", Segment.ALL, List.of(day)))
                .withMessageContaining("no 'acme.none'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.STANDARD.trend(scorecard, id, Segment.ALL, List.of()))
                .withMessage("a trend needs windows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.STANDARD.minimumSamples(0))
                .withMessage("a comparison needs at least 1 sample, but 0 were asked for");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.STANDARD.steadyWithin(new BigDecimal("-0.1")))
                .withMessageContaining("0.05 is 5 %");
    }
}
