package io.infinityloop.metrics.link;

import static io.infinityloop.artifact.DeploymentPurpose.DELIVERY;
import static io.infinityloop.artifact.DeploymentPurpose.HOTFIX;
import static io.infinityloop.artifact.DeploymentPurpose.ROLLBACK;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.incident;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The signs that a deployment failed. */
class FailuresTest {
    /** The signs: {@code d1 INCIDENT incident:i time 3 to 5}, in hours. */
    private static List<String> signs(LoopEvent... events) {
        return derive(events).subjects(Deployed.class).stream()
                .flatMap(deployed -> deployed.failures().stream().map(failure -> deployed.id() + " " + text(failure)))
                .toList();
    }

    private static String text(Failure failure) {
        return failure.sign() + " " + failure.ref() + " " + failure.linkedBy() + " " + hours(failure.startedAt())
                + " to " + hours(failure.restoredAt());
    }

    private static String hours(@Nullable Instant instant) {
        return instant == null
                ? "now"
                : "" + Duration.between(Log.START, instant).toHours();
    }

    private static List<String> remedies(LoopEvent... events) {
        return derive(events).subjects(Deployed.class).stream()
                .filter(deployed -> !deployed.remedies().isEmpty())
                .map(deployed -> deployed.id() + " " + deployed.remedies())
                .toList();
    }

    private static Recorded version(String id, double hours, String version) {
        Deployment plain = (Deployment) deployed(id, hours).artifact();
        return recorded(plain.with(plain.plan().withVersion(version)));
    }

    private static Recorded back(String id, double hours, String version, String... lineage) {
        Deployment plain = (Deployment) deployed(id, hours, ROLLBACK, lineage).artifact();
        return recorded(plain.with(plain.plan().withVersion(version)));
    }

    @Nested
    class Of_an_incident {
        @Test
        void last_from_its_start_until_it_is_resolved() {
            assertThat(signs(deployed("d1", 1), resolved("i", 3, 5)))
                    .containsExactly("d1 INCIDENT incident:i time 3 to 5");
            assertThat(signs(deployed("d1", 1), incident("i", 3, "deployment:d1")))
                    .containsExactly("d1 INCIDENT incident:i id 3 to now");
        }

        @Test
        void are_as_many_as_there_are_incidents_and_in_the_order_of_time() {
            assertThat(signs(deployed("d1", 1), resolved("late", 4, 5), incident("early", 2)))
                    .containsExactly(
                            "d1 INCIDENT incident:early time 2 to now", "d1 INCIDENT incident:late time 4 to 5");
        }

        @Test
        void are_none_of_a_deployment_whose_version_did_not_come_to_run() {
            assertThat(signs(
                            deployment("d1", 1, Environment.PRODUCTION, DeploymentStatus.FAILED),
                            incident("i", 2, "deployment:d1")))
                    .isEmpty();
        }

        @Test
        void tell_whether_customers_noticed() {
            assertThat(derive(deployed("d1", 1), incident("i", 2))
                            .subjects(Deployed.class)
                            .get(0)
                            .failures())
                    .extracting(Failure::customerImpact)
                    .containsExactly(true);
        }

        @Test
        void are_evidence() {
            assertThat(derive(deployed("d1", 1), incident("i", 2))
                            .subjects(Deployed.class)
                            .get(0)
                            .evidence())
                    .extracting(EventKey::id)
                    .containsExactly("deployment:d1@" + at(1), "incident:i@" + at(2));
        }
    }

    @Nested
    class Of_a_roll_back {
        @Test
        void are_told_by_the_status() {
            Recorded taken = recorded(new Deployment(
                    ArtifactMetadata.of("d1", at(2)),
                    Environment.PRODUCTION,
                    DeploymentStatus.ROLLED_BACK,
                    at(4),
                    DeploymentPlan.UNKNOWN,
                    List.of()));
            assertThat(signs(taken)).containsExactly("d1 ROLLBACK deployment:d1 self 2 to 4");
            assertThat(signs(deployed("d0", 1), taken, deployed("r", 4, ROLLBACK)))
                    .containsExactly("d1 ROLLBACK deployment:d1 self 2 to 4", "d1 ROLLBACK deployment:r time 2 to 4");
        }

        @Test
        void take_back_the_deployment_before() {
            assertThat(signs(deployed("d1", 1), deployed("d2", 2), deployed("r", 3, ROLLBACK), deployed("d3", 4)))
                    .containsExactly("d2 ROLLBACK deployment:r time 2 to 3");
            assertThat(remedies(deployed("d1", 1), deployed("r", 300, ROLLBACK)))
                    .containsExactly("r [deployment:d1]");
        }

        @Test
        void take_back_the_deployment_that_they_name() {
            assertThat(signs(deployed("d1", 1), deployed("d2", 2), deployed("r", 3, ROLLBACK, "deployment:d1")))
                    .containsExactly("d1 ROLLBACK deployment:r id 1 to 3");
        }

        @Test
        void take_back_one_more_each_time() {
            assertThat(signs(
                            deployed("d1", 1),
                            deployed("d2", 2),
                            deployed("r1", 3, ROLLBACK),
                            deployed("r2", 4, ROLLBACK)))
                    .containsExactly("d1 ROLLBACK deployment:r2 time 1 to 4", "d2 ROLLBACK deployment:r1 time 2 to 3");
        }

        @Test
        void of_the_same_version_again_take_back_nothing_more() {
            assertThat(signs(
                            version("d1", 1, "1"),
                            version("d2", 2, "2"),
                            version("d3", 3, "3"),
                            back("r1", 4, "1"),
                            back("r2", 5, "1")))
                    .containsExactly("d3 ROLLBACK deployment:r1 time 3 to 4");
        }

        @Test
        void stay_within_a_service() {
            assertThat(signs(
                            ofService("shop", deployed("d1", 1)),
                            ofService("mail", deployed("d2", 2)),
                            ofService("shop", deployed("r", 3, ROLLBACK))))
                    .containsExactly("d1 ROLLBACK deployment:r time 1 to 3");
        }

        @Test
        void are_seen_where_an_older_version_is_deployed_again() {
            LoopEvent[] events = {version("d1", 1, "1"), version("d2", 2, "2"), version("d3", 3, "1")};
            assertThat(signs(events)).containsExactly("d2 ROLLBACK deployment:d3 artifact 2 to 3");
            assertThat(remedies(events)).containsExactly("d3 [deployment:d2]");
        }

        @Test
        void are_not_seen_in_the_same_version_again_or_in_one_that_was_taken_back() {
            assertThat(signs(version("d1", 1, "1"), version("d2", 2, "1"), version("d3", 3, "2")))
                    .isEmpty();
            assertThat(signs(
                            version("d1", 1, "1"), version("d2", 2, "2"), version("d3", 3, "1"), version("d4", 4, "2")))
                    .containsExactly("d2 ROLLBACK deployment:d3 artifact 2 to 3");
        }

        @Test
        void are_not_seen_in_what_is_said_to_be_a_delivery() {
            Deployment again = (Deployment) version("d3", 3, "1").artifact();
            assertThat(signs(
                            version("d1", 1, "1"),
                            version("d2", 2, "2"),
                            recorded(again.with(again.plan().withPurpose(DELIVERY)))))
                    .isEmpty();
        }

        @Test
        void with_nothing_before_them_are_listed() {
            assertThat(derive(deployed("r", 3, ROLLBACK)).unjoined())
                    .containsExactly(entry("roll-back with no deployment before it", List.of("deployment:r")));
        }

        @Test
        void elsewhere_say_nothing_of_production() {
            Deployment staged = (Deployment) deployment("s", 3, Environment.STAGING, DeploymentStatus.SUCCEEDED)
                    .artifact();
            assertThat(signs(
                            deployed("d1", 1),
                            recorded(staged.with(staged.plan().withPurpose(ROLLBACK)))))
                    .isEmpty();
        }
    }

    @Nested
    class Of_a_repair {
        @Test
        void are_of_the_deployments_that_caused_the_incident_that_it_names() {
            assertThat(signs(
                            deployed("d1", 1),
                            resolved("i", 2, 9, "deployment:d1"),
                            deployed("d2", 3),
                            deployed("fix", 5, HOTFIX, "incident:i")))
                    .containsExactly("d1 INCIDENT incident:i id 2 to 9", "d1 REMEDIATION deployment:fix id 2 to 5");
        }

        @Test
        void need_no_purpose_where_an_incident_is_named() {
            assertThat(signs(deployed("d1", 1), incident("i", 2), deployed("d2", 5, DELIVERY, "incident:i")))
                    .containsExactly(
                            "d1 INCIDENT incident:i time 2 to now", "d1 REMEDIATION deployment:d2 time 2 to 5");
        }

        @Test
        void are_of_the_deployment_that_it_names() {
            LoopEvent[] events = {deployed("d1", 1), deployed("d2", 2), deployed("fix", 40, HOTFIX, "deployment:d1")};
            assertThat(signs(events)).containsExactly("d1 REMEDIATION deployment:fix id 1 to 40");
            assertThat(remedies(events)).containsExactly("fix [deployment:d1]");
            assertThat(signs(deployed("d1", 1), deployed("d2", 2, "deployment:d1")))
                    .containsExactly("d1 REMEDIATION deployment:d2 id 1 to 2");
        }

        @Test
        void are_not_of_what_a_delivery_names() {
            assertThat(signs(deployed("d1", 1), deployed("d2", 2, DELIVERY, "deployment:d1")))
                    .isEmpty();
        }

        @Test
        void are_of_the_deployment_before_where_a_hotfix_names_nothing() {
            assertThat(signs(deployed("d1", 1), deployed("d2", 2), deployed("fix", 26, HOTFIX)))
                    .containsExactly("d2 REMEDIATION deployment:fix time 2 to 26");
        }

        @Test
        void are_not_guessed_over_more_than_24_hours() {
            assertThat(signs(deployed("d1", 1), deployed("fix", 26, HOTFIX))).isEmpty();
            assertThat(derive(deployed("d1", 1), deployed("fix", 26, HOTFIX)).unjoined())
                    .containsExactly(
                            entry("hotfix later than the horizon", List.of("deployment:fix after deployment:d1")));
            assertThat(derive(deployed("fix", 26, HOTFIX)).unjoined())
                    .containsExactly(entry("hotfix with no deployment before it", List.of("deployment:fix")));
        }

        @Test
        void of_what_no_deployment_caused_are_signs_of_no_failure() {
            LoopEvent[] events = {incident("i", 2), deployed("d1", 3), deployed("fix", 5, HOTFIX, "incident:i")};
            assertThat(signs(events)).isEmpty();
            assertThat(remedies(events)).containsExactly("fix [incident:i]");
        }
    }

    @Nested
    class Of_a_check {
        private Recorded test(String id, double hours, Outcome outcome) {
            return recorded(new TestRun(
                    ArtifactMetadata.of(id, at(hours)).derivedFrom(List.of(ArtifactRef.parse("deployment:d1"))),
                    Stage.TEST,
                    "smoke",
                    outcome,
                    TestRun.Counts.NONE,
                    null));
        }

        @Test
        void last_until_the_subject_passes_or_the_next_deployment() {
            LoopEvent d1 = deployed("d1", 1);
            LoopEvent failed = test("t1", 2, Outcome.FAILED);
            assertThat(signs(d1, failed)).containsExactly("d1 FLAGGED test-run:t1 id 2 to now");
            assertThat(signs(d1, failed, deployed("d2", 7))).containsExactly("d1 FLAGGED test-run:t1 id 2 to 7");
            assertThat(signs(d1, failed, test("t2", 5, Outcome.PASSED), deployed("d2", 7)))
                    .containsExactly("d1 FLAGGED test-run:t1 id 2 to 5");
        }

        @Test
        void are_none_where_it_passed_or_nobody_knows() {
            assertThat(signs(deployed("d1", 1), test("t1", 2, Outcome.PASSED), test("t2", 2, Outcome.UNKNOWN)))
                    .isEmpty();
        }
    }

    @Test
    void are_the_same_in_any_order_of_arrival() {
        LoopEvent[] events = {
            deployed("fix", 26, HOTFIX), resolved("i", 3, 5), deployed("r", 9, ROLLBACK), deployed("d1", 1)
        };
        LoopEvent[] sorted = {events[3], events[1], events[2], events[0]};
        assertThat(signs(events)).isEqualTo(signs(sorted)).isNotEmpty();
    }
}
