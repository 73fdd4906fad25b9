package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.catalogue.AntiPattern;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.catalogue.KeyMetric;
import io.infinityloop.metrics.finding.DetectorRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ids of the teaching catalogue are those of the registry. */
class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    @Tag("CAT-09")
    void every_metric_is_in_the_registry() {
        Set<String> absent = new TreeSet<>(ids(CATALOGUE.metrics()));
        MetricRegistry.discover(CatalogueTest.class.getClassLoader())
                .all()
                .forEach(metric -> absent.remove(metric.definition().id()));
        assertThat(absent).isEmpty();
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

    @Test
    @Tag("CAT-09")
    void every_detector_of_the_catalogue_is_in_the_registry_and_names_its_cards() {
        DetectorRegistry registry = DetectorRegistry.discover(CatalogueTest.class.getClassLoader());
        for (AntiPattern pattern : CATALOGUE.antiPatterns()) {
            String id = pattern.detector();
            if (id != null) {
                assertThat(registry.find(id))
                        .as(id)
                        .hasValueSatisfying(definition -> assertThat(definition.antiPatterns())
                                .contains(pattern.card().id()));
            }
        }
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
