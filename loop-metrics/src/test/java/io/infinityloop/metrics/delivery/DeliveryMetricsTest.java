package io.infinityloop.metrics.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProfile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryMetricsTest {
    static Stream<MetricCalculator<?, ?>> metrics() {
        return new DeliveryMetrics().metrics().stream();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void each_metric_says_all_there_is_to_know_of_it(MetricCalculator<?, ?> metric) {
        MetricProfile profile = metric.definition().profile();
        assertThat(metric.definition().id()).startsWith("delivery.").doesNotContain("@");
        assertThat(profile.formula()).isNotBlank();
        assertThat(profile.audiences()).isNotEmpty();
        assertThat(profile.dimension()).isNotNull();
    }

    @Test
    void the_catalogues_ids_are_there() {
        assertThat(metrics().map(metric -> metric.definition().id()))
                .contains(
                        "delivery.build-duration",
                        "delivery.build-success-rate",
                        "delivery.test-pass-rate",
                        "delivery.deployment-duration",
                        "delivery.deployment-success-rate")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_missing_choice_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> BuildDuration.builder().attempts(nothing()))
                .withMessage("which");
        assertThatNullPointerException()
                .isThrownBy(() -> TestPassRate.calculator(nothing()))
                .withMessage("attempts");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
