package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.RestoreClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IncidentLifeTest {
    private static final Instant FIRED = Instant.parse("2026-03-02T14:00:00Z");
    private static final PostMortem LEARNED = new PostMortem(List.of("one provider"), List.of(), List.of());

    private final IncidentLife fired = IncidentLife.fired(
            new Incident(ArtifactMetadata.of("checkout-down", FIRED), "checkout is down", true, null), FIRED);

    @Test
    @Tag("OPS-08")
    void an_incident_goes_through_its_states_in_order_and_keeps_their_instants() {
        IncidentLife closed = fired.page(FIRED.plusSeconds(10))
                .orThrow()
                .acknowledge(FIRED.plusSeconds(60))
                .orThrow()
                .mitigate(FIRED.plusSeconds(300))
                .orThrow()
                .resolve(FIRED.plusSeconds(1_260))
                .orThrow()
                .verify(FIRED.plusSeconds(1_320), Evidence.of("a checkout went through"))
                .orThrow()
                .close(LEARNED, FIRED.plus(Duration.ofDays(1)))
                .orThrow();

        assertThat(closed.state()).isEqualTo(IncidentState.POSTMORTEM_DONE);
        assertThat(closed.course().moves()).extracting(Move::to).containsExactly(IncidentState.values());
        assertThat(closed.at(IncidentState.PAGED)).contains(FIRED.plusSeconds(10));
        assertThat(closed.at(IncidentState.VERIFIED)).contains(FIRED.plusSeconds(1_320));
        assertThat(closed.incident().response().firedAt()).isEqualTo(FIRED);
        assertThat(closed.incident().response().pagedAt()).isEqualTo(FIRED.plusSeconds(10));
        assertThat(closed.incident().response().acknowledgedAt()).isEqualTo(FIRED.plusSeconds(60));
        assertThat(closed.incident().response().verifiedAt()).isEqualTo(FIRED.plusSeconds(1_320));
        assertThat(closed.incident().response().postMortem()).isEqualTo(LEARNED);
        assertThat(closed.incident().duration(RestoreClock.MITIGATED)).contains(Duration.ofMinutes(5));
        assertThat(closed.incident().duration(RestoreClock.RESOLVED)).contains(Duration.ofMinutes(21));
    }

    @Test
    @Tag("OPS-08")
    void a_resolved_incident_is_not_acknowledged_again() {
        IncidentLife resolved = acknowledged().resolve(FIRED.plusSeconds(1_260)).orThrow();

        assertThat(resolved.acknowledge(FIRED.plusSeconds(1_300)))
                .isEqualTo(Progress.refused(
                        resolved,
                        "cannot go from RESOLVED to ACKNOWLEDGED: after RESOLVED comes VERIFIED",
                        List.of("VERIFIED")));
    }

    @Test
    @Tag("OPS-08")
    void a_mitigation_may_be_left_out_and_nothing_else() {
        assertThat(acknowledged().resolve(FIRED.plusSeconds(1_260)).isMoved()).isTrue();

        assertThat(fired.acknowledge(FIRED.plusSeconds(60)).isMoved()).isFalse();
        assertThat(fired.page(FIRED.plusSeconds(10))
                        .orThrow()
                        .resolve(FIRED.plusSeconds(60))
                        .isMoved())
                .isFalse();
        assertThat(acknowledged()
                        .resolve(FIRED.plusSeconds(1_260))
                        .orThrow()
                        .close(LEARNED, FIRED.plus(Duration.ofDays(1)))
                        .isMoved())
                .isFalse();
    }

    private IncidentLife acknowledged() {
        return fired.page(FIRED.plusSeconds(10))
                .orThrow()
                .acknowledge(FIRED.plusSeconds(60))
                .orThrow();
    }
}
