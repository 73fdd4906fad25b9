package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.catalogue.KeyMetric;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.link.Facts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The five key metrics of the lesson on one log, with statuses that were worked by hand. */
class KeyMetricsTest {
    private static final Window WEEK = new Window(Log.at(0), Log.at(168));

    /** Eight deployments, each of a change that is 20 hours old; the third fails for two hours; one loop goes well. */
    private static List<LoopEvent> log() {
        List<LoopEvent> events = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            double at = 8 + 16.0 * i;
            events.add(Log.commit("c" + i, at - 20));
            events.add(Log.deployed("d" + i, at, "commit:c" + i));
        }
        events.add(Log.resolved("i1", 57, 59, "deployment:d3"));
        events.add(Log.started("L", 0));
        double entered = 0;
        for (Stage stage : List.of(Stage.PLAN, Stage.CODE, Stage.BUILD, Stage.TEST)) {
            events.add(Log.advanced("L", stage, entered, entered + 2));
            entered += 2;
        }
        return events;
    }

    private static String row(Cell cell) {
        MetricResult.Value value = (MetricResult.Value) cell.result();
        Target target = cell.target();
        return cell.metric().id() + " " + value.headline() + " n=" + value.n() + " "
                + (target == null ? "" : target.limit() + " ") + cell.status().orElse(Target.Status.NO_DATA);
    }

    @Test
    @Tag("MET-41")
    void five_rows_have_value_unit_n_window_target_and_status() {
        List<String> five = Catalogue.standard().loopMetrics().stream()
                .map(KeyMetric::metric)
                .toList();
        Scorecard scorecard = Analysis.builder(Log.at(400), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(KeyMetricsTest.class.getClassLoader()))
                .window(WEEK)
                .build()
                .run(Facts.of(log()));
        assertThat(five.stream().map(id -> row(scorecard.find(id, WEEK).orElseThrow())))
                .containsExactly(
                        "dora.change-lead-time 72000s n=8 < 86400s MET",
                        "dora.deployment-frequency 1.142857143/day n=8 > 1/day MET",
                        "dora.change-failure-rate 0.125 n=8 < 0.15 MET",
                        "dora.time-to-restore 7200s n=1 < 3600s MISSED",
                        "flow.complete-and-accurate 1 n=4 > 0.9 MET");
    }
}
