package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.catalogue.AntiPattern;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.catalogue.KeyMetric;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ids of the teaching catalogue are those of the registry. */
class CatalogueTest {
    /** What the catalogue teaches and this release does not measure. */
    private static final Set<String> NOT_MEASURED = Set.of(
            "flow.complete-and-accurate",
            "delivery.build-duration",
            "delivery.build-success-rate",
            "delivery.test-pass-rate",
            "delivery.deployment-duration",
            "delivery.deployment-success-rate");

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    @Tag("CAT-09")
    void every_metric_is_in_the_registry_or_known_not_to_be() {
        Set<String> absent = new TreeSet<>(ids(CATALOGUE.metrics()));
        MetricRegistry.discover(CatalogueTest.class.getClassLoader())
                .all()
                .forEach(metric -> absent.remove(metric.definition().id()));
        assertThat(absent).containsExactlyInAnyOrderElementsOf(NOT_MEASURED);
    }

    @Test
    @Tag("CAT-09")
    void key_metrics_belong_to_two_stages_and_to_the_loop_as_a_whole() {
        for (Stage stage : Stage.all()) {
            assertThat(CATALOGUE.stage(stage).metrics())
                    .as(stage.name())
                    .hasSize(stage == Stage.BUILD || stage == Stage.DEPLOY ? 3 : 0);
        }
        assertThat(ids(CATALOGUE.loopMetrics()))
                .containsExactly(
                        "dora.change-lead-time",
                        "dora.deployment-frequency",
                        "dora.change-failure-rate",
                        "dora.time-to-restore",
                        "flow.complete-and-accurate");
    }

    @Test
    void metrics_can_be_reported_by_side_of_calmr() {
        assertThat(ids(CATALOGUE.metrics(CalmrDimension.LEAN_FLOW)))
                .contains("dora.change-lead-time", "dora.deployment-frequency");
    }

    /** Detectors have a name of their own, so that no metric is taken for one. */
    @Test
    void detectors_are_named_apart_from_metrics() {
        List<String> detectors = CATALOGUE.antiPatterns().stream()
                .map(AntiPattern::detector)
                .distinct()
                .toList();
        assertThat(detectors).hasSize(33).allMatch(id -> id.startsWith("finding."));
    }

    private static List<String> ids(List<KeyMetric> metrics) {
        return metrics.stream().map(KeyMetric::metric).toList();
    }
}
