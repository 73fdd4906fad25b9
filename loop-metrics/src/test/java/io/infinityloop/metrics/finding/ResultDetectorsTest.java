package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.incident;
import static io.infinityloop.metrics.Log.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acme.BigReleases;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Grounds;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.InsightCategory;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ResultDetectorsTest {
    private static final double END = 960;

    /** Two windows of 20 days. */
    private static final List<Window> TWO =
            List.of(new Window(Log.START, at(END / 2)), new Window(at(END / 2), at(END)));

    private static List<String> found(ScorecardDetector detector, Scorecard scorecard, LoopEvent... events) {
        return Detection.builder(at(END), ZoneOffset.UTC)
                .window(new Window(Log.START, at(END)))
                .detector(detector)
                .build()
                .run(Log.derive(at(END), events), scorecard)
                .all()
                .stream()
                .map(Finding::message)
                .toList();
    }

    /** What each metric was in windows of one length, in order. */
    private static Scorecard course(Map<MetricDefinition, List<Amount>> courses) {
        int count = courses.values().iterator().next().size();
        List<Window> windows = IntStream.range(0, count)
                .mapToObj(i -> new Window(at(i * END / count), at((i + 1) * END / count)))
                .toList();
        List<Cell> cells = new ArrayList<>();
        courses.forEach((metric, amounts) -> IntStream.range(0, count)
                .forEach(i -> cells.add(new Cell(
                        metric,
                        Segment.ALL,
                        windows.get(i),
                        MetricResult.Value.of(metric, amounts.get(i), Map.of(), 1),
                        metric.profile().target()))));
        return new Scorecard(at(END), ZoneOffset.UTC, windows, cells);
    }

    private static MetricDefinition metric(String id, Unit unit) {
        return new MetricDefinition(
                id, "Wait", "How long.", "waits", unit, MetricDefinition.Direction.LOWER_IS_BETTER, "this test");
    }

    private static List<Amount> hours(int... hours) {
        return IntStream.of(hours).mapToObj(h -> Amount.of(Duration.ofHours(h))).toList();
    }

    private static List<Amount> ratios(String... ratios) {
        return List.of(ratios).stream()
                .map(ratio -> new Amount(new BigDecimal(ratio), Unit.RATIO))
                .toList();
    }

    private static final MetricDefinition UNDER_A_DAY = metric("acme.wait", Unit.SECONDS)
            .with(MetricProfile.PLAIN.target(Target.of(Comparator.BELOW, Amount.of(Duration.ofDays(1)), "us")));

    private static LoopEvent insight(double hours, String about) {
        return recorded(Insight.of("i", at(hours), "too long")
                .with(Grounds.of(InsightCategory.TRENDS, new Reading.Metric(about, BigDecimal.TEN, "h"))));
    }

    @Test
    @Tag("ANTI-31")
    void a_target_missed_in_three_windows_without_an_insight_is_found_and_one_insight_is_enough() {
        Scorecard missed = course(Map.of(UNDER_A_DAY, hours(10, 30, 30, 30)));
        assertThat(found(ResultDetectors.metricWithoutAction(3), missed))
                .containsExactly("acme.wait missed its target in 3 windows in a row, and no insight or plan item is"
                        + " about it");
        assertThat(found(ResultDetectors.metricWithoutAction(3), missed, insight(500, "acme.wait")))
                .isEmpty();
        assertThat(found(ResultDetectors.metricWithoutAction(3), missed, insight(500, "latency")))
                .hasSize(1);
        assertThat(found(ResultDetectors.metricWithoutAction(3), missed, insight(100, "acme.wait")))
                .hasSize(1);
        LoopEvent plan = recorded(PlanItem.builder("P", at(600), "wait less")
                .goal(new OutcomeGoal("acme.wait", BigDecimal.TEN, BigDecimal.ONE, "h"))
                .build());
        assertThat(found(ResultDetectors.metricWithoutAction(3), missed, plan)).isEmpty();
        assertThat(found(ResultDetectors.metricWithoutAction(3), course(Map.of(UNDER_A_DAY, hours(30, 30, 10)))))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-31")
    void a_metric_that_gets_worse_three_times_in_a_row_is_found() {
        MetricDefinition aimless = metric("acme.wait", Unit.SECONDS);
        assertThat(found(ResultDetectors.metricWithoutAction(3), course(Map.of(aimless, hours(1, 2, 3, 4)))))
                .containsExactly("acme.wait got worse in 3 windows in a row, and no insight or plan item is about it");
        assertThat(found(ResultDetectors.metricWithoutAction(3), course(Map.of(aimless, hours(1, 2, 3, 3)))))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultDetectors.metricWithoutAction(1))
                .withMessage("finding.metric-without-action: the option 'windows' is 1, expected 2 or more");
    }

    /** A deployment a day with a failure rate of 5 %, then three a day with 20 % or 5 %. */
    private static LoopEvent[] pressed(int failing) {
        List<LoopEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(deployed("a" + i, 24 * i + 10));
        }
        for (int i = 0; i < 60; i++) {
            events.add(deployed("b" + i, 480 + 8 * i + 1));
        }
        events.add(incident("ia", 12, "deployment:a0"));
        for (int i = 0; i < failing; i++) {
            events.add(incident("ib" + i, 482 + 8 * i, "deployment:b" + i));
        }
        return events.toArray(LoopEvent[]::new);
    }

    @Test
    @Tag("ANTI-34")
    void three_times_the_deployments_and_20_instead_of_5_per_cent_failures_are_found() {
        assertThat(pressure(pressed(12)))
                .containsExactly("deployments went from 1/day to 3/day, and of them failed 20 % instead of 5 %");
        assertThat(pressure(pressed(3))).isEmpty();
    }

    private static List<String> pressure(LoopEvent... events) {
        Derived derived = Log.derive(at(END), events);
        Scorecard scorecard = Analysis.builder(at(END), ZoneOffset.UTC)
                .metric(DeploymentFrequency.calculator())
                .metric(ChangeFailureRate.calculator())
                .windows(TWO)
                .build()
                .run(derived);
        return found(ResultDetectors.releasePressure(), scorecard, events);
    }

    private static LoopEvent[] approvals(int before, int now) {
        return IntStream.range(0, before + now)
                .mapToObj(i -> recorded(Approval.asked(
                        ArtifactMetadata.of("ok" + i, at(i < before ? 10 + i : 500 + i)), "release-manager")))
                .toArray(LoopEvent[]::new);
    }

    @Test
    @Tag("ANTI-33")
    void more_automation_with_more_failures_and_no_fewer_approvals_is_found() {
        Scorecard scorecard = course(Map.of(
                metric("delivery.automation-share", Unit.RATIO), ratios("0.5", "0.8"),
                metric("dora.change-failure-rate", Unit.RATIO), ratios("0.05", "0.1")));
        assertThat(found(ResultDetectors.automationWithoutSimplification(), scorecard, approvals(3, 3)))
                .containsExactly("automation went from 50 % to 80 %, failures from 5 % to 10 %, and there are no fewer"
                        + " approvals: 3");
        assertThat(found(ResultDetectors.automationWithoutSimplification(), scorecard, approvals(3, 2)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-38")
    void four_approvals_instead_of_two_and_a_longer_lead_time_are_found() {
        MetricDefinition leadTime = metric("dora.change-lead-time", Unit.SECONDS);
        assertThat(found(ResultDetectors.growingApprovals(), course(Map.of(leadTime, hours(24, 36))), approvals(2, 4)))
                .containsExactly("approvals went from 2 to 4 while the lead time grew from 1 d to 1 d 12 h");
        assertThat(found(ResultDetectors.growingApprovals(), course(Map.of(leadTime, hours(24, 24))), approvals(2, 4)))
                .isEmpty();
        assertThat(found(ResultDetectors.growingApprovals(), course(Map.of(leadTime, hours(24, 36))), approvals(2, 2)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-29")
    void a_metric_without_target_goal_and_rule_is_found() {
        MetricDefinition vain = metric("acme.page-views", Unit.COUNT);
        Scorecard scorecard = course(Map.of(vain, List.of(Amount.count(1), Amount.count(2))));
        assertThat(found(ResultDetectors.vanityMetric(), scorecard))
                .containsExactly(
                        "the metric acme.page-views has no target, no plan item names it as a goal, and no rule"
                                + " uses it");
        assertThat(found(ResultDetectors.vanityMetric(Set.of("acme.page-views")), scorecard))
                .isEmpty();
        assertThat(found(
                        ResultDetectors.vanityMetric(),
                        scorecard,
                        recorded(PlanItem.builder("P", at(1), "more views")
                                .goal(new OutcomeGoal("acme.page-views", BigDecimal.ONE, BigDecimal.TEN, "views"))
                                .build())))
                .isEmpty();
        assertThat(found(ResultDetectors.vanityMetric(), course(Map.of(UNDER_A_DAY, hours(1, 2)))))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-29")
    void such_a_metric_of_the_registry_is_found() {
        Derived nothing = Log.derive(at(END));
        Scorecard scorecard = Analysis.builder(at(END), ZoneOffset.UTC)
                .metric(new BigReleases().metrics().iterator().next())
                .windows(TWO)
                .build()
                .run(nothing);
        assertThat(found(ResultDetectors.vanityMetric(), scorecard)).hasSize(1);
    }

    @Test
    @Tag("ANTI-37")
    void a_scorecard_of_tool_counts_only_is_found() {
        MetricDefinition tools = metric("acme.tools", Unit.COUNT);
        Scorecard scorecard = course(Map.of(tools, List.of(Amount.count(1), Amount.count(2))));
        assertThat(found(ResultDetectors.toolingProgramme(), scorecard))
                .containsExactly("none of the 1 metrics is about what users get from it");
        Scorecard outcome = course(Map.of(
                tools,
                List.of(Amount.count(1), Amount.count(2)),
                UNDER_A_DAY.with(MetricProfile.PLAIN.primary()),
                hours(1, 1)));
        assertThat(found(ResultDetectors.toolingProgramme(), outcome)).isEmpty();
    }
}
