package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Found.automated;
import static io.infinityloop.metrics.finding.Found.in;
import static io.infinityloop.metrics.finding.Found.manual;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Stage;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.link.Backup;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OperateDetectorsTest {
    private static Recorded sample(String service, double hours) {
        return recorded(Measurement.of(
                service + hours, at(hours), service, new Reading.Metric("latency", BigDecimal.ONE, "ms")));
    }

    private static LoopEvent[] many(int count, IntFunction<LoopEvent> event) {
        return IntStream.range(0, count).mapToObj(event).toArray(LoopEvent[]::new);
    }

    private static Recorded incident(int i, String... responders) {
        IncidentResponse response = IncidentResponse.UNKNOWN;
        for (String responder : responders) {
            response = response.joined(responder, at(i + 0.5));
        }
        return ofService(
                "shop", recorded(new Incident(ArtifactMetadata.of("i" + i, at(i)), "", false, null, response)));
    }

    private static Recorded alert(int i, boolean acknowledged) {
        return recorded(new AlertFiring(
                ArtifactMetadata.of("a" + i, at(i)), "cpu", null, acknowledged ? at(i + 0.1) : null, null));
    }

    @Test
    @Tag("ANTI-24")
    void scaling_by_hand_is_found() {
        Recorded added = recorded(ScalingAction.of("s1", at(3), "shop", 2, 3));
        assertThat(messages(OperateDetectors.manualScaling(), 100, manual(added)))
                .containsExactly("shop was scaled from 2 to 3 by hand");
        assertThat(messages(OperateDetectors.manualScaling(), 100, automated(added)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-25")
    void a_deployed_service_without_samples_for_24_hours_is_found() {
        Recorded deployment = ofService("shop", deployed("d1", 10));
        assertThat(messages(OperateDetectors.noTelemetry(), 34, deployment))
                .containsExactly("shop runs in production, and nothing was measured of it for 1 d, found from 1 d on");
        assertThat(messages(OperateDetectors.noTelemetry(), 33.9, deployment)).isEmpty();
        assertThat(messages(OperateDetectors.noTelemetry(), 34, deployment, sample("shop", 20)))
                .isEmpty();
        assertThat(messages(OperateDetectors.noTelemetry(), 34, deployment, sample("mail", 20)))
                .hasSize(1);
        assertThat(messages(OperateDetectors.noTelemetry(), 60, deployment, sample("shop", 11), sample("shop", 40)))
                .containsExactly(
                        "shop runs in production, and nothing was measured of it for 1 d 5 h, found from 1 d on");
    }

    @Test
    @Tag("ANTI-28")
    void a_loop_that_leaves_monitor_with_no_data_is_found_by_the_same_detector_under_both_ids() {
        LoopEvent[] blind = {
            advanced("L", Stage.DEPLOY, 0, 5), advanced("L", Stage.OPERATE, 5, 10), advanced("L", Stage.MONITOR, 10, 15)
        };
        assertThat(Found.by(OperateDetectors.noTelemetry(), 100, blind))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.antiPatterns())
                            .containsExactly("operate-no-monitoring", "monitor-no-monitoring");
                    assertThat(finding.message()).isEqualTo("L left MONITOR, and nothing was measured since " + at(5));
                });
        LoopEvent[] seen = Stream.concat(Stream.of(blind), Stream.of(in("L", sample("shop", 8))))
                .toArray(LoopEvent[]::new);
        assertThat(messages(OperateDetectors.noTelemetry(), 100, seen)).isEmpty();
        LoopEvent[] beside =
                Stream.concat(Stream.of(blind), Stream.of(sample("shop", 8))).toArray(LoopEvent[]::new);
        assertThat(messages(OperateDetectors.noTelemetry(), 100, beside)).isEmpty();
    }

    @Test
    @Tag("ANTI-26")
    void eight_of_ten_alerts_without_action_are_found_with_a_limit_of_half() {
        Detector<?, ?> half = OperateDetectors.alertFatigue(new BigDecimal("0.5"));
        assertThat(messages(half, 100, many(10, i -> alert(i, i < 2))))
                .containsExactly("8 of 10 alerts led to no action: 80 %, found from > 50 %");
        assertThat(messages(half, 100, many(10, i -> alert(i, i < 5)))).isEmpty();
        LoopEvent reason = recorded(new Incident(
                ArtifactMetadata.of("i", at(50)).derivedFrom(List.of(ArtifactRef.parse("alert-firing:a0"))),
                "",
                false,
                null));
        assertThat(messages(half, 100, alert(0, false), reason)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperateDetectors.alertFatigue(new BigDecimal(50)))
                .withMessage("finding.alert-fatigue: a share of 50 is no limit, expected 0 to 1");
    }

    @Test
    @Tag("ANTI-27")
    void ten_of_ten_incidents_with_one_responder_are_found_and_the_key_is_not_shown() {
        LoopEvent[] same = many(10, i -> incident(i, "k-7f3a"));
        assertThat(Found.by(OperateDetectors.singleResponder(), 100, same))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo(
                                    "10 of 10 incidents of shop needed one and the same responder, and nobody else came");
                    assertThat(finding.toString() + finding.figures() + finding.evidence())
                            .doesNotContain("7f3a");
                    assertThat(finding.evidence()).hasSize(10);
                });
        LoopEvent[] two = many(10, i -> incident(i, i == 9 ? "k-0b11" : "k-7f3a"));
        assertThat(messages(OperateDetectors.singleResponder(), 100, two)).isEmpty();
        LoopEvent[] help = many(10, i -> i == 9 ? incident(i, "k-7f3a", "k-0b11") : incident(i, "k-7f3a"));
        assertThat(messages(OperateDetectors.singleResponder(), 100, help)).isEmpty();
        assertThat(messages(OperateDetectors.singleResponder(), 100, many(10, i -> incident(i, "sre"))))
                .isEmpty();
        assertThat(messages(OperateDetectors.singleResponder(), 100, many(2, i -> incident(i, "k-7f3a"))))
                .isEmpty();
    }

    @Test
    @Tag("OPS-21")
    void a_backup_of_25_hours_is_found_and_one_of_24_is_fine() {
        Recorded backup = ofService("shop", recorded(backup("k1", 0)));
        assertThat(messages(OperateDetectors.oldBackup(), 25, backup))
                .containsExactly("the last backup of shop is 1 d 1 h old, more than 1 d");
        assertThat(messages(OperateDetectors.oldBackup(), 24, backup)).isEmpty();
        assertThat(messages(OperateDetectors.oldBackup(), 45, backup, ofService("shop", recorded(backup("k2", 24)))))
                .isEmpty();
        assertThat(messages(OperateDetectors.oldBackup(), 45, backup, ofService("shop", recorded(backup("k2", 30)))))
                .containsExactly("the backup of shop was 1 d 6 h old when the next one was made, more than 1 d");
    }

    private static CustomArtifact backup(String id, double hours) {
        return new CustomArtifact(
                ArtifactMetadata.of(id, at(hours)), new ArtifactKind(Backup.KIND, Stage.OPERATE), new TreeMap<>());
    }

    @Test
    void bad_limits_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperateDetectors.noTelemetry(Duration.ofMinutes(5)))
                .withMessage("finding.no-telemetry: the option 'limit' is PT5M, expected an hour or more: what is"
                        + " shorter is no silence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperateDetectors.singleResponder(1))
                .withMessage("finding.single-responder: the option 'incidents' is 1, expected 2 or more");
    }
}
