package io.infinityloop.gate;

import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.gate.Gated.NOON;
import static io.infinityloop.gate.Gated.in;
import static io.infinityloop.gate.Gated.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Release;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.DefinitionBuilder;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.Reason;
import io.infinityloop.policy.ApprovalRequired;
import io.infinityloop.policy.Criticality;
import io.infinityloop.policy.DependenciesDeployed;
import io.infinityloop.policy.DeploymentTarget;
import io.infinityloop.policy.DeploymentWindow;
import io.infinityloop.policy.Enforcement;
import io.infinityloop.policy.FittingTarget;
import io.infinityloop.policy.PolicySet;
import io.infinityloop.policy.Proposal;
import io.infinityloop.policy.ReleasePlan;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Policies as a gate between RELEASE and DEPLOY. */
class PolicyGateTest {
    private static final Release RELEASED = Release.of("1.4.0", NOON, "1.4.0", List.of());
    private static final Approval ASKED = Approval.asked(ArtifactMetadata.of("go", NOON), "release-manager");

    private static Proposal simple(Release release, Instant at) {
        return Proposal.of(ReleasePlan.of(release).build(), at);
    }

    private static Loop inRelease(PolicySet policies, BiFunction<Release, Instant, Proposal> proposal, boolean waits) {
        DefinitionBuilder rules = LoopDefinition.builder("with policies")
                .require(RELEASE, new Contract.Present(Release.KIND))
                .gate(RELEASE, "asked");
        return in(RELEASE, (waits ? rules : rules.automatic(RELEASE)).build(), Gates.policies(policies, proposal));
    }

    @Test
    @Tag("REL-12")
    void without_an_approval_policy_the_release_is_deployed_and_with_it_it_waits() {
        assertThat(inRelease(PolicySet.of(), PolicyGateTest::simple, true)
                        .advance(DEPLOY, RELEASED)
                        .isAccepted())
                .isTrue();

        Loop waiting = inRelease(PolicySet.of(ApprovalRequired.by("release-manager")), PolicyGateTest::simple, true);
        assertThat(reasons(waiting.advance(DEPLOY, RELEASED)))
                .containsExactly(
                        new Reason.AwaitingApproval("asked", "1.4.0 waits for the approval of release-manager"));
        waiting.record(RELEASED).orThrow();
        assertThat(waiting.advance(DEPLOY, ASKED).isAccepted()).isFalse();
        assertThat(waiting.advance(DEPLOY, ASKED.granted(NOON)).isAccepted()).isTrue();
    }

    @Test
    @Tag("REL-11")
    void a_mission_critical_product_waits_for_an_approval_even_where_it_would_move_on_by_itself() {
        Loop normal = inRelease(PolicySet.of(), PolicyGateTest::simple, false);
        normal.record(RELEASED).orThrow();
        assertThat(normal.stage()).isEqualTo(DEPLOY);

        Loop critical = inRelease(PolicySet.of().with(Criticality.MISSION_CRITICAL), PolicyGateTest::simple, false);
        critical.record(RELEASED).orThrow();
        assertThat(critical.stage()).isEqualTo(RELEASE);
        critical.record(ASKED.granted(NOON)).orThrow();
        assertThat(critical.stage()).isEqualTo(DEPLOY);
    }

    @Test
    @Tag("REL-15")
    void a_release_is_not_deployed_before_the_one_that_it_depends_on() {
        ArtifactRef other = ArtifactRef.of(Release.KIND, "billing-7");
        List<Deployment> elsewhere = new ArrayList<>();
        Loop loop = inRelease(
                PolicySet.of(new DependenciesDeployed(Enforcement.STRICT)),
                (release, at) -> Proposal.of(
                                ReleasePlan.of(release).dependsOn(other).build(), at)
                        .with(elsewhere),
                true);

        assertThat(reasons(loop.advance(DEPLOY, RELEASED)))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("depends on release:billing-7");
        elsewhere.add(Deployment.toProduction("d7", NOON, List.of(other)));
        assertThat(loop.advance(DEPLOY, RELEASED).isAccepted()).isTrue();
    }

    @Test
    @Tag("DEP-13")
    void outside_a_strict_window_it_waits_and_an_advisory_one_holds_nothing_up() {
        DeploymentWindow otherDays = new DeploymentWindow(
                Enforcement.ADVISORY,
                ZoneOffset.UTC,
                List.of(new DeploymentWindow.Opening(
                        NOON.atZone(ZoneOffset.UTC).getDayOfWeek().plus(2), LocalTime.NOON, LocalTime.MIDNIGHT)));

        assertThat(inRelease(PolicySet.of(otherDays), PolicyGateTest::simple, true)
                        .advance(DEPLOY, RELEASED)
                        .isAccepted())
                .isTrue();
        assertThat(reasons(inRelease(PolicySet.of(otherDays.with(Enforcement.STRICT)), PolicyGateTest::simple, true)
                        .advance(DEPLOY, RELEASED)))
                .singleElement()
                .returns("WAITING", Reason::code);
        assertThat(reasons(inRelease(
                                PolicySet.of(otherDays.with(Enforcement.STRICT), ApprovalRequired.by("security")),
                                PolicyGateTest::simple,
                                true)
                        .advance(DEPLOY, RELEASED)))
                .as("of what is waited for an approval is a part")
                .singleElement()
                .returns("WAITING_APPROVAL", Reason::code);
    }

    @Test
    @Tag("DEP-16")
    void what_waiting_does_not_help_is_refused() {
        Loop loop = inRelease(
                PolicySet.of(new FittingTarget(Enforcement.STRICT), ApprovalRequired.by()),
                (release, at) -> Proposal.of(
                        ReleasePlan.of(release)
                                .strategy(DeploymentStrategy.ROLLING, DeploymentTarget.NEW)
                                .build(),
                        at),
                true);

        assertThat(reasons(loop.advance(DEPLOY, RELEASED)))
                .containsExactly(new Reason.GateRefused(
                        "asked",
                        "ROLLING needs a target that is EXISTING, and that of 1.4.0 is NEW: expected another target or"
                                + " strategy; 1.4.0 waits for the approval of any role"));
    }

    @Test
    void without_a_release_there_is_nothing_to_judge_yet() {
        assertThat(reasons(
                        inRelease(PolicySet.of(), PolicyGateTest::simple, true).advance(DEPLOY)))
                .contains(new Reason.GateWaiting("asked", "no release is recorded; record one"));
    }
}
