package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.metadata;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.delivery.Figures.hours;
import static io.infinityloop.metrics.delivery.Figures.ratio;
import static io.infinityloop.metrics.delivery.Figures.result;
import static io.infinityloop.metrics.delivery.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.DebtItem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanMetricsTest {
    private static Recorded reading(String id, double hour, String name, String value, String unit) {
        return recorded(new Measurement(
                ArtifactMetadata.of(id, at(hour)), new Reading.Metric(name, new BigDecimal(value), unit)));
    }

    @Nested
    class Schedule {
        @Test
        @Tag("MET-43")
        void of_4_planned_releases_of_which_3_left_on_time_is_75_percent() {
            MetricResult.Value value = value(
                    SchedulePredictability.calculator(),
                    labelled(release("v1", 1), SchedulePredictability.PLANNED, "2026-01-05"),
                    labelled(release("v2", 30), SchedulePredictability.PLANNED, "2026-01-06"),
                    labelled(release("v3", 71.9), SchedulePredictability.PLANNED, "2026-01-07"),
                    labelled(release("v4", 72), SchedulePredictability.PLANNED, "2026-01-07"),
                    labelled(release("v5", 72), SchedulePredictability.PLANNED, "soon"),
                    release("v6", 72));
            assertThat(value.headline()).isEqualTo(ratio("0.75"));
            assertThat(value.parts())
                    .containsExactly(
                            entry("early", Amount.count(0)),
                            entry("late", Amount.count(1)),
                            entry("on time", Amount.count(3)));
            assertThat(value.excluded())
                    .containsOnly(entry("planned day unreadable", 1L), entry("not planned for a day", 1L));
        }
    }

    @Nested
    class Coverage {
        @Test
        @Tag("MET-52")
        void of_70_and_then_75_percent_has_risen_by_5_points() {
            MetricResult.Value value = value(
                    CodeCoverage.calculator(),
                    reading("m1", 1, CodeCoverage.READING, "70", "%"),
                    reading("m2", 2, CodeCoverage.READING, "0.75", ""),
                    reading("m3", 3, CodeCoverage.READING, "75", "lines"),
                    reading("m4", 3, "latency", "75", "ms"));
            assertThat(value.headline()).isEqualTo(ratio("0.75"));
            assertThat(value.parts())
                    .containsExactly(
                            entry("change in points", new Amount(BigDecimal.valueOf(5), Unit.NUMBER)),
                            entry("first", ratio("0.7")));
            assertThat(value.excluded()).containsExactly(entry("no part of a whole", 1L));
        }
    }

    @Nested
    class Adoption {
        private Recorded users(String id, double hour, String name, String value) {
            return labelled(reading(id, hour, name, value, ""), FeatureAdoption.FLAG, "new-basket");
        }

        @Test
        @Tag("MET-39")
        void of_200_users_who_see_a_feature_and_50_who_use_it_is_25_percent() {
            MetricResult.Value value = value(
                    FeatureAdoption.calculator(),
                    users("m1", 1, FeatureAdoption.EXPOSED, "100"),
                    users("m2", 2, FeatureAdoption.EXPOSED, "200"),
                    users("m3", 2, FeatureAdoption.USING, "50"),
                    reading("m4", 2, FeatureAdoption.USING, "7", ""));
            assertThat(value.headline()).isEqualTo(ratio("0.25"));
            assertThat(value.excluded()).containsExactly(entry("feature unknown", 1L));
        }

        @Test
        void leaves_out_a_feature_that_more_use_than_can_see_it() {
            assertThat(result(
                            FeatureAdoption.calculator(),
                            users("m2", 2, FeatureAdoption.EXPOSED, "20"),
                            users("m3", 2, FeatureAdoption.USING, "50")))
                    .isInstanceOf(MetricResult.Undefined.class);
        }
    }

    @Nested
    class Debt {
        private Recorded item(String id, double opened, double told, PlanPlace.Status status, String area) {
            PlanItem item = PlanItem.builder(id, at(opened), "").status(status).build();
            return labelled(new Recorded(metadata(id + told, told), null, item), DebtItem.AREA, area);
        }

        private final LoopEvent[] log = {
            item("old", -48, -48, PlanPlace.Status.OPEN, "code"),
            item("d1", 10, 10, PlanPlace.Status.OPEN, "code"),
            item("d2", 20, 20, PlanPlace.Status.OPEN, "tests"),
            item("d3", 30, 30, PlanPlace.Status.OPEN, "pipelines"),
            item("d2", 20, 40, PlanPlace.Status.CLOSED, "tests"),
            item("d2", 20, 50, PlanPlace.Status.CLOSED, "tests")
        };

        @Test
        @Tag("MET-45")
        void of_3_opened_and_1_closed_has_grown_by_2_and_its_areas_and_ages_are_shown() {
            MetricResult.Value value =
                    (MetricResult.Value) result(DebtGrowth.calculator(), new Window(at(0), at(48)), log);
            assertThat(value.headline()).isEqualTo(Amount.count(2));
            assertThat(value.parts())
                    .containsExactly(
                            entry("closed", Amount.count(1)),
                            entry("median age", hours(38)),
                            entry("open", Amount.count(3)),
                            entry("open: code", Amount.count(2)),
                            entry("open: pipelines", Amount.count(1)),
                            entry("opened", Amount.count(3)));
        }

        @Test
        void that_is_closed_at_the_end_of_a_window_is_open_in_it_and_a_trend_is_seen_from_window_to_window() {
            MetricResult.Value first =
                    (MetricResult.Value) result(DebtGrowth.calculator(), new Window(at(0), at(40)), log);
            MetricResult.Value second =
                    (MetricResult.Value) result(DebtGrowth.calculator(), new Window(at(40), at(80)), log);
            assertThat(first.headline()).isEqualTo(Amount.count(3));
            assertThat(first.parts()).containsEntry("open", Amount.count(4));
            assertThat(second.headline()).isEqualTo(Amount.count(-1));
        }
    }
}
