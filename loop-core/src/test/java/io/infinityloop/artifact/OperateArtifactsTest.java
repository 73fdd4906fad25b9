package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.OperationRecord.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OperateArtifactsTest {
    private static final Instant T0 = Instant.parse("2026-01-07T10:00:00Z");
    private static final ArtifactRef DEPLOYMENT = ArtifactRef.of(Deployment.KIND, "deploy-3");

    private static Instant minute(long minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }

    private static Incident incident(boolean customerImpact, ArtifactRef... causes) {
        return new Incident(
                ArtifactMetadata.of("INC-1", T0).derivedFrom(List.of(causes)),
                "Cards are declined",
                customerImpact,
                null);
    }

    @Nested
    @Tag("ART-23")
    class An_operation_record {
        @Test
        void of_an_empty_quiet_period_is_legal_and_says_so() {
            OperationRecord quiet = OperationRecord.quiet("week-2", T0, minute(60));

            assertThat(quiet.activity()).isEqualTo(Activity.QUIET);
            assertThat(quiet.from()).isEqualTo(T0);
            assertThat(quiet.at()).isEqualTo(minute(60));
            assertThat(quiet.incidents()).isEmpty();
            assertThat(OperationRecord.of("week-2", T0, "").activity()).isEqualTo(Activity.UNKNOWN);
        }

        @Test
        void of_an_eventful_period_names_incidents_alerts_and_scaling_actions() {
            List<OperateStageArtifact> happenings = List.of(
                    incident(true),
                    AlertFiring.of("A-1", T0, "errors > 1 %"),
                    ScalingAction.of("S-1", T0, "checkout", 3, 6));
            OperationRecord eventful = OperationRecord.eventful("week-2", T0, minute(60), happenings);

            assertThat(eventful.incidents()).containsExactly(ArtifactRef.of(Incident.KIND, "INC-1"));
            assertThat(eventful.alerts()).containsExactly(ArtifactRef.of(AlertFiring.KIND, "A-1"));
            assertThat(eventful.scalingActions()).containsExactly(ArtifactRef.of(ScalingAction.KIND, "S-1"));
            assertThat(eventful.activity()).isEqualTo(Activity.EVENTFUL);
        }

        @Test
        void that_contradicts_itself_is_refused() {
            ArtifactMetadata named =
                    ArtifactMetadata.of("week-2", T0).derivedFrom(List.of(ArtifactRef.of(Incident.KIND, "INC-1")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OperationRecord(named, "", null, Activity.QUIET))
                    .withMessageContaining("quiet period and names");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OperationRecord.eventful("week-2", T0, T0, List.of()))
                    .withMessageContaining("names no alert, incident or scaling action");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OperationRecord.quiet("week-2", minute(1), T0))
                    .withMessageContaining("before it begins");
        }
    }

    @Test
    @Tag("ART-23")
    void an_incident_has_its_own_timeline() {
        Incident incident = incident(true)
                .with(IncidentResponse.UNKNOWN
                        .withSeverity(Severity.MAJOR)
                        .fired(minute(1))
                        .paged(minute(2))
                        .acknowledged(minute(3))
                        .mitigated(minute(5))
                        .verified(minute(22)))
                .resolved(minute(21));

        assertThat(incident.at()).isEqualTo(T0);
        assertThat(incident.response())
                .isEqualTo(new IncidentResponse(
                        Severity.MAJOR,
                        false,
                        minute(1),
                        minute(2),
                        minute(3),
                        minute(5),
                        minute(22),
                        List.of(),
                        null));
        assertThat(incident.resolvedAt()).isEqualTo(minute(21));
    }

    @Test
    void an_incident_that_goes_back_in_time_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IncidentResponse.UNKNOWN.fired(minute(3)).acknowledged(minute(2)))
                .withMessageContaining("before its alert fires");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IncidentResponse.UNKNOWN.paged(minute(2)).fired(minute(3)))
                .withMessageStartingWith("incident is paged at ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> incident(true).with(IncidentResponse.UNKNOWN.mitigated(minute(-1))))
                .withMessageContaining("before it starts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> incident(true)
                        .with(IncidentResponse.UNKNOWN.mitigated(minute(5)))
                        .resolved(minute(4)))
                .withMessageContaining("before it is mitigated");
    }

    @Test
    @Tag("OPS-10")
    void only_an_incident_with_impact_that_is_linked_to_a_deployment_makes_it_a_failed_change() {
        assertThat(incident(true, DEPLOYMENT).causes()).containsExactly(DEPLOYMENT);
        assertThat(incident(true, DEPLOYMENT).isFailedChange()).isTrue();
        assertThat(incident(false, DEPLOYMENT).isFailedChange()).isFalse();
        assertThat(incident(true).causes()).isEmpty();
        assertThat(incident(true).isFailedChange()).isFalse();
        assertThat(incident(true, ArtifactRef.of(AlertFiring.KIND, "A-1")).isFailedChange())
                .isFalse();
    }

    @Test
    @Tag("OPS-11")
    void mitigated_at_5_and_resolved_at_21_minutes_are_both_there_and_resolved_is_the_default() {
        Incident incident = incident(true)
                .with(IncidentResponse.UNKNOWN.mitigated(minute(5)))
                .resolved(minute(21));

        assertThat(incident.duration(RestoreClock.MITIGATED)).contains(Duration.ofMinutes(5));
        assertThat(incident.duration(RestoreClock.RESOLVED)).contains(Duration.ofMinutes(21));
        assertThat(incident.duration(RestoreClock.DEFAULT)).contains(Duration.ofMinutes(21));
        assertThat(incident(true)
                        .with(IncidentResponse.UNKNOWN.mitigated(minute(5)))
                        .duration(RestoreClock.DEFAULT))
                .isEmpty();
    }

    @Nested
    @Tag("OPS-12")
    class A_post_mortem {
        private static final PostMortem WRITTEN = new PostMortem(
                List.of("The limit was set for a quiet day"),
                List.of("Limits go stale"),
                List.of(
                        new PostMortem.Action("Alert at half the limit", "SHOP-3"),
                        new PostMortem.Action("Review all limits", "")));

        @Test
        void is_missing_once_the_incident_is_closed() {
            assertThat(incident(true).gaps()).isEmpty();
            assertThat(incident(true).resolved(minute(21)).gaps())
                    .extracting(Gap::field)
                    .containsExactly("postMortem");
        }

        @Test
        void has_a_plan_item_for_each_action() {
            Incident learned = incident(true).resolved(minute(21)).with(IncidentResponse.UNKNOWN.with(WRITTEN));

            assertThat(learned.gaps()).extracting(Gap::field).containsExactly("postMortem.actions[1].planItem");
            assertThat(WRITTEN.actions().get(0).planned()).contains(ArtifactRef.of(PlanItem.KIND, "SHOP-3"));
        }

        @Test
        void has_no_field_for_a_person() {
            assertThat(Stream.of(
                                    PostMortem.class,
                                    PostMortem.Action.class,
                                    IncidentResponse.class,
                                    IncidentResponse.Joined.class,
                                    Incident.class)
                            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                            .map(component -> component.getName()))
                    .containsExactlyInAnyOrder(
                            "conditions",
                            "learnings",
                            "actions",
                            "description",
                            "planItem",
                            "severity",
                            "practice",
                            "firedAt",
                            "pagedAt",
                            "acknowledgedAt",
                            "mitigatedAt",
                            "verifiedAt",
                            "joined",
                            "postMortem",
                            "role",
                            "at",
                            "metadata",
                            "title",
                            "customerImpact",
                            "resolvedAt",
                            "response");
        }

        @Test
        void that_says_nothing_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PostMortem(List.of(), List.of(), WRITTEN.actions()));
            assertThatIllegalArgumentException().isThrownBy(() -> new PostMortem.Action(" ", ""));
        }
    }

    @Test
    @Tag("OPS-19")
    void the_time_until_all_roles_that_are_needed_have_come_is_computed() {
        Incident incident = incident(true)
                .with(IncidentResponse.UNKNOWN
                        .joined("operations", minute(2))
                        .joined("database", minute(9))
                        .joined("database", minute(4)));

        assertThat(incident.timeUntilPresent(Set.of("operations", "database"))).contains(Duration.ofMinutes(4));
        assertThat(incident.timeUntilPresent(Set.of("operations"))).contains(Duration.ofMinutes(2));
        assertThat(incident.timeUntilPresent(Set.of("operations", "security"))).isEmpty();
        assertThat(incident.timeUntilPresent(Set.of())).contains(Duration.ZERO);
    }

    @Test
    @Tag("OPS-20")
    void a_practice_incident_is_no_failed_change() {
        Incident practice = incident(true, DEPLOYMENT).with(IncidentResponse.UNKNOWN.asPractice());

        assertThat(practice.response().practice()).isTrue();
        assertThat(practice.isFailedChange()).isFalse();
    }

    @Test
    void an_alert_that_goes_back_in_time_is_refused() {
        ArtifactMetadata fired = ArtifactMetadata.of("A-1", T0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertFiring(fired, "errors", null, minute(-1), null))
                .withMessageContaining("before it fires");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertFiring(fired, "errors", null, null, minute(-1)))
                .withMessageContaining("before it starts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalingAction.of("S-1", T0, "checkout", 3, -1))
                .withMessage("numbers of instances must not be negative: from 3 to -1");
        assertThatIllegalArgumentException().isThrownBy(() -> ScalingAction.of("S-1", T0, "checkout", -1, 3));
    }
}
