package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.build;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinkerTest {
    /** The id of the first release by commit; none is {@code -}. */
    private static Map<String, String> releases(Derived derived) {
        return derived.subjects(Change.class).stream()
                .collect(Collectors.toMap(Change::commit, change -> id(change.released()), (a, b) -> b, TreeMap::new));
    }

    private static Map<String, String> deployments(Derived derived) {
        return derived.subjects(Change.class).stream()
                .collect(Collectors.toMap(Change::commit, change -> id(change.deployed()), (a, b) -> b, TreeMap::new));
    }

    private static String id(@org.jspecify.annotations.Nullable Delivery delivery) {
        return delivery == null ? "-" : delivery.id();
    }

    private static Map<String, Long> sizes(Derived derived) {
        return derived.subjects(Released.class).stream()
                .collect(Collectors.toMap(Released::id, Released::changes, Long::sum, TreeMap::new));
    }

    @Nested
    class What_was_known {
        @Test
        void later_events_are_left_out_before_the_latest_snapshot_is_chosen() {
            LoopEvent running = deployment("d", 1, Environment.PRODUCTION, DeploymentStatus.IN_PROGRESS);
            LoopEvent done = deployed("d", 3);
            assertThat(derive(at(2), running, done).subjects(Deployed.class))
                    .extracting(Deployed::status)
                    .containsExactly(DeploymentStatus.IN_PROGRESS);
            assertThat(derive(at(3), running, done).subjects(Deployed.class))
                    .extracting(Deployed::status)
                    .containsExactly(DeploymentStatus.SUCCEEDED);
        }

        @Test
        void an_event_that_was_corrected_later_is_known_as_it_was() {
            LoopEvent first = new Recorded(
                    EventMetadata.of("e", "s", at(1)), null, Log.commit("a", 1).artifact());
            LoopEvent corrected = new Recorded(
                    EventMetadata.of("e", "s", at(5)), null, Log.commit("b", 5).artifact());
            Facts facts = Facts.of(List.of(corrected, first));
            assertThat(releases(Linker.derive(facts, at(4)))).containsOnlyKeys("a");
            assertThat(releases(Linker.derive(facts, at(5)))).containsOnlyKeys("b");
        }

        @Test
        void the_last_snapshot_of_an_artifact_wins_in_any_order_of_arrival() {
            LoopEvent failed = deployment("d", 1, Environment.PRODUCTION, DeploymentStatus.FAILED);
            LoopEvent done = deployed("d", 3);
            assertThat(derive(failed, done)).isEqualTo(derive(done, failed));
            assertThat(derive(done, failed).subjects(Deployed.class))
                    .extracting(Deployed::status)
                    .containsExactly(DeploymentStatus.SUCCEEDED);
        }

        @Test
        void two_sources_may_use_the_same_id_for_two_deployments() {
            Recorded one = deployed("d", 1);
            Recorded other = new Recorded(EventMetadata.of("x", "other", at(2)), null, one.artifact());
            assertThat(derive(one, other).subjects(Deployed.class)).hasSize(2);
        }

        @Test
        void a_reference_means_what_its_own_source_calls_so() {
            Recorded own = release("v1", 2, "commit:a");
            Recorded foreign = new Recorded(
                    EventMetadata.of("x", "other", at(3)),
                    null,
                    release("v1", 3, "commit:b").artifact());
            Derived derived = derive(commit("a", 1), commit("b", 1), own, foreign, deployed("d", 4, "release:v1"));
            assertThat(deployments(derived)).containsExactly(entry("a", "d"), entry("b", "-"));
        }

        @Test
        void a_commit_is_one_commit_whoever_reports_it() {
            Recorded one = commit("a", 1);
            Recorded other = new Recorded(EventMetadata.of("x", "other", at(2)), null, one.artifact());
            assertThat(derive(one, other).subjects(Change.class)).hasSize(1);
        }
    }

    @Nested
    class The_first_delivery {
        @Test
        void of_a_commit_is_the_first_release_that_names_it() {
            Derived derived = derive(
                    commit("a", 1),
                    commit("b", 2),
                    release("v1", 3, "commit:a"),
                    release("v2", 4, "commit:a", "commit:b"));
            assertThat(releases(derived)).containsExactly(entry("a", "v1"), entry("b", "v2"));
            assertThat(sizes(derived)).containsExactly(entry("v1", 1L), entry("v2", 1L));
        }

        @Test
        void is_found_through_release_and_build() {
            Derived derived = derive(
                    commit("a", 1),
                    build("b1", 2, "commit:a"),
                    release("v1", 3, "build:b1"),
                    deployed("d1", 4, "release:v1"));
            assertThat(releases(derived)).containsExactly(entry("a", "v1"));
            assertThat(deployments(derived)).containsExactly(entry("a", "d1"));
        }

        @Test
        void is_only_what_is_listed_where_the_release_says_so() {
            Derived derived = derive(
                    commit("a", 1),
                    commit("b", 2, "a"),
                    commit("c", 3, "b"),
                    labelled(release("v1", 5, "commit:c"), Labels.CONTENTS, "listed"),
                    deployed("d1", 6, "release:v1"),
                    deployed("d2", 7, "commit:b"));
            assertThat(releases(derived)).containsExactly(entry("a", "-"), entry("b", "-"), entry("c", "v1"));
            assertThat(deployments(derived)).containsExactly(entry("a", "d2"), entry("b", "d2"), entry("c", "d1"));
        }

        @Test
        void is_found_through_the_parents_of_commits() {
            Derived derived = derive(
                    commit("a", 1),
                    commit("b", 2, "a"),
                    commit("c", 3, "b"),
                    commit("d", 4, "c"),
                    release("v1", 5, "commit:b"),
                    release("v2", 6, "commit:c"));
            assertThat(releases(derived))
                    .containsExactly(entry("a", "v1"), entry("b", "v1"), entry("c", "v2"), entry("d", "-"));
        }

        /**
         *
         *
         * <pre>
         * a ─ b ─ c ─ d      2.0 holds d
         *      └─ e          1.1 holds e, later than 2.0
         * </pre>
         */
        @Test
        void counts_in_each_of_two_release_lines() {
            Derived derived = derive(
                    commit("a", 1),
                    commit("b", 2, "a"),
                    commit("c", 3, "b"),
                    commit("d", 4, "c"),
                    commit("e", 5, "b"),
                    release("1.0", 2.5, "commit:b"),
                    release("2.0", 6, "commit:d"),
                    release("1.1", 7, "commit:e"));
            assertThat(sizes(derived)).containsExactly(entry("1.0", 2L), entry("1.1", 1L), entry("2.0", 2L));
            assertThat(releases(derived)).containsEntry("e", "1.1").containsEntry("d", "2.0");
        }

        @Test
        void holds_merge_commits_but_does_not_count_them_as_changes() {
            Derived derived =
                    derive(commit("a", 1), commit("b", 2), commit("m", 3, "a", "b"), release("v1", 4, "commit:m"));
            assertThat(sizes(derived)).containsExactly(entry("v1", 2L));
            assertThat(derived.subjects(Change.class))
                    .filteredOn(Change::merge)
                    .extracting(Change::commit)
                    .containsExactly("m");
        }

        @Test
        void keeps_the_events_that_it_was_found_by() {
            Derived derived = derive(commit("a", 1), release("v1", 2, "commit:a"), deployed("d1", 3, "release:v1"));
            assertThat(derived.subjects(Change.class).get(0).evidence())
                    .extracting(EventKey::id)
                    .containsExactly("commit:a@" + at(1), "release:v1@" + at(2), "deployment:d1@" + at(3));
        }

        @Test
        void may_be_marked_as_baseline() {
            Derived derived = derive(
                    commit("a", 1),
                    labelled(release("v1", 2, "commit:a"), Labels.BASELINE, "history before v1"),
                    release("v2", 3));
            assertThat(derived.subjects(Released.class))
                    .extracting(Released::baseline)
                    .containsExactly(true, false);
            assertThat(derived.subjects(Change.class))
                    .extracting(Change::released)
                    .containsExactly(new Delivery("v1", at(2), true));
        }

        @Test
        void of_a_long_history_is_found_without_recursion() {
            int length = 200_000;
            List<LoopEvent> events = new ArrayList<>();
            IntStream.range(0, length)
                    .forEach(i -> events.add(i == 0 ? commit("c0", 0) : commit("c" + i, i, "c" + (i - 1))));
            events.add(release("v1", length, "commit:c" + (length - 1)));
            events.add(deployed("d1", length, "release:v1"));
            Derived derived = Linker.derive(Facts.of(events), Instant.MAX);
            assertThat(sizes(derived)).containsExactly(entry("v1", (long) length));
            assertThat(derived.subjects(Change.class)).hasSize(length).allMatch(change -> change.deployed() != null);
        }

        @Test
        void is_found_once_where_artifacts_name_each_other_in_a_circle() {
            Derived derived = derive(
                    commit("a", 1, "b"),
                    commit("b", 2, "a"),
                    build("x", 3, "release:v1"),
                    release("v1", 4, "build:x", "commit:a"));
            assertThat(sizes(derived)).containsExactly(entry("v1", 2L));
        }
    }

    @Nested
    class Deployments {
        private final LoopEvent a = commit("a", 1);
        private final LoopEvent b = commit("b", 3, "a");

        @Test
        void that_failed_deliver_nothing_and_their_content_goes_to_the_next() {
            for (DeploymentStatus status : DeploymentStatus.values()) {
                if (status != DeploymentStatus.SUCCEEDED) {
                    Derived derived = derive(
                            a,
                            b,
                            deployment("d1", 2, Environment.PRODUCTION, status, "commit:a"),
                            deployed("d2", 4, "commit:b"));
                    assertThat(deployments(derived)).containsExactly(entry("a", "d2"), entry("b", "d2"));
                    assertThat(derived.subjects(Deployed.class))
                            .extracting(Deployed::changes)
                            .containsExactly(0L, 2L);
                }
            }
        }

        @Test
        void of_the_same_again_deliver_nothing_new() {
            Derived derived = derive(a, deployed("d1", 2, "commit:a"), deployed("d2", 4, "commit:a"));
            assertThat(deployments(derived)).containsExactly(entry("a", "d1"));
            assertThat(derived.subjects(Deployed.class))
                    .extracting(Deployed::changes)
                    .containsExactly(1L, 0L);
        }

        @Test
        void deliver_in_the_order_in_which_they_end() {
            Recorded slow = recorded(io.infinityloop.artifact.Deployment.observed(
                    ArtifactMetadata.of("slow", at(2)).derivedFrom(List.of(ArtifactRef.parse("commit:a"))),
                    Environment.PRODUCTION,
                    DeploymentStatus.SUCCEEDED,
                    at(6)));
            assertThat(deployments(derive(a, slow, deployed("quick", 4, "commit:a"))))
                    .containsExactly(entry("a", "quick"));
        }

        @Test
        void outside_production_deliver_nothing() {
            for (Environment environment : Environment.values()) {
                if (environment != Environment.PRODUCTION) {
                    Derived derived =
                            derive(a, deployment("d1", 2, environment, DeploymentStatus.SUCCEEDED, "commit:a"));
                    assertThat(deployments(derived)).containsExactly(entry("a", "-"));
                }
            }
        }

        @Test
        void are_not_made_of_the_incident_that_they_repair() {
            Recorded failed = deployment("d1", 2, Environment.PRODUCTION, DeploymentStatus.FAILED, "commit:a");
            Recorded incident = recorded(new Incident(
                    ArtifactMetadata.of("i", at(2.5)).derivedFrom(List.of(ArtifactRef.parse("deployment:d1"))),
                    "down",
                    true,
                    null));
            Recorded hotfix = deployed("d2", 4, "incident:i", "commit:x");
            assertThat(deployments(derive(a, commit("x", 3), failed, incident, hotfix)))
                    .containsExactly(entry("a", "-"), entry("x", "d2"));
        }

        @Test
        void that_succeeded_without_an_end_ended_when_they_were_reported() {
            Recorded whole = deployed("d1", 2, "commit:a");
            io.infinityloop.artifact.Deployment endless = io.infinityloop.artifact.Deployment.observed(
                    whole.artifact().metadata(), Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, null);
            Derived derived = derive(a, new Recorded(EventMetadata.of("x", "s", at(7)), null, endless));
            assertThat(derived.subjects(Deployed.class))
                    .extracting(Deployed::finishedAt)
                    .containsExactly(at(7));
        }
    }

    @Nested
    class Scopes {
        @Test
        void each_have_a_first_delivery_of_their_own() {
            Derived derived = derive(
                    commit("a", 1),
                    labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                    labelled(release("mail-1", 3, "commit:a"), Labels.SERVICE, "mail"),
                    labelled(release("shop-2", 4, "commit:a"), Labels.SERVICE, "shop"));
            assertThat(sizes(derived)).containsExactly(entry("mail-1", 1L), entry("shop-1", 1L), entry("shop-2", 0L));
            assertThat(derived.subjects(Change.class))
                    .extracting(change -> change.labels().get(Labels.SERVICE).orElse("-") + " " + id(change.released()))
                    .containsExactly("mail mail-1", "shop shop-1");
        }

        @Test
        void are_told_apart_by_component_as_well() {
            Derived derived = derive(
                    commit("a", 1),
                    labelled(release("ui-1", 2, "commit:a"), Labels.COMPONENT, "ui"),
                    labelled(release("api-1", 3, "commit:a"), Labels.COMPONENT, "api"));
            assertThat(sizes(derived)).containsExactly(entry("api-1", 1L), entry("ui-1", 1L));
        }

        @Test
        void of_a_deployment_that_does_not_say_is_that_of_its_release() {
            Derived derived = derive(
                    commit("a", 1),
                    labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                    deployed("d1", 3, "release:shop-1"));
            assertThat(derived.subjects(Change.class))
                    .extracting(change -> id(change.released()) + " " + id(change.deployed()))
                    .containsExactly("shop-1 d1");
        }

        @Test
        void that_only_release_and_that_only_deploy_are_one_service_under_two_names() {
            Derived derived = derive(
                    commit("a", 1),
                    labelled(release("v1", 2, "commit:a"), Labels.SERVICE, "shop-repo"),
                    commit("b", 3),
                    labelled(release("v2", 4, "commit:b"), Labels.SERVICE, "shop-repo"),
                    labelled(deployed("d1", 5, "release:v1"), Labels.SERVICE, "shop"));
            assertThat(derived.subjects(Change.class))
                    .extracting(change -> change.commit() + " " + id(change.released()) + " " + id(change.deployed()))
                    .containsExactly("a v1 d1", "b v2 -");
        }

        @Test
        void that_are_different_services_stay_apart() {
            Derived derived = derive(
                    commit("a", 1),
                    labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                    labelled(deployed("d1", 3, "release:shop-1"), Labels.SERVICE, "shop"),
                    labelled(release("mail-1", 4, "commit:a"), Labels.SERVICE, "mail"));
            assertThat(derived.subjects(Change.class))
                    .extracting(change -> change.labels().get(Labels.SERVICE).orElse("-") + " " + id(change.released())
                            + " " + id(change.deployed()))
                    .containsExactly("mail mail-1 -", "shop shop-1 d1");
        }

        @Test
        void count_releases_of_one_instant_in_the_order_of_their_numbers() {
            Derived derived = derive(
                    commit("a", 1),
                    commit("b", 1, "a"),
                    release("v1.10", 2, "commit:b"),
                    release("v1.9", 2, "commit:a"));
            assertThat(sizes(derived)).containsExactly(entry("v1.10", 1L), entry("v1.9", 1L));
        }

        @Test
        void do_not_fail_on_more_labels_than_are_accepted_together() {
            Map<String, String> many = new TreeMap<>();
            IntStream.range(0, 63).forEach(i -> many.put("a" + i, "x"));
            many.put(Labels.SERVICE, "shop");
            Map<String, String> others = new TreeMap<>();
            IntStream.range(0, 64).forEach(i -> others.put("b" + i, "y"));
            Recorded plain = release("v1", 1);
            Recorded crowded = new Recorded(
                    plain.metadata().with(Labels.from(many)),
                    null,
                    new io.infinityloop.artifact.Release(
                            plain.artifact().metadata().with(Labels.from(others)), "1", ""));
            Labels labels = derive(crowded).subjects(Released.class).get(0).labels();
            assertThat(labels.asMap())
                    .hasSize(64)
                    .containsEntry(Labels.SERVICE, "shop")
                    .containsEntry("b0", "y");
        }
    }

    @Nested
    class What_could_not_be_joined {
        @Test
        void is_listed_by_reason() {
            Derived derived = derive(
                    commit("a", 1, "before-the-log"),
                    release("v1", 2, "commit:gone", "commit:a"),
                    deployed("d1", 3, "release:v1", "release:v0", "plan-item:7"));
            assertThat(derived.unjoined())
                    .containsExactly(
                            entry("commit not recorded", List.of("release:v1 names commit:gone")),
                            entry("release not recorded", List.of("deployment:d1 names release:v0")));
        }

        @Test
        void is_nothing_without_events() {
            assertThat(Linker.derive(Facts.empty(), Instant.MAX)).isEqualTo(new Derived(List.of(), new TreeMap<>()));
        }
    }
}
