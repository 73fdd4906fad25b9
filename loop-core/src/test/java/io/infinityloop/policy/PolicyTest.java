package io.infinityloop.policy;

import static io.infinityloop.policy.Enforcement.ADVISORY;
import static io.infinityloop.policy.Enforcement.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Verification;
import io.infinityloop.policy.PolicyFinding.Code;
import io.infinityloop.release.Risk;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that look at the plan of a release and at other deployments. */
class PolicyTest {
    private static final Instant T0 = Instant.parse("2026-01-06T09:00:00Z");
    private static final Release A =
            Release.of("a", T0, "2.0.0", List.of()).with(Preparation.NONE.withDigests(List.of("sha256:a")));
    private static final ArtifactRef B = ArtifactRef.of(Release.KIND, "b");

    private static List<PolicyFinding> judge(Policy policy, ReleasePlan.Builder plan, Deployment... known) {
        return policy.judge(Proposal.of(plan.build(), T0).with(List.of(known)));
    }

    private static ReleasePlan.Builder plan() {
        return ReleasePlan.of(A);
    }

    private static Deployment deployed(String id, Environment where, DeploymentPlan plan, ArtifactRef... of) {
        return new Deployment(
                ArtifactMetadata.of(id, T0).derivedFrom(List.of(of)),
                where,
                DeploymentStatus.SUCCEEDED,
                T0,
                plan,
                List.of(Verification.passed("smoke")));
    }

    @Nested
    class Compatibility_of_two_versions {
        private final CompatibilityStated strict = new CompatibilityStated(STRICT);

        private ReleasePlan.Builder rolling() {
            return plan().strategy(DeploymentStrategy.ROLLING, DeploymentTarget.EXISTING);
        }

        @Test
        @Tag("DEP-06")
        void is_stated_before_a_major_bump_is_rolled_out() {
            assertThat(judge(strict, rolling().replaces("1.9.3")))
                    .containsExactly(new PolicyFinding(
                            Code.COMPATIBILITY_NOT_STATED,
                            STRICT,
                            "2.0.0",
                            "a ROLLING deployment runs 1.9.3 and 2.0.0 together, and nobody stated that they are"
                                    + " compatible: expected a statement, or another strategy"));
            assertThat(judge(new CompatibilityStated(ADVISORY), rolling().replaces("1.9.3")))
                    .extracting(PolicyFinding::isStrict)
                    .containsExactly(false);
            assertThat(judge(strict, rolling().replaces("1.9.3").compatibleWith("1.9.3")))
                    .isEmpty();
            assertThat(judge(strict, rolling().replaces("1.9.3").compatibleWith("1.9.2")))
                    .hasSize(1);
        }

        @Test
        void is_asked_for_only_where_two_versions_run_together_and_may_differ() {
            assertThat(judge(strict, rolling())).isEmpty();
            assertThat(judge(strict, rolling().replaces("2.0.0-rc.1"))).isEmpty();
            assertThat(judge(strict, rolling().replaces("yesterday's"))).hasSize(1);
            assertThat(judge(strict, plan().replaces("1.9.3"))).isEmpty();
            assertThat(judge(
                            strict,
                            plan().strategy(DeploymentStrategy.BLUE_GREEN, DeploymentTarget.NEW)
                                    .replaces("1.9.3")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BLUE_GREEN, NEW, true",
        "BLUE_GREEN, EXISTING, false",
        "BLUE_GREEN, MIXED, false",
        "ROLLING, EXISTING, true",
        "ROLLING, NEW, false",
        "ROLLING, MIXED, false",
        "CANARY, EXISTING, true",
        "CANARY, MIXED, true"
    })
    @Tag("DEP-16")
    void a_strategy_needs_a_target_that_fits(DeploymentStrategy strategy, DeploymentTarget target, boolean fits) {
        List<PolicyFinding> findings = judge(new FittingTarget(STRICT), plan().strategy(strategy, target));

        assertThat(findings.isEmpty()).isEqualTo(fits);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(Code.TARGET_DOES_NOT_FIT);
            assertThat(finding.message()).contains(strategy + " needs a target").contains("is " + target);
        });
    }

    @Test
    void a_target_that_nobody_named_does_not_fit_and_without_a_strategy_nothing_is_needed() {
        DeploymentPlan rolling = DeploymentPlan.UNKNOWN.withStrategy(DeploymentStrategy.ROLLING);

        assertThat(judge(new FittingTarget(STRICT), plan().deployment(rolling)))
                .extracting(PolicyFinding::message)
                .containsExactly("ROLLING needs a target that is EXISTING, and that of 2.0.0 is not known: expected"
                        + " another target or strategy");
        assertThat(judge(new FittingTarget(STRICT), plan())).isEmpty();
    }

    @Nested
    class A_high_risk {
        private final CautiousRollout strict = new CautiousRollout(STRICT, Risk.HIGH);

        private ReleasePlan.Builder risky(DeploymentStrategy strategy) {
            return plan().risk(Risk.HIGH).strategy(strategy, DeploymentTarget.EXISTING);
        }

        @Test
        @Tag("DEP-20")
        void needs_a_canary_or_a_flag() {
            assertThat(judge(strict, risky(DeploymentStrategy.ROLLING)))
                    .containsExactly(new PolicyFinding(
                            Code.RISK_NOT_CONTAINED,
                            STRICT,
                            "2.0.0",
                            "2.0.0 has the risk HIGH and is deployed by ROLLING: expected CANARY or a feature flag"));
            assertThat(judge(strict, risky(DeploymentStrategy.CANARY))).isEmpty();
            assertThat(judge(strict, risky(DeploymentStrategy.ROLLING).behindFlag()))
                    .isEmpty();
        }

        @Test
        void is_what_the_policy_says() {
            ReleasePlan.Builder medium = risky(DeploymentStrategy.ROLLING).risk(Risk.MEDIUM);

            assertThat(judge(strict, medium)).isEmpty();
            assertThat(judge(new CautiousRollout(STRICT, Risk.MEDIUM), medium)).hasSize(1);
            assertThat(judge(strict, plan())).isEmpty();
            assertThat(judge(strict, plan().risk(Risk.HIGH)))
                    .extracting(PolicyFinding::message)
                    .singleElement()
                    .asString()
                    .contains("by no known strategy");
        }
    }

    @Nested
    class A_release_that_depends_on_another {
        private final DependenciesDeployed strict = new DependenciesDeployed(STRICT);

        @Test
        @Tag("REL-15")
        void waits_for_it_and_names_it() {
            ReleasePlan.Builder afterB = plan().dependsOn(B);

            assertThat(judge(strict, afterB))
                    .containsExactly(new PolicyFinding(
                            Code.DEPENDENCY_NOT_DEPLOYED,
                            STRICT,
                            "release:b",
                            "2.0.0 depends on release:b, which does not run in production: deploy that first"));
            assertThat(judge(strict, afterB, deployed("d1", Environment.PRODUCTION, DeploymentPlan.UNKNOWN, B)))
                    .isEmpty();
            assertThat(judge(strict, plan())).isEmpty();
        }

        @Test
        @Tag("REL-15")
        void waits_until_it_runs_in_production_and_stays_there() {
            Deployment inStaging = deployed("d1", Environment.STAGING, DeploymentPlan.UNKNOWN, B);
            Deployment inProduction = deployed("d2", Environment.PRODUCTION, DeploymentPlan.UNKNOWN, B);
            Deployment failed =
                    Deployment.observed(inProduction.metadata(), Environment.PRODUCTION, DeploymentStatus.FAILED, null);
            DeploymentPlan back = DeploymentPlan.UNKNOWN.withPurpose(DeploymentPurpose.ROLLBACK);
            Deployment takenBack = deployed("d3", Environment.PRODUCTION, back, inProduction.ref());
            Deployment again = deployed("d4", Environment.PRODUCTION, DeploymentPlan.UNKNOWN, B);

            assertThat(judge(strict, plan().dependsOn(B), inStaging)).hasSize(1);
            assertThat(judge(strict, plan().dependsOn(B), inProduction, failed)).hasSize(1);
            assertThat(judge(strict, plan().dependsOn(B), inProduction, takenBack))
                    .hasSize(1);
            assertThat(judge(strict, plan().dependsOn(B), inProduction, takenBack, again))
                    .isEmpty();
        }

        @Test
        void cannot_depend_on_itself_or_on_what_is_no_release() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan().dependsOn(A.ref()).build())
                    .withMessageContaining("release:a cannot depend on release:a");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan().dependsOn(new ArtifactRef("commit", "4f2a91c"))
                            .build())
                    .withMessageContaining("expected another artifact of the kind release");
        }
    }

    @Nested
    class A_rehearsal {
        private final Rehearsed strict = new Rehearsed(STRICT);
        private final ReleasePlan.Builder withPipeline = plan().process("pipeline-7");

        private Deployment by(String process, Deployment deployment) {
            return new Deployment(
                    deployment.metadata().with(Labels.of(ReleasePlan.PROCESS, process)),
                    deployment.environment(),
                    deployment.status(),
                    deployment.finishedAt(),
                    deployment.plan(),
                    deployment.verifications());
        }

        private Deployment inTest() {
            return deployed("d1", Environment.TEST, DeploymentPlan.UNKNOWN, A.ref());
        }

        @Test
        @Tag("GATE-22")
        void comes_before_production_with_the_same_process() {
            assertThat(judge(strict, withPipeline))
                    .containsExactly(new PolicyFinding(
                            Code.NOT_REHEARSED,
                            STRICT,
                            "2.0.0",
                            "2.0.0 was not deployed to TEST or STAGING before: expected a rehearsal"));
            assertThat(judge(strict, withPipeline, by("pipeline-7", inTest()))).isEmpty();
        }

        @Test
        @Tag("DEP-15")
        void with_another_process_is_a_finding() {
            assertThat(judge(strict, withPipeline, by("by-hand", inTest())))
                    .containsExactly(new PolicyFinding(
                            Code.OTHER_PROCESS,
                            STRICT,
                            "2.0.0",
                            "2.0.0 was rehearsed with the process by-hand and is to be deployed with the process"
                                    + " pipeline-7: expected one process for both"));
            assertThat(judge(strict, withPipeline, inTest()))
                    .extracting(PolicyFinding::code)
                    .containsExactly(Code.OTHER_PROCESS);
            assertThat(judge(strict, plan(), by("pipeline-7", inTest())))
                    .extracting(PolicyFinding::message)
                    .containsExactly("2.0.0 was rehearsed with the process pipeline-7 and is to be deployed with an"
                            + " unknown process: expected one process for both");
        }

        @Test
        @Tag("GATE-22")
        void is_of_this_release_in_a_test_environment_and_succeeded() {
            DeploymentPlan same = DeploymentPlan.UNKNOWN.withDigests(List.of("sha256:a"));
            DeploymentPlan other = DeploymentPlan.UNKNOWN.withDigests(List.of("sha256:b"));
            Deployment failed = Deployment.observed(
                    inTest().metadata().with(Labels.of(ReleasePlan.PROCESS, "pipeline-7")),
                    Environment.TEST,
                    DeploymentStatus.FAILED,
                    null);

            assertThat(judge(strict, withPipeline, by("pipeline-7", deployed("d", Environment.STAGING, same))))
                    .isEmpty();
            for (Deployment none : List.of(
                    by("pipeline-7", deployed("d", Environment.STAGING, other)),
                    by("pipeline-7", deployed("d", Environment.PRODUCTION, same)),
                    by("pipeline-7", deployed("d", Environment.LOCAL, same)),
                    failed)) {
                assertThat(judge(strict, withPipeline, none))
                        .extracting(PolicyFinding::code)
                        .containsExactly(Code.NOT_REHEARSED);
            }
        }
    }
}
