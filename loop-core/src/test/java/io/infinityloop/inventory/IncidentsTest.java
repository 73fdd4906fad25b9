package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.PostMortem.Action;
import io.infinityloop.artifact.RestoreClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private static final Instant T0 = Instant.parse("2026-01-07T10:00:00Z");
    private static final ArtifactRef DEPLOYMENT = ArtifactRef.parse("deployment:d");

    private static Incident incident(String id, boolean impact, ArtifactRef... causes) {
        return new Incident(ArtifactMetadata.of(id, T0).derivedFrom(List.of(causes)), "down", impact, null);
    }

    @Test
    @Tag("OPS-10")
    void an_unlinked_or_harmless_incident_does_not_count_against_a_deployment_and_a_linked_one_does() {
        Incident linked = incident("linked", true, DEPLOYMENT);
        Incidents incidents = Incidents.among(List.of(
                incident("unlinked", true),
                incident("harmless", false, DEPLOYMENT),
                incident("of another", true, ArtifactRef.parse("deployment:e")),
                linked));

        assertThat(incidents.countingAgainst(DEPLOYMENT)).containsExactly(linked);
        assertThat(incidents.real()).hasSize(4);
    }

    @Test
    @Tag("OPS-20")
    void a_practice_incident_is_on_the_list_of_game_days_and_on_no_other() {
        Incident real = incident("real", true, DEPLOYMENT).resolved(T0.plusSeconds(1_260));
        Incident practice = incident("practice", true, DEPLOYMENT)
                .with(IncidentResponse.UNKNOWN.asPractice())
                .resolved(T0.plusSeconds(60));
        Incidents incidents = Incidents.among(List.of(practice, real));

        assertThat(incidents.gameDays()).containsExactly(practice);
        assertThat(incidents.real()).containsExactly(real);
        assertThat(incidents.countingAgainst(DEPLOYMENT)).containsExactly(real);
        assertThat(incidents.real())
                .extracting(incident -> incident.duration(RestoreClock.DEFAULT))
                .containsExactly(Optional.of(Duration.ofMinutes(21)));
    }

    @Test
    @Tag("OPS-12")
    void an_incident_that_is_closed_without_a_post_mortem_is_an_open_item() {
        Incident closed = incident("closed", true).resolved(T0);

        assertThat(OpenItems.among(List.of(incident("closed", true), closed, incident("open", true)))
                        .afterIncidents())
                .extracting(item -> item.artifact().id(), item -> item.gap().field())
                .containsExactly(org.assertj.core.api.Assertions.tuple("closed", "postMortem"));
    }

    @Test
    @Tag("OPS-12")
    void each_action_of_a_post_mortem_has_a_plan_item_in_the_next_cycle() {
        PostMortem learned = new PostMortem(
                List.of("no limit"),
                List.of(),
                List.of(new Action("set a limit", "p-1"), new Action("alert", "p-2"), new Action("review", "")));
        Incident incident = incident("i", true).resolved(T0).with(IncidentResponse.UNKNOWN.with(learned));

        List<PlanItem> planned = NextPlan.items(T0, incident);

        assertThat(planned).extracting(PlanItem::id).containsExactly("p-1", "p-2");
        assertThat(planned).allSatisfy(item -> assertThat(item.derivedFrom()).containsExactly(incident.ref()));
        List<Artifact> artifacts = new ArrayList<>(List.of(incident, planned.get(0)));
        assertThat(OpenItems.among(artifacts).afterIncidents())
                .extracting(item -> item.gap().message())
                .containsExactly("the action has not become a plan item", "there is no plan-item p-2");
        assertThat(NextPlan.items(T0, incident("j", true))).isEmpty();
    }
}
