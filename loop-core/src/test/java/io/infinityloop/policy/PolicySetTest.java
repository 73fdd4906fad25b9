package io.infinityloop.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Release;
import io.infinityloop.policy.PolicyFinding.Code;
import io.infinityloop.release.Risk;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicySetTest {
    private static final Instant T0 = Instant.parse("2026-01-06T09:00:00Z");
    private static final Release RELEASE = Release.of("r1", T0, "1.2.3", List.of());
    private static final Policy CAUTIOUS = new CautiousRollout(Enforcement.STRICT, Risk.HIGH);

    private static Approval asked(String id, String role, ArtifactRef... of) {
        return Approval.asked(ArtifactMetadata.of(id, T0).derivedFrom(List.of(of)), role);
    }

    private static List<PolicyFinding> judge(PolicySet policies, Approval... approvals) {
        return policies.judge(Proposal.of(ReleasePlan.of(RELEASE).build(), T0).with(List.of(approvals)));
    }

    @Test
    @Tag("REL-12")
    void without_the_policy_nobody_is_asked_and_with_it_the_release_waits() {
        assertThat(judge(PolicySet.of())).isEmpty();

        PolicySet byManager = PolicySet.of(ApprovalRequired.by("release-manager"));
        assertThat(judge(byManager))
                .containsExactly(new PolicyFinding(
                        Code.APPROVAL_MISSING,
                        Enforcement.STRICT,
                        "release-manager",
                        "1.2.3 waits for the approval of release-manager"));
        assertThat(judge(byManager, asked("a1", "release-manager"))).hasSize(1);
        assertThat(judge(byManager, asked("a1", "qa").granted(T0))).hasSize(1);
        assertThat(judge(
                        byManager,
                        asked("a1", "release-manager"),
                        asked("a1", "release-manager").granted(T0)))
                .isEmpty();
    }

    @Test
    void every_role_is_asked_and_one_no_is_a_no() {
        PolicySet both = PolicySet.of(ApprovalRequired.by("qa", "security"));

        assertThat(judge(
                        both,
                        asked("a1", "qa").granted(T0),
                        asked("a2", "security").denied(T0)))
                .extracting(PolicyFinding::code, PolicyFinding::subject)
                .containsExactly(tuple(Code.APPROVAL_DENIED, "security"), tuple(Code.APPROVAL_MISSING, "security"));
        assertThat(judge(PolicySet.of(ApprovalRequired.by()), asked("a1", "qa").granted(T0)))
                .isEmpty();
    }

    @Test
    void the_last_answer_of_a_role_counts_and_only_of_those_that_are_asked() {
        PolicySet byQa = PolicySet.of(ApprovalRequired.by("qa"));
        assertThat(judge(byQa, asked("a1", "qa").denied(T0), asked("a2", "qa").granted(T0)))
                .isEmpty();
        assertThat(judge(
                        byQa,
                        asked("a1", "qa").granted(T0),
                        asked("a2", "marketing").denied(T0)))
                .isEmpty();
        assertThat(judge(byQa, asked("a1", "qa").granted(T0), asked("a2", "qa").denied(T0)))
                .isNotEmpty();
    }

    @Test
    void an_approval_of_another_release_does_not_count() {
        PolicySet any = PolicySet.of(ApprovalRequired.by());
        ArtifactRef other = ArtifactRef.of(Release.KIND, "r0");

        assertThat(judge(any, asked("a1", "qa", other).granted(T0))).hasSize(1);
        assertThat(judge(any, asked("a1", "qa", RELEASE.ref()).granted(T0))).isEmpty();
    }

    @Test
    @Tag("REL-11")
    void a_mission_critical_product_has_a_strict_approval_whatever_is_configured() {
        ApprovalRequired advice = new ApprovalRequired(Enforcement.ADVISORY, List.of("qa"));

        assertThat(PolicySet.of(CAUTIOUS).with(Criticality.MISSION_CRITICAL).policies())
                .containsExactly(CAUTIOUS, ApprovalRequired.by());
        assertThat(PolicySet.of(advice, CAUTIOUS)
                        .with(Criticality.MISSION_CRITICAL)
                        .policies())
                .containsExactly(ApprovalRequired.by("qa"), CAUTIOUS);
        assertThat(PolicySet.of(advice).with(Criticality.NORMAL).policies()).containsExactly(advice);
        assertThat(judge(new PolicySet(Criticality.MISSION_CRITICAL, List.of())))
                .extracting(PolicyFinding::message)
                .containsExactly("1.2.3 waits for the approval of any role");
    }

    @Test
    void what_passes_by_itself_is_told_from_what_does_not() {
        assertThat(Code.values())
                .filteredOn(Code::isTemporary)
                .containsExactly(Code.OUTSIDE_WINDOW, Code.APPROVAL_MISSING, Code.DEPENDENCY_NOT_DEPLOYED);
    }
}
