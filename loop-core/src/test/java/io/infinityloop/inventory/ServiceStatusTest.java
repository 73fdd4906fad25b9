package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Reading;
import io.infinityloop.inventory.ServiceStatus.Indicator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServiceStatusTest {
    private static Reading.Metric metric(String name, String value, String unit) {
        return new Reading.Metric(name, new BigDecimal(value), unit);
    }

    @Test
    @Tag("OPS-25")
    void the_dashboard_of_the_checkout_service_has_four_lines_and_one_dependency_is_degraded() {
        ServiceStatus checkout = new ServiceStatus(
                "Checkout Service",
                Instant.EPOCH,
                List.of(
                        new Indicator("Requests", List.of(metric("requests", "1200", "/min")), ""),
                        new Indicator("Errors", List.of(metric("errors", "0.3", "%")), "<1%"),
                        new Indicator(
                                "Latency",
                                List.of(
                                        metric("p50", "100", "ms"),
                                        metric("p95", "300", "ms"),
                                        metric("p99", "800", "ms")),
                                "")),
                new TreeMap<>(Map.of("Database", Health.HEALTHY, "Payment API", Health.DEGRADED)));

        assertThat(checkout.lines())
                .containsExactly(
                        "Requests: 1200/min",
                        "Errors: 0.3% (target: <1%)",
                        "Latency: p50=100ms, p95=300ms, p99=800ms",
                        "Dependency health: Database (healthy), Payment API (degraded)");
        assertThat(checkout.dependencies(Health.DEGRADED)).containsExactly("Payment API");
        assertThat(checkout.worst()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void a_service_that_depends_on_nothing_is_as_healthy_as_can_be() {
        ServiceStatus alone = new ServiceStatus("shop", Instant.EPOCH, List.of(), new TreeMap<>());
        assertThat(alone.worst()).isEqualTo(Health.HEALTHY);
        assertThat(alone.lines()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Indicator("Errors", List.of(), ""))
                .withMessage("indicator Errors needs a number");
        assertThat(Health.values()).containsExactly(Health.HEALTHY, Health.DEGRADED, Health.DOWN);
    }
}
