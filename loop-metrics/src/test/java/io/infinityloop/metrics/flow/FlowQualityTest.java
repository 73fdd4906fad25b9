package io.infinityloop.metrics.flow;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Ways.all;
import static io.infinityloop.metrics.Ways.tested;
import static io.infinityloop.metrics.Ways.way;
import static io.infinityloop.metrics.flow.Flows.and;
import static io.infinityloop.metrics.flow.Flows.hours;
import static io.infinityloop.metrics.flow.Flows.result;
import static io.infinityloop.metrics.flow.Flows.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.link.DefectFound;
import io.infinityloop.metrics.link.FeedbackLoop;
import io.infinityloop.metrics.link.Handoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlowQualityTest {
    private static Recorded incident(String id, double hours, IncidentResponse response) {
        return recorded(new Incident(ArtifactMetadata.of(id, at(hours)), "x", true, null, response));
    }

    @Nested
    class Rework_rate {
        @Test
        @Tag("MET-31")
        void of_8_stages_with_2_extra_attempts_is_20_percent() {
            LoopEvent[] events = all(way("L", 0)
                    .stay(1)
                    .stay(1)
                    .stay(1)
                    .back(BUILD, 4)
                    .stay(1)
                    .stay(1)
                    .stay(1)
                    .stay(1)
                    .stay(1)
                    .stay(1));
            MetricResult.Value value = value(ReworkRate.calculator(), events);
            assertThat(value.n()).isEqualTo(10);
            assertThat(value.headline()).hasToString("0.2");
            assertThat(value.parts())
                    .contains(
                            entry("Build", Amount.count(1)),
                            entry("Test", Amount.count(1)),
                            entry("Code", Amount.count(0)),
                            entry("repeated", Amount.count(2)));
        }
    }

    @Nested
    class Shift_left_index {
        @Test
        @Tag("MET-37")
        void of_10_defects_with_7_before_release_is_70_percent() {
            List<LoopEvent> events = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                events.addAll(
                        way("L" + i, 0).to(CODE, 1).to(BUILD, 2).back(CODE, 3).events());
            }
            for (TestLevel level : List.of(TestLevel.UNIT, TestLevel.CONTRACT, TestLevel.INTEGRATION, TestLevel.E2E)) {
                events.add(tested("t" + level, level, Outcome.FAILED, 1, 2));
            }
            events.addAll(way("M", 0).to(DEPLOY, 5).back(CODE, 6).events());
            events.add(incident("i1", 7, IncidentResponse.UNKNOWN));
            events.add(incident("i2", 8, IncidentResponse.UNKNOWN));
            events.add(incident("drill", 9, IncidentResponse.UNKNOWN.asPractice()));
            MetricResult.Value value = value(ShiftLeftIndex.calculator(), events.toArray(LoopEvent[]::new));
            assertThat(value.headline()).hasToString("0.7");
            assertThat(value.n()).isEqualTo(10);
            assertThat(value.parts())
                    .contains(
                            entry("in Build", Amount.count(5)),
                            entry("in Test", Amount.count(2)),
                            entry("in Deploy", Amount.count(1)),
                            entry("in Operate", Amount.count(2)));
        }

        @Test
        void failures_in_a_row_are_one_defect_and_so_is_a_failure_that_is_sent_back() {
            assertThat(Log.derive(
                                    tested("t1", TestLevel.E2E, Outcome.FAILED, 1, 2),
                                    tested("t2", TestLevel.E2E, Outcome.FAILED, 2, 3),
                                    tested("t3", TestLevel.E2E, Outcome.PASSED, 3, 4),
                                    tested("t4", TestLevel.E2E, Outcome.FAILED, 4, 5))
                            .subjects(DefectFound.class))
                    .extracting(DefectFound::ref)
                    .containsExactly("test-run:t1", "test-run:t4");
            assertThat(Log.derive(all(way("L", 0)
                                    .to(TEST, 1)
                                    .with(tested("t", TestLevel.E2E, Outcome.FAILED, 1, 2))
                                    .back(CODE, 3)))
                            .subjects(DefectFound.class))
                    .extracting(DefectFound::stage)
                    .containsExactly(TEST);
        }
    }

    @Nested
    class Follow_through {
        private PostMortem.Action action(String planItem) {
            return new PostMortem.Action("do " + planItem, planItem);
        }

        private Recorded item(String id, double hours, PlanPlace.Status status) {
            PlanItem item = PlanItem.builder(id, at(hours), id).build();
            PlanPlace place = new PlanPlace(item.place().work(), item.place().level(), status, "", "", null, null);
            return Recorded.of(
                    id + status,
                    Log.SOURCE,
                    new PlanItem(item.metadata(), item.title(), List.of(), List.of(), place, item.brief()));
        }

        @Test
        @Tag("FBK-14")
        void of_4_actions_raised_with_3_done_is_75_percent() {
            PostMortem written = new PostMortem(
                    List.of("a full disk"), List.of(), List.of(action("p1"), action("p2"), action("p3"), action("p4")));
            MetricResult.Value value = value(
                    ImprovementFollowThrough.calculator(),
                    incident("i", 1, IncidentResponse.UNKNOWN.with(written)),
                    item("p1", 2, PlanPlace.Status.CLOSED),
                    item("p2", 2, PlanPlace.Status.CLOSED),
                    item("p3", 2, PlanPlace.Status.OPEN),
                    item("p3", 3, PlanPlace.Status.CLOSED),
                    item("p4", 2, PlanPlace.Status.OPEN));
            assertThat(value.headline()).hasToString("0.75");
            assertThat(value.parts()).containsEntry("with", Amount.count(3)).containsEntry("all", Amount.count(4));
        }

        @Test
        void what_became_no_plan_item_or_was_opened_again_is_not_done() {
            PostMortem written =
                    new PostMortem(List.of("x"), List.of(), List.of(action(""), action("p1"), action("gone")));
            MetricResult.Value value = value(
                    ImprovementFollowThrough.calculator(),
                    incident("i", 1, IncidentResponse.UNKNOWN.with(written)),
                    item("p1", 2, PlanPlace.Status.CLOSED),
                    item("p1", 3, PlanPlace.Status.OPEN));
            assertThat(value.headline()).hasToString("0");
            assertThat(value.n()).isEqualTo(3);
        }
    }

    @Nested
    class Feedback_latency {
        private MetricResult.Value of(FeedbackLoop loop, LoopEvent... events) {
            return value(FeedbackLatency.calculator(loop), events);
        }

        private static Target.Status status(FeedbackLoop loop, MetricResult result) {
            return Objects.requireNonNull(
                            FeedbackLatency.definition(loop).profile().target())
                    .judge(result);
        }

        @Test
        @Tag("MET-28")
        void unit_feedback_of_2_hours_is_slow_and_customer_feedback_of_5_days_is_ok() {
            TestRun unit = TestRun.of("t", at(1), TestLevel.UNIT, Outcome.PASSED);
            MetricResult.Value slow = of(
                    FeedbackLoop.UNIT,
                    Log.commit("a", 0),
                    recorded(new TestRun(
                            unit.metadata().derivedFrom(List.of(ArtifactRef.parse("commit:a"))),
                            unit.stage(),
                            unit.subject(),
                            unit.outcome(),
                            unit.counts(),
                            at(2),
                            unit.coverage())));
            assertThat(slow.headline()).isEqualTo(hours(2));
            assertThat(FeedbackLatency.speed(FeedbackLoop.UNIT, slow.headline().toDuration()))
                    .isEqualTo(FeedbackLatency.Speed.SLOW);
            assertThat(status(FeedbackLoop.UNIT, slow)).isEqualTo(Target.Status.MISSED);

            MetricResult.Value ok = of(
                    FeedbackLoop.CUSTOMER,
                    recorded(Feedback.fromUsers("f", at(0), "too slow").received(at(120))));
            assertThat(ok.headline()).isEqualTo(hours(120));
            assertThat(FeedbackLatency.speed(
                            FeedbackLoop.CUSTOMER, ok.headline().toDuration()))
                    .isEqualTo(FeedbackLatency.Speed.OK);
            assertThat(status(FeedbackLoop.CUSTOMER, ok)).isEqualTo(Target.Status.MET);
        }

        @Test
        @Tag("MET-28")
        void each_of_the_five_loops_has_an_expected_range_and_its_own_metric() {
            assertThat(FeedbackLoop.values()).hasSize(5).allSatisfy(loop -> {
                assertThat(FeedbackLatency.expected(loop).normal())
                        .isLessThan(FeedbackLatency.expected(loop).peak());
                assertThat(FeedbackLatency.definition(loop).id()).isEqualTo("flow.feedback-latency." + loop.label());
            });
            assertThat(FeedbackLatency.speed(FeedbackLoop.CUSTOMER, Duration.ofHours(1)))
                    .isEqualTo(FeedbackLatency.Speed.FAST);
            assertThat(FeedbackLatency.speed(FeedbackLoop.UNIT, Duration.ofMinutes(1)))
                    .isEqualTo(FeedbackLatency.Speed.OK);
        }

        @Test
        void comes_from_tests_deployments_alerts_and_users() {
            IncidentResponse fired = IncidentResponse.UNKNOWN.fired(at(3.5));
            LoopEvent[] log = {
                tested("u", TestLevel.CONTRACT, Outcome.PASSED, 0, 1),
                tested("e", TestLevel.E2E, Outcome.FAILED, 0, 2),
                Log.deployed("d", 3),
                incident("i", 3, fired),
                recorded(Feedback.fromUsers("f", at(0), "x")),
                recorded(Feedback.signal("s", at(4), TEST, PLAN, "y").received(at(8)))
            };
            assertThat(of(FeedbackLoop.UNIT, log).headline()).isEqualTo(hours(1));
            assertThat(of(FeedbackLoop.INTEGRATION, log).parts()).containsEntry("min", hours(2));
            assertThat(of(FeedbackLoop.INTEGRATION, log).parts()).containsEntry("max", hours(4));
            assertThat(of(FeedbackLoop.DEPLOYMENT, log).headline()).isEqualTo(hours(0));
            assertThat(of(FeedbackLoop.PRODUCTION, log).headline()).isEqualTo(hours(0.5));
            assertThat(result(FeedbackLatency.calculator(FeedbackLoop.CUSTOMER), log)
                            .excluded())
                    .containsExactly(entry("not received yet", 1L));
        }
    }

    @Nested
    class Conformance {
        private final LoopEvent[] log = and(
                all(way("L", 0)
                        .to(CODE, 1)
                        .to(BUILD, 2)
                        .to(DEPLOY, 3)
                        .back(CODE, 4)
                        .to(BUILD, 5)),
                all(way("M", 0).to(CODE, 1).to(PLAN, 2)));

        @Test
        void is_the_share_of_moves_that_the_loop_allows() {
            MetricResult.Value value = value(RingConformance.calculator(), log);
            assertThat(value.n()).isEqualTo(6);
            assertThat(value.headline()).hasToString("0.666666667");
            assertThat(value.parts())
                    .contains(
                            entry("allowed", Amount.count(4)),
                            entry("skipped stage", Amount.count(1)),
                            entry("backward move", Amount.count(1)),
                            entry("repeated stage", Amount.count(0)));
        }

        @Test
        void lists_what_deviates() {
            assertThat(RingConformance.deviations(Log.derive(log).subjects()))
                    .extracting(Handoff::deviation)
                    .containsExactly(Handoff.Deviation.BACKWARD_MOVE, Handoff.Deviation.SKIPPED_STAGE);
        }
    }
}
