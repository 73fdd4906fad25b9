package io.infinityloop.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Release;
import io.infinityloop.policy.DeploymentWindow.Opening;
import io.infinityloop.policy.PolicyFinding.Code;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeploymentWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DeploymentWindow OFFICE = DeploymentWindow.officeHours(BERLIN);

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static List<PolicyFinding> judge(Policy window, Instant at) {
        Release release = Release.of("r1", Instant.EPOCH, "1.2.3", List.of());
        return window.judge(Proposal.of(ReleasePlan.of(release).build(), at));
    }

    @Test
    @Tag("DEP-13")
    void tuesday_morning_is_inside_friday_afternoon_and_sunday_night_are_outside() {
        assertThat(judge(OFFICE, berlin("2026-01-06T10:00"))).isEmpty();

        assertThat(judge(OFFICE, berlin("2026-01-09T17:00")))
                .containsExactly(new PolicyFinding(
                        Code.OUTSIDE_WINDOW,
                        Enforcement.ADVISORY,
                        "1.2.3",
                        "1.2.3 would be deployed on FRIDAY 17:00 in Europe/Berlin, outside the window: it opens"
                                + " 2026-01-12T09:00+01:00"));
        assertThat(judge(OFFICE, berlin("2026-01-11T03:00")))
                .extracting(PolicyFinding::isStrict)
                .containsExactly(false);
        assertThat(judge(OFFICE.with(Enforcement.STRICT), berlin("2026-01-09T17:00")))
                .extracting(PolicyFinding::isStrict)
                .containsExactly(true);
        assertThat(judge(OFFICE.with(Enforcement.STRICT), berlin("2026-01-11T03:00")))
                .extracting(PolicyFinding::isStrict)
                .containsExactly(true);
        assertThat(judge(OFFICE.with(Enforcement.STRICT), berlin("2026-01-06T10:00")))
                .isEmpty();
    }

    @Test
    @Tag("DEP-13")
    void the_zone_is_that_of_the_people() {
        Instant morningInBerlin = berlin("2026-01-06T10:00");

        assertThat(DeploymentWindow.officeHours(ZoneId.of("America/New_York")).isOpen(morningInBerlin))
                .isFalse();
        assertThat(OFFICE.isOpen(berlin("2026-07-07T10:00"))).isTrue();
    }

    @Test
    void an_opening_holds_its_beginning_and_not_its_end() {
        assertThat(OFFICE.isOpen(berlin("2026-01-06T08:59:59.999"))).isFalse();
        assertThat(OFFICE.isOpen(berlin("2026-01-06T09:00"))).isTrue();
        assertThat(OFFICE.isOpen(berlin("2026-01-06T16:59:59.999"))).isTrue();
        assertThat(OFFICE.isOpen(berlin("2026-01-06T17:00"))).isFalse();
        assertThat(OFFICE.isOpen(berlin("2026-01-09T11:59"))).isTrue();
        assertThat(OFFICE.isOpen(berlin("2026-01-09T12:00"))).isFalse();
    }

    @Test
    void what_is_ready_outside_waits_for_the_next_opening() {
        assertThat(OFFICE.next(berlin("2026-01-06T10:00"))).contains(berlin("2026-01-06T10:00"));
        assertThat(OFFICE.next(berlin("2026-01-06T17:00"))).contains(berlin("2026-01-07T09:00"));
        assertThat(OFFICE.next(berlin("2026-01-09T17:00"))).contains(berlin("2026-01-12T09:00"));
        assertThat(OFFICE.next(berlin("2026-03-28T12:00"))).contains(berlin("2026-03-30T09:00"));
    }

    @Test
    void a_whole_day_is_from_midnight_to_midnight_and_an_opening_does_not_go_over_it() {
        Opening sunday = new Opening(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        DeploymentWindow window = new DeploymentWindow(Enforcement.STRICT, BERLIN, List.of(sunday));

        assertThat(window.isOpen(berlin("2026-01-11T00:00"))).isTrue();
        assertThat(window.isOpen(berlin("2026-01-11T23:59:59.999"))).isTrue();
        assertThat(window.isOpen(berlin("2026-01-12T00:00"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opening(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.of(2, 0)))
                .withMessageContaining("expected two openings if it goes over midnight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeploymentWindow(Enforcement.STRICT, BERLIN, List.of()))
                .withMessageContaining("expected at least one");
    }
}
