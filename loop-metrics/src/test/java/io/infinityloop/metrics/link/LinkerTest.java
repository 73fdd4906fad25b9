package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.link.Joined.deployments;
import static io.infinityloop.metrics.link.Joined.releases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinkerTest {
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
