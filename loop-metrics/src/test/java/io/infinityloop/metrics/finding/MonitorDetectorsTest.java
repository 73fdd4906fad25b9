package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.Recorded;
import io.infinityloop.rule.RetentionPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorDetectorsTest {
    private static Recorded sample(double hours) {
        return recorded(
                Measurement.of("m" + hours, at(hours), "shop", new Reading.Metric("latency", BigDecimal.ONE, "ms")));
    }

    private static Recorded note(double hours, String... about) {
        return recorded(new OperationRecord(
                ArtifactMetadata.of("o", at(hours))
                        .derivedFrom(
                                List.of(about).stream().map(ArtifactRef::parse).toList()),
                "faster by a third"));
    }

    @Test
    @Tag("ANTI-30")
    void telemetry_of_89_days_is_found_and_90_days_are_fine() {
        assertThat(messages(MonitorDetectors.shortRetention(), 89 * 24, sample(0), sample(50)))
                .containsExactly("the telemetry of shop goes back 89 d, less than 90 d");
        assertThat(messages(MonitorDetectors.shortRetention(), 90 * 24, sample(0), sample(50)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-30")
    @Tag("OBS-12")
    void a_store_that_keeps_data_for_30_days_is_found() {
        Detector<?, ?> stores = MonitorDetectors.shortRetention(List.of(
                new RetentionPolicy("metrics", Duration.ofDays(30)), new RetentionPolicy("logs", Duration.ofDays(90))));
        assertThat(messages(stores, 100 * 24, sample(0)))
                .containsExactly("the store metrics keeps data for 30 d, less than 90 d");
        assertThat(Found.by(stores, 100 * 24, sample(0)).get(0).source()).contains("ANTI-30");
    }

    @Test
    @Tag("FBK-11")
    void a_release_that_nobody_observed_is_found() {
        Recorded deployment = ofService("shop", deployed("d1", 10));
        assertThat(messages(MonitorDetectors.unobservedRelease(), 40, deployment))
                .containsExactly("deployment d1 went to production, and nothing was measured or noted of it");
        assertThat(messages(MonitorDetectors.unobservedRelease(), 40, deployment, sample(12)))
                .containsExactly("deployment d1 went to production, and nobody noted what came of it");
        assertThat(messages(MonitorDetectors.unobservedRelease(), 40, deployment, note(12, "deployment:d1")))
                .containsExactly("deployment d1 went to production, and nothing was measured of it");
        assertThat(messages(
                        MonitorDetectors.unobservedRelease(), 40, deployment, sample(12), note(12, "deployment:d1")))
                .isEmpty();
        assertThat(messages(MonitorDetectors.unobservedRelease(), 33, deployment))
                .isEmpty();
    }
}
