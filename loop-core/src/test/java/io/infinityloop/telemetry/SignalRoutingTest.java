package io.infinityloop.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignalRoutingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SignalRouting ROUTING = new SignalRouting(new TreeMap<>(Map.of("A", "team-a", "B", "team-b")));

    @Test
    @Tag("OBS-24")
    void a_signal_of_a_service_goes_to_the_role_that_owns_it() {
        Measurement signal = signal("A");

        assertThat(ROUTING.route(signal)).isEqualTo(new SignalRoute.ToOwner(signal.ref(), "A", "team-a"));
    }

    @Test
    @Tag("OBS-24")
    void a_signal_that_nobody_would_hear_of_is_a_finding() {
        Measurement signal = signal("C");
        SignalRoute.NoOwner finding = new SignalRoute.NoOwner(signal.ref(), "C");

        assertThat(ROUTING.route(signal)).isEqualTo(finding);
        assertThat(finding.message()).isEqualTo("service C has no owner who could hear of measurement:m1: name a role");

        Incident nowhere = new Incident(ArtifactMetadata.of("i1", NOON), "something is slow", true, null);
        assertThat(ROUTING.route(nowhere))
                .isInstanceOfSatisfying(
                        SignalRoute.NoOwner.class,
                        found -> assertThat(found.message())
                                .isEqualTo("incident:i1 does not say which service it is about: expected the label"
                                        + " service"));
    }

    private static Measurement signal(String service) {
        return Measurement.of("m1", NOON, service, new Reading.Log("ERROR", "no answer"));
    }
}
