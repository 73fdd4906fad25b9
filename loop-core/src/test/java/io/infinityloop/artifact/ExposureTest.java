package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant NEXT_DAY = T0.plus(Duration.ofDays(1));

    @Test
    @Tag("REL-09")
    void deployed_with_the_flag_at_0_percent_is_deployed_and_not_exposed() {
        Deployment deployment = Deployment.toProduction("d-1", T0, List.of());
        Exposure dark = Exposure.of("e-1", T0, "pay-by-card", Share.ofPercent(0));
        assertThat(deployment.isSuccessfulInProduction()).isTrue();
        assertThat(dark.isExposed()).isFalse();

        Exposure shown = Exposure.of("e-2", NEXT_DAY, "pay-by-card", Share.ofPercent(5));
        assertThat(shown.isExposed()).isTrue();
        assertThat(shown.at()).isEqualTo(NEXT_DAY).isNotEqualTo(deployment.at());
        assertThat(shown.kind()).isNotEqualTo(deployment.kind());
    }

    @Test
    @Tag("REL-09")
    void a_rollback_by_flag_needs_no_deployment() {
        Exposure shown = Exposure.of("e-2", T0, "pay-by-card", Share.ofPercent(50));

        Exposure withdrawn = shown.withdrawn("e-3", NEXT_DAY);

        assertThat(withdrawn.isExposed()).isFalse();
        assertThat(withdrawn.share()).isEqualTo(Share.NONE);
        assertThat(withdrawn.flag()).isEqualTo("pay-by-card");
        assertThat(withdrawn.at()).isEqualTo(NEXT_DAY);
        assertThat(withdrawn.derivedFrom()).containsExactly(shown.ref());
    }

    @Test
    void a_flag_has_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exposure.of("e", T0, " ", Share.NONE))
                .withMessage("flag must not be blank");
    }
}
