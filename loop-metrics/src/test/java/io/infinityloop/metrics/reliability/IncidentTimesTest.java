package io.infinityloop.metrics.reliability;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever runs the service goes through. */
class IncidentTimesTest {
    /** The checkout incident: it fires after five minutes, pages 10 s later, and is taken on a minute after that. */
    private static Recorded checkout(IncidentResponse response) {
        Instant fired = at(1).plusSeconds(300);
        return recorded(new Incident(
                ArtifactMetadata.of("INC-1", at(1)),
                "checkout fails",
                true,
                at(2),
                response.fired(fired).paged(fired.plusSeconds(10)).acknowledged(fired.plusSeconds(70))));
    }

    @Test
    @Tag("MET-26")
    void from_the_failure_to_the_alert_to_the_page() {
        List<LoopEvent> log = List.of(checkout(IncidentResponse.UNKNOWN));

        assertThat(Operations.value(TimeToDetect.detect(), log, 0, 24).headline())
                .isEqualTo(Amount.of(Duration.ofMinutes(5)));
        assertThat(Operations.value(TimeToDetect.page(), log, 0, 24).headline())
                .isEqualTo(Amount.of(Duration.ofSeconds(10)));
    }

    @Test
    @Tag("MET-27")
    void from_the_page_to_somebody_who_takes_it_on() {
        List<LoopEvent> log = List.of(checkout(IncidentResponse.UNKNOWN));

        assertThat(Operations.value(TimeToDetect.acknowledge(), log, 0, 24).headline())
                .isEqualTo(Amount.of(Duration.ofMinutes(1)));
    }

    @Test
    void exercises_and_what_nobody_said_are_left_out() {
        Recorded silent = recorded(new Incident(ArtifactMetadata.of("INC-2", at(3)), "slow", true, null));

        MetricResult result = Operations.measure(
                TimeToDetect.page(), List.of(checkout(IncidentResponse.UNKNOWN.asPractice()), silent), 0, 24);

        assertThat(result).isInstanceOf(MetricResult.Undefined.class);
        assertThat(result.excluded()).containsOnly(entry("exercise", 1L), entry("alert or page is not known", 1L));
    }

    @Test
    @Tag("MET-30")
    void four_pages_in_two_days_are_two_a_day() {
        List<LoopEvent> log = List.of(
                Operations.page("a", 1, "OPS"),
                Operations.page("b", 2, "OPS"),
                Operations.page("c", 30, "OPS"),
                Operations.page("d", 40, "OPS"));

        assertThat(Operations.value(OperationalLoad.calculator(), log, 0, 48)
                        .headline()
                        .number())
                .isEqualByComparingTo("2");
    }

    @Test
    void each_sort_of_load_is_told_apart() {
        Recorded quiet = recorded(new AlertFiring(
                ArtifactMetadata.of("e", at(3)).with(Labels.of(Labels.CHANNEL, "EMAIL")), "disk", null, null, null));
        ScalingAction byHand = ScalingAction.of("s", at(4), "web", 3, 5);
        Recorded manual = new Recorded(Log.metadata("s", 4).with(Trigger.MANUAL), null, byHand);
        Recorded automatic = recorded(ScalingAction.of("t", at(5), "web", 5, 4));

        MetricResult.Value value = Operations.value(
                OperationalLoad.calculator(),
                List.of(Operations.page("a", 1, "OPS"), quiet, manual, automatic, checkout(IncidentResponse.UNKNOWN)),
                0,
                24);

        assertThat(value.headline().number()).isEqualByComparingTo("4");
        assertThat(value.parts())
                .containsOnly(
                        entry("alerts", Amount.count(1)),
                        entry("incidents", Amount.count(1)),
                        entry("manual actions", Amount.count(1)),
                        entry("pages", Amount.count(1)));
    }

    @Test
    @Tag("OPS-17")
    void the_share_of_pages_is_told_by_role_and_whether_developers_are_among_them() {
        List<LoopEvent> log = new ArrayList<>(List.of(
                Operations.page("a", 1, "OPS"), Operations.page("b", 2, "OPS"), Operations.page("c", 3, "OPS")));

        MetricResult.Value alone = Operations.value(OnCallSpread.calculator(), log, 0, 24);
        log.add(Operations.page("d", 4, "DEV"));
        MetricResult.Value mixed = Operations.value(OnCallSpread.calculator(), log, 0, 24);

        assertThat(alone.headline().number()).isEqualByComparingTo("0");
        assertThat(mixed.headline().number()).isEqualByComparingTo("0.25");
        assertThat(mixed.parts()).containsOnlyKeys("role DEV", "role OPS");
        assertThat(Operations.part(mixed, "role OPS")).isEqualByComparingTo("0.75");
    }

    @Test
    @Tag("MET-48")
    void down_for_43_2_minutes_in_30_days_is_99_9_percent() {
        Recorded deployment = Log.deployed("d1", 23.9);
        Recorded caused = recorded(new Incident(
                ArtifactMetadata.of("INC-1", at(24)).derivedFrom(List.of(ArtifactRef.parse("deployment:d1"))),
                "down",
                true,
                at(24).plusSeconds(30 * 60)));
        Recorded other = recorded(
                new Incident(ArtifactMetadata.of("INC-2", at(48)), "down", true, at(48).plusMillis(13_200 * 60)));

        MetricResult.Value value =
                Operations.value(Availability.calculator(), List.of(deployment, caused, other), 0, 30 * 24);

        assertThat(value.headline().number()).isEqualByComparingTo(new BigDecimal("0.999"));
        assertThat(value.parts().get("down")).isEqualTo(Amount.of(Duration.parse("PT43M12S")));
        assertThat(value.parts().get("down by deployments")).isEqualTo(Amount.of(Duration.ofMinutes(30)));
    }

    @Test
    void what_is_down_twice_at_once_is_down_once_and_what_lasts_is_down_until_now() {
        List<LoopEvent> log = List.of(
                recorded(new Incident(ArtifactMetadata.of("a", at(0)), "down", true, at(4))),
                recorded(new Incident(ArtifactMetadata.of("b", at(2)), "down", true, at(6))),
                recorded(new Incident(ArtifactMetadata.of("c", at(8)), "down", true, null)),
                recorded(new Incident(ArtifactMetadata.of("d", at(1)), "nobody saw it", false, at(9))));

        MetricResult.Value value = Operations.value(Availability.calculator(), log, 0, 10);

        assertThat(value.headline().number()).isEqualByComparingTo("0.2");
        assertThat(value.excluded()).containsOnly(entry("no impact on customers", 1L));
    }
}
