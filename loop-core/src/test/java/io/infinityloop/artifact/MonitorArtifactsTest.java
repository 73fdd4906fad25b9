package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Aim.Addressee;
import io.infinityloop.artifact.Aim.Target;
import io.infinityloop.artifact.Grounds.Basis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorArtifactsTest {
    private static final Instant T0 = Instant.parse("2026-01-11T09:00:00Z");
    private static final Reading.Metric P95 = new Reading.Metric("latency p95", new BigDecimal("3120.5"), "ms");
    private static final Insight REPORTED = Insight.of("I-1", T0, "Half of the payments take over 3 s");

    @Test
    @Tag("ART-24")
    void an_insight_says_what_was_seen_and_measured_where_it_leads_and_what_to_do() {
        Insight insight = REPORTED.proposing("Cache the card check")
                .with(Grounds.of(InsightCategory.PERFORMANCE, P95).with(Trend.WORSENING))
                .with(Aim.at(Target.PRODUCT).foundIn(1));

        assertThat(insight.observation()).isEqualTo("Half of the payments take over 3 s");
        assertThat(insight.grounds().evidence()).containsExactly(P95);
        assertThat(insight.grounds().trend()).isEqualTo(Trend.WORSENING);
        assertThat(insight.proposedAction()).isEqualTo("Cache the card check");
        assertThat(insight.aim().target()).isEqualTo(Target.PRODUCT);
        assertThat(insight.aim().cycle()).isEqualTo(1);
        assertThat(insight.gaps()).isEmpty();
    }

    @Test
    @Tag("ART-24")
    void an_insight_without_evidence_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grounds.of(InsightCategory.PERFORMANCE))
                .withMessage("an insight needs evidence, at least one number that was measured; who found nothing"
                        + " records that nothing was found");
    }

    @Test
    @Tag("ART-24")
    void that_nobody_told_of_evidence_is_said_in_so_many_words_and_a_gap() {
        assertThat(REPORTED.grounds()).isEqualTo(Grounds.UNREPORTED);
        assertThat(REPORTED.gaps()).extracting(Gap::field).containsExactly("evidence");
    }

    @Test
    void that_nothing_was_found_is_a_record_of_its_own() {
        Insight nothing = Insight.nothingFound("week-3", T0);

        assertThat(nothing.isNothingFound()).isTrue();
        assertThat(nothing.gaps()).isEmpty();
        assertThat(REPORTED.isNothingFound()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.proposing("act"))
                .withMessageContaining("nothing was found, and proposes an action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grounds(Basis.NOTHING_FOUND, null, List.of(P95), null));
    }

    @Test
    @Tag("OBS-20")
    void there_are_six_categories_and_an_insight_needs_one() {
        assertThat(InsightCategory.values())
                .containsExactly(
                        InsightCategory.CUSTOMER_EXPERIENCE,
                        InsightCategory.CUSTOMER_BEHAVIOR,
                        InsightCategory.PERFORMANCE,
                        InsightCategory.COMPLIANCE,
                        InsightCategory.ERRORS,
                        InsightCategory.TRENDS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grounds(Basis.EVIDENCE, null, List.of(P95), null))
                .withMessageStartingWith("an insight needs a category, one of [CUSTOMER_EXPERIENCE");
    }

    @Test
    @Tag("FBK-07")
    void an_insight_without_addressee_is_for_both_roles() {
        assertThat(REPORTED.aim().addressees()).containsExactly(Addressee.PRODUCT, Addressee.DEVELOPMENT);
        assertThat(Aim.at(Target.PROCESS).addressees()).containsExactly(Addressee.PRODUCT, Addressee.DEVELOPMENT);
        assertThat(Aim.at(Target.PROCESS).to(Addressee.DEVELOPMENT).addressees())
                .containsExactly(Addressee.DEVELOPMENT);
        assertThat(Aim.UNKNOWN.to(Addressee.DEVELOPMENT, Addressee.PRODUCT)).isEqualTo(Aim.UNKNOWN);
    }

    @Test
    void a_cycle_is_counted_from_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aim.UNKNOWN.foundIn(-1))
                .withMessage("cycle -1 is negative: cycles are counted from 1");
    }

    @Test
    @Tag("OBS-01")
    void telemetry_is_a_metric_a_log_or_a_trace_of_a_service_at_an_instant() {
        List<Reading> readings = List.of(
                P95,
                new Reading.Log("ERROR", "card check timed out"),
                new Reading.Trace("4bf92f35", "00f067aa", "", "POST /pay", Duration.ofMillis(3120)));

        assertThat(readings).extracting(Reading::telemetry).containsExactly(Reading.Telemetry.values());
        assertThat(readings)
                .map(reading -> Measurement.of("M-1", T0, "shop", reading))
                .allSatisfy(measurement -> {
                    assertThat(measurement.at()).isEqualTo(T0);
                    assertThat(measurement.labels().get(Labels.SERVICE)).contains("shop");
                    assertThat(measurement.gaps()).isEmpty();
                });
        assertThat(new Measurement(ArtifactMetadata.of("M-1", T0), P95).gaps())
                .extracting(Gap::field)
                .containsExactly("labels.service");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading.Trace("t", "s", "", "o", Duration.ofNanos(-1)))
                .withMessageContaining("is negative");
    }
}
