package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.dora.Case.deployed;
import static io.infinityloop.metrics.dora.Case.remedy;
import static io.infinityloop.metrics.dora.Measured.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Deployed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeploymentRatesTest {
    private static Deployed with(DeploymentPurpose purpose, double hour) {
        return deployed(purpose + " " + hour, hour, DeploymentStatus.SUCCEEDED, purpose);
    }

    @Nested
    class Deployment_frequency {
        private static final MetricCalculator<Deployed, ?> METRIC = DeploymentFrequency.calculator();

        private static Amount perDay(String number) {
            return new Amount(new BigDecimal(number), Unit.PER_DAY);
        }

        @Test
        @Tag("THR-03")
        void of_once_a_day_is_not_multiple_and_of_1_1_is() {
            Target multiple = DeploymentFrequency.MULTIPLE_A_DAY;
            assertThat(multiple.judge(onceADay())).isEqualTo(Target.Status.MISSED);
            assertThat(multiple.judge(perDay("1.1"))).isEqualTo(Target.Status.MET);
            assertThat(multiple.source()).isEqualTo("THR-03: multiple a day, read as more than one");
        }

        @Test
        @Tag("THR-18")
        @Tag("D-12")
        void of_once_a_day_reaches_the_minimum_and_misses_the_ideal() {
            Target target = Objects.requireNonNull(METRIC.definition().profile().target());
            assertThat(onceADay().headline()).isEqualTo(perDay("1"));
            assertThat(target.judge(onceADay())).isEqualTo(Target.Status.MINIMUM);
            assertThat(target.judge(perDay("1.1"))).isEqualTo(Target.Status.MET);
            assertThat(target.judge(perDay("0.9"))).isEqualTo(Target.Status.MISSED);
        }

        private static MetricResult.Value onceADay() {
            LoopEvent[] seven = new LoopEvent[7];
            for (int day = 0; day < 7; day++) {
                seven[day] = Log.deployed("d" + day, 24 * day + 12);
            }
            return Measured.value(METRIC, seven);
        }

        @Test
        @Tag("D-11")
        void leaves_out_rollbacks_unless_asked_and_keeps_hotfixes() {
            LoopEvent[] three = {
                Log.deployed("d1", 1, DeploymentPurpose.DELIVERY),
                Log.deployed("d2", 2, DeploymentPurpose.ROLLBACK),
                Log.deployed("d3", 3, DeploymentPurpose.HOTFIX)
            };
            MetricResult.Value value = Measured.value(METRIC, three);
            assertThat(value.parts()).containsEntry("count", Amount.count(2));
            assertThat(value.excluded()).containsExactly(entry("roll-back", 1L));
            MetricCalculator<Deployed, ?> all =
                    DeploymentFrequency.builder().withRollbacks().build();
            assertThat(Measured.value(all, three).n()).isEqualTo(3);
            assertThat(all.definition().id()).isEqualTo("dora.deployment-frequency@rollbacks");
            MetricCalculator<Deployed, ?> planned =
                    DeploymentFrequency.builder().withoutHotfixes().build();
            assertThat(Measured.of(planned, three).excluded()).containsEntry("hotfix", 1L);
        }

        /** Three full weeks of 1, 2 and 5 deployment days; the days before and after belong to no full week. */
        @Test
        void says_on_how_many_days_of_a_full_week_there_is_one() {
            List<Deployed> all = new ArrayList<>();
            int[][] days = {{-1}, {3}, {7, 11}, {14, 15, 16, 17, 20}, {21, 22}};
            for (int[] week : days) {
                for (int day : week) {
                    all.add(deployed("early " + day, 24 * day + 1));
                    all.add(deployed("late " + day, 24 * day + 23));
                }
            }
            Window window = new Window(at(-48), at(23 * 24));
            MetricResult.Value value = (MetricResult.Value) Measured.of(METRIC, window, window.to(), all);
            assertThat(value.parts())
                    .containsEntry("count", Amount.count(22))
                    .containsEntry("deployment days", Amount.count(11))
                    .containsEntry("full weeks", Amount.count(3))
                    .containsEntry("median deployment days a week", Amount.count(2))
                    .containsEntry("median interval", hours(22));
        }

        @Test
        void counts_no_week_that_has_not_ended() {
            Deployed one = deployed("d", 1);
            MetricResult.Value value =
                    (MetricResult.Value) Measured.of(METRIC, new Window(at(0), at(14 * 24)), at(8 * 24), List.of(one));
            assertThat(value.parts()).containsEntry("full weeks", Amount.count(1));
        }
    }

    @Nested
    class Deployment_rework_rate {
        private static final MetricCalculator<Deployed, ?> METRIC = DeploymentReworkRate.calculator();

        private static final Deployed[] LOG = {
            with(DeploymentPurpose.DELIVERY, 1),
            with(DeploymentPurpose.ROLLBACK, 2),
            with(DeploymentPurpose.HOTFIX, 3),
            remedy("d4", 4, "incident/INC-1"),
            with(DeploymentPurpose.UNKNOWN, 5)
        };

        @Test
        void of_a_roll_back_a_hotfix_and_a_remedy_in_5_is_60_percent() {
            MetricResult.Value value = Measured.value(METRIC, LOG);
            assertThat(value.headline()).hasToString("0.6");
            assertThat(value.parts())
                    .containsOnly(
                            entry("all", Amount.count(5)),
                            entry("hotfixes", Amount.count(1)),
                            entry("remedies", Amount.count(1)),
                            entry("roll-backs", Amount.count(1)),
                            entry("unknown purpose", Amount.count(1)));
        }

        @Test
        void without_roll_backs_is_2_in_4() {
            MetricResult.Value value = Measured.value(DeploymentReworkRate.withoutRollbacks(), LOG);
            assertThat(value.headline()).hasToString("0.5");
            assertThat(value.definition()).isEqualTo("dora.deployment-rework-rate@without-rollbacks");
        }

        @Test
        void is_undefined_where_nobody_said_what_they_were_for() {
            assertThat(Measured.of(METRIC, with(DeploymentPurpose.UNKNOWN, 5)))
                    .hasToString("undefined: nobody said what the 1 production deployments in this window were for");
            assertThat(Measured.of(METRIC, with(DeploymentPurpose.DELIVERY, 200), with(DeploymentPurpose.DELIVERY, 5)))
                    .hasToString("0, n=1");
        }
    }
}
