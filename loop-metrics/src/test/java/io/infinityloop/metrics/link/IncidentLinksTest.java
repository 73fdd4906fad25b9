package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.build;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.incident;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which deployment caused an incident, and how that is known. */
class IncidentLinksTest {
    /** The incidents with their causes: {@code i d1 time}. */
    private static List<String> links(Derived derived) {
        return derived.subjects(IncidentCase.class).stream()
                .map(incident -> incident.incident().id()
                        + incident.causes().stream()
                                .map(cause -> " " + cause.deployment() + " " + cause.linkedBy())
                                .reduce("", String::concat))
                .toList();
    }

    private static List<String> links(LoopEvent... events) {
        return links(derive(events));
    }

    @Nested
    class By_id {
        @Test
        void the_deployment_that_the_incident_names_caused_it_however_long_ago() {
            assertThat(links(deployed("d1", 1), deployed("d2", 2), incident("i", 100, "deployment:d1")))
                    .containsExactly("i d1 id");
        }

        @Test
        void two_deployments_may_have_caused_one_incident() {
            assertThat(links(
                            deployed("d1", 1),
                            deployed("d2", 2),
                            incident("i", 3, "deployment:d2", "deployment:d1", "deployment:gone")))
                    .containsExactly("i d2 id d1 id");
        }

        @Test
        void a_deployment_that_nobody_recorded_is_listed_and_no_other_is_guessed() {
            Derived derived = derive(deployed("d1", 1), incident("i", 2, "deployment:gone"));
            assertThat(links(derived)).containsExactly("i");
            assertThat(derived.unjoined())
                    .containsExactly(entry("deployment not recorded", List.of("incident:i names deployment:gone")));
        }

        @Test
        void a_deployment_elsewhere_is_no_cause_of_a_failure_in_production() {
            Derived derived = derive(
                    deployed("d1", 1),
                    deployment("s", 1, Environment.STAGING, DeploymentStatus.SUCCEEDED),
                    incident("i", 2, "deployment:s"));
            assertThat(links(derived)).containsExactly("i");
            assertThat(derived.unjoined())
                    .containsExactly(entry("deployment not into production", List.of("incident:i names deployment:s")));
        }

        @Test
        void a_deployment_that_failed_may_have_caused_an_incident() {
            assertThat(links(
                            deployment("d1", 1, Environment.PRODUCTION, DeploymentStatus.FAILED),
                            incident("i", 2, "deployment:d1")))
                    .containsExactly("i d1 id");
        }
    }

    @Nested
    class By_commit {
        @Test
        void the_first_deployment_with_the_commit_caused_it() {
            assertThat(links(
                            commit("a", 1),
                            commit("b", 2, "a"),
                            deployed("d1", 3, "commit:a"),
                            deployed("d2", 4, "commit:b"),
                            deployed("d3", 5, "commit:b"),
                            incident("i", 90, "commit:b")))
                    .containsExactly("i d2 commit");
        }

        @Test
        void the_id_of_a_deployment_counts_more() {
            assertThat(links(
                            commit("a", 1),
                            deployed("d1", 3, "commit:a"),
                            deployed("d2", 4, "commit:a"),
                            incident("i", 5, "commit:a", "deployment:d2")))
                    .containsExactly("i d2 id");
        }

        @Test
        void the_deployment_of_the_own_service_caused_it_where_many_contain_the_commit() {
            LoopEvent a = commit("a", 1);
            LoopEvent shop = ofService("shop", deployed("d1", 2, "commit:a"));
            LoopEvent mail = ofService("mail", deployed("d2", 3, "commit:a"));
            assertThat(links(a, shop, mail, ofService("mail", incident("i", 4, "commit:a"))))
                    .containsExactly("i d2 commit");
            assertThat(links(a, shop, mail, ofService("data", incident("i", 4, "commit:a"))))
                    .containsExactly("i d2 commit d1 commit");
        }

        @Test
        void a_commit_that_was_not_in_production_is_listed_and_no_deployment_is_guessed() {
            Derived derived = derive(
                    commit("a", 1),
                    commit("b", 1, "a"),
                    deployed("d1", 2, "commit:a"),
                    deployed("d2", 9, "commit:b"),
                    incident("i", 5, "commit:b"));
            assertThat(links(derived)).containsExactly("i");
            assertThat(derived.unjoined())
                    .containsExactly(entry(
                            "commit not in production before the incident", List.of("incident:i names commit:b")));
        }
    }

    @Nested
    class By_artifact {
        @Test
        void the_latest_deployment_of_the_release_caused_it() {
            assertThat(links(
                            release("v1", 1),
                            release("v2", 1),
                            deployed("d1", 2, "release:v1"),
                            deployed("d2", 3, "release:v1"),
                            deployed("d3", 4, "release:v2"),
                            deployed("d4", 50, "release:v1"),
                            incident("i", 40, "release:v1")))
                    .containsExactly("i d2 artifact");
        }

        @Test
        void a_build_is_found_through_the_release_that_is_deployed() {
            assertThat(links(
                            build("b1", 1),
                            release("v1", 1, "build:b1"),
                            release("v2", 1),
                            deployed("d1", 2, "release:v1"),
                            deployed("d2", 3, "release:v2"),
                            incident("i", 40, "build:b1")))
                    .containsExactly("i d1 artifact");
        }

        @Test
        void a_digest_is_enough() {
            BuildArtifact jar = BuildArtifact.of("shop", "1", at(1), "sha256:1", "a");
            Deployment plain = (Deployment) deployed("d1", 2).artifact();
            Recorded d1 = recorded(plain.with(plain.plan().withDigests(List.of("sha256:1"))));
            assertThat(links(recorded(jar), d1, deployed("d2", 3), incident("i", 40, "build-artifact:shop@1")))
                    .containsExactly("i d1 artifact");
            assertThat(links(d1, deployed("d2", 3), incident("i", 40, "build-artifact:sha256:1")))
                    .containsExactly("i d1 artifact");
        }

        @Test
        void a_release_that_names_the_one_before_it_is_not_that_one() {
            assertThat(links(
                            release("v1", 1),
                            release("v2", 1, "release:v1"),
                            deployed("d1", 2, "release:v1"),
                            deployed("d2", 3, "release:v2"),
                            incident("i", 40, "release:v1")))
                    .containsExactly("i d1 artifact");
        }

        @Test
        void a_release_that_was_not_in_production_is_listed() {
            assertThat(derive(deployed("d1", 1), incident("i", 2, "release:v1")).unjoined())
                    .containsExactly(entry(
                            "release not in production before the incident", List.of("incident:i names release:v1")));
        }
    }

    @Nested
    class By_time {
        @Test
        void the_latest_deployment_that_ended_at_or_before_the_start_caused_it() {
            LoopEvent d1 = deployed("d1", 1);
            LoopEvent d2 = deployed("d2", 3);
            assertThat(links(d1, d2, incident("i", 2))).containsExactly("i d1 time");
            assertThat(links(d1, d2, incident("i", 3))).containsExactly("i d2 time");
        }

        @Test
        void only_within_24_hours() {
            assertThat(links(deployed("d1", 1), incident("i", 25))).containsExactly("i d1 time");
            Derived later = derive(deployed("d1", 1), incident("i", 25.001));
            assertThat(links(later)).containsExactly("i");
            assertThat(later.unjoined())
                    .containsExactly(
                            entry("incident later than the horizon", List.of("incident:i after deployment:d1")));
        }

        @Test
        void one_with_no_deployment_before_it_is_listed() {
            Derived derived = derive(deployed("d1", 3), incident("i", 2));
            assertThat(links(derived)).containsExactly("i");
            assertThat(derived.unjoined())
                    .containsExactly(entry("incident with no deployment before it", List.of("incident:i")));
        }

        @Test
        void what_did_not_succeed_in_production_is_no_cause() {
            for (DeploymentStatus status : DeploymentStatus.values()) {
                if (status != DeploymentStatus.SUCCEEDED) {
                    assertThat(links(
                                    deployed("d1", 1),
                                    deployment("d2", 2, Environment.PRODUCTION, status),
                                    deployment("s", 2, Environment.STAGING, DeploymentStatus.SUCCEEDED),
                                    incident("i", 3)))
                            .containsExactly("i d1 time");
                }
            }
        }

        @Test
        void another_service_is_not_to_blame() {
            LoopEvent shop = ofService("shop", deployed("d1", 1));
            LoopEvent mail = ofService("mail", deployed("d2", 2));
            assertThat(links(shop, mail, ofService("shop", incident("i", 3)))).containsExactly("i d1 time");
            assertThat(links(shop, mail, ofService("data", incident("i", 3)))).containsExactly("i");
            assertThat(links(shop, mail, incident("i", 3))).containsExactly("i");
        }

        @Test
        void a_service_that_is_the_only_one_need_not_be_named_by_both() {
            assertThat(links(ofService("shop", deployed("d1", 1)), incident("i", 2)))
                    .containsExactly("i d1 time");
            assertThat(links(deployed("d1", 1), ofService("shop", incident("i", 2))))
                    .containsExactly("i d1 time");
            assertThat(links(ofService("mail", deployed("d1", 1)), ofService("shop", incident("i", 2))))
                    .containsExactly("i");
        }

        @Test
        void a_component_is_the_same_as_far_as_both_name_one() {
            LoopEvent whole = ofService("shop", deployed("all", 1));
            LoopEvent ui = ofService("shop", labelled(deployed("ui", 2), Labels.COMPONENT, "ui"));
            LoopEvent api = ofService("shop", labelled(deployed("api", 3), Labels.COMPONENT, "api"));
            assertThat(links(whole, ui, api, ofService("shop", incident("i", 4))))
                    .containsExactly("i api time");
            assertThat(links(whole, ui, api, ofService("shop", labelled(incident("i", 4), Labels.COMPONENT, "ui"))))
                    .containsExactly("i ui time");
            assertThat(links(whole, ui, api, ofService("shop", labelled(incident("i", 4), Labels.COMPONENT, "db"))))
                    .containsExactly("i all time");
        }
    }

    @Test
    void an_exercise_is_caused_by_no_deployment() {
        Incident staged = (Incident) incident("i", 2, "deployment:d1").artifact();
        Derived derived = derive(deployed("d1", 1), recorded(staged.with(IncidentResponse.UNKNOWN.asPractice())));
        assertThat(links(derived)).containsExactly("i");
        assertThat(derived.unjoined()).isEmpty();
        assertThat(derived.subjects(Deployed.class).get(0).failures()).isEmpty();
    }

    @Test
    void an_incident_is_of_the_service_of_its_cause_if_it_names_none() {
        Derived derived = derive(
                ofService("shop", deployed("d1", 1)),
                ofService("mail", deployed("d2", 1)),
                incident("i", 2, "deployment:d1"));
        assertThat(derived.subjects(IncidentCase.class))
                .extracting(IncidentCase::labels)
                .containsExactly(Labels.of(Labels.SERVICE, "shop"));
    }

    @Test
    void the_evidence_of_an_incident_is_its_event_and_those_of_its_causes() {
        Derived derived = derive(deployed("d1", 1), incident("i", 2, "deployment:d1"));
        assertThat(derived.subjects(IncidentCase.class).get(0).evidence())
                .extracting(EventKey::id)
                .containsExactly("incident:i@" + at(2), "deployment:d1@" + at(1));
    }

    @Test
    void the_latest_snapshot_of_an_incident_counts() {
        Recorded open = incident("i", 2);
        Recorded over = new Recorded(
                EventMetadata.of("later", "test", at(5)),
                null,
                new Incident(ArtifactMetadata.of("i", at(2)), "down", false, at(4)));
        assertThat(derive(over, deployed("d1", 1), open).subjects(IncidentCase.class))
                .extracting(incident -> incident.incident().resolvedAt())
                .containsExactly(at(4));
    }
}
