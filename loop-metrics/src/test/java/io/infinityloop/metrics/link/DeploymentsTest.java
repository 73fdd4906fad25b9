package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.link.Joined.deployments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which deployments deliver something, and what. */
class DeploymentsTest {
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
        Recorded slow = recorded(Deployment.observed(
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
                Derived derived = derive(a, deployment("d1", 2, environment, DeploymentStatus.SUCCEEDED, "commit:a"));
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
        Deployment endless = Deployment.observed(
                whole.artifact().metadata(), Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, null);
        Derived derived = derive(a, new Recorded(EventMetadata.of("x", "s", at(7)), null, endless));
        assertThat(derived.subjects(Deployed.class))
                .extracting(Deployed::finishedAt)
                .containsExactly(at(7));
    }

    @Test
    void that_roll_back_deliver_nothing() {
        Derived derived = derive(
                a,
                b,
                deployed("d1", 2, "commit:a"),
                deployment("d2", 4, Environment.PRODUCTION, DeploymentStatus.ROLLED_BACK, "commit:b"),
                deployed("r", 5, DeploymentPurpose.ROLLBACK, "deployment:d2", "commit:a"));
        assertThat(deployments(derived)).containsExactly(entry("a", "d1"), entry("b", "-"));
    }

    @Test
    void that_bring_back_what_was_there_before_the_log_say_nothing_of_its_age() {
        Derived derived = derive(a, deployed("r", 5, DeploymentPurpose.ROLLBACK, "commit:a"));
        assertThat(derived.subjects(Change.class))
                .extracting(Change::deployed)
                .containsExactly(new Delivery("r", at(5), true));
        assertThat(derived.subjects(Deployed.class))
                .extracting(Deployed::changes)
                .containsExactly(0L);
    }

    @Test
    void promote_what_was_deployed_elsewhere() {
        Derived derived = derive(
                a,
                deployment("s", 2, Environment.STAGING, DeploymentStatus.SUCCEEDED, "commit:a"),
                deployed("d1", 3, "deployment:s"));
        assertThat(deployments(derived)).containsExactly(entry("a", "d1"));
    }

    @Test
    void that_are_the_first_of_a_service_hold_the_history_before_it() {
        LoopEvent[] events = {a, b, commit("c", 5, "b"), deployed("d1", 4, "commit:b"), deployed("d2", 6, "commit:c")};
        assertThat(derive(events).subjects(Change.class))
                .extracting(change -> change.commit() + " " + change.deployed())
                .containsExactly(
                        "a " + new Delivery("d1", at(4), true),
                        "b " + new Delivery("d1", at(4), false),
                        "c " + new Delivery("d2", at(6), false));
        Linker all = Linker.builder().historyIsBaseline(false).build();
        assertThat(all.link(Facts.of(List.of(events)), at(9)).subjects(Change.class))
                .noneMatch(
                        change -> change.deployed() == null || change.deployed().baseline());
    }

    @Test
    void are_of_the_service_of_their_release() {
        Derived derived = derive(a, ofService("shop", release("v1", 2, "commit:a")), deployed("d1", 3, "release:v1"));
        assertThat(derived.subjects(Deployed.class))
                .extracting(Deployed::labels)
                .containsExactly(Labels.of(Labels.SERVICE, "shop"));
    }
}
