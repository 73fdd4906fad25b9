package io.infinityloop.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.telemetry.MonitoringPlan.Unwatched;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitoringPlanTest {
    private static final MonitoredMetric LATENCY =
            new MonitoredMetric("checkout", "latency p95", MonitoredKind.APPLICATION, MetricSource.PASSIVE);
    private static final MonitoredMetric CPU =
            new MonitoredMetric("checkout", "cpu", MonitoredKind.INFRASTRUCTURE, MetricSource.UNKNOWN);
    private static final MonitoredMetric ORDERS =
            new MonitoredMetric("checkout", "orders", MonitoredKind.BUSINESS, MetricSource.UNKNOWN);

    @Test
    @Tag("OBS-14")
    @Tag("OBS-19")
    void what_is_read_at_the_end_users_is_primary_whether_passive_or_active() {
        assertThat(metric(MetricSource.ACTIVE).rank()).contains(MetricRank.PRIMARY);
        assertThat(metric(MetricSource.PASSIVE).rank()).contains(MetricRank.PRIMARY);
        assertThat(metric(MetricSource.MIDDLEWARE).rank()).contains(MetricRank.SECONDARY);
        assertThat(metric(MetricSource.UNKNOWN).rank()).isEmpty();
        assertThat(MetricSource.values())
                .filteredOn(MetricSource::isEndUser)
                .containsExactly(MetricSource.PASSIVE, MetricSource.ACTIVE);
    }

    @Test
    @Tag("OBS-22")
    void a_service_without_a_business_metric_has_a_gap() {
        assertThat(MonitoredKind.values())
                .containsExactly(MonitoredKind.APPLICATION, MonitoredKind.INFRASTRUCTURE, MonitoredKind.BUSINESS);

        MonitoringPlan plan = new MonitoringPlan(List.of("checkout"), List.of(LATENCY, CPU));
        assertThat(plan.gaps()).containsExactly(new Unwatched("checkout", MonitoredKind.BUSINESS));
        assertThat(plan.gaps().get(0).message())
                .isEqualTo("service checkout has no BUSINESS metric: expected at least one");
        assertThat(new MonitoringPlan(List.of("checkout"), List.of(LATENCY, CPU, ORDERS)).gaps())
                .isEmpty();
    }

    @Test
    @Tag("OBS-22")
    void a_service_that_nobody_watches_has_all_three() {
        MonitoringPlan plan = new MonitoringPlan(List.of("checkout", "search"), List.of(LATENCY, CPU, ORDERS));

        assertThat(plan.gaps()).extracting(Unwatched::service).containsExactly("search", "search", "search");
    }

    private static MonitoredMetric metric(MetricSource source) {
        return new MonitoredMetric("checkout", "page load", MonitoredKind.APPLICATION, source);
    }
}
