package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The policies of a product, all of which are asked.
 *
 * <p>Source: requirements REL-11 and REL-12.
 *
 * @param criticality what is at stake; a mission-critical product has a strict {@link ApprovalRequired}, whatever else
 *     it has: where none is given, one is added, and an advisory one is made strict
 * @param policies the policies, in the order in which their findings come
 * @since 0.1
 */
public record PolicySet(Criticality criticality, List<Policy> policies) {
    /** Creates the policies of a product. */
    public PolicySet {
        requireNonNull(criticality, "criticality");
        policies = List.copyOf(requireNonNull(policies, "policies"));
        if (criticality == Criticality.MISSION_CRITICAL) {
            policies = withApproval(policies);
        }
    }

    /**
     * Returns the policies of a product that is not mission-critical.
     *
     * @param policies the policies, possibly none
     * @return the set
     */
    public static PolicySet of(Policy... policies) {
        return new PolicySet(Criticality.NORMAL, List.of(policies));
    }

    /**
     * Returns these policies for a product of another criticality.
     *
     * @param other the criticality
     * @return the set; an approval that was added for a mission-critical product stays
     */
    public PolicySet with(Criticality other) {
        return new PolicySet(other, policies);
    }

    /**
     * Judges a proposal.
     *
     * @param proposal what is to be deployed, when, and what is known
     * @return what is against it, in the order of the policies, unmodifiable; empty if nothing is
     */
    public List<PolicyFinding> judge(Proposal proposal) {
        requireNonNull(proposal, "proposal");
        return policies.stream()
                .flatMap(policy -> policy.judge(proposal).stream())
                .toList();
    }

    private static List<Policy> withApproval(List<Policy> policies) {
        List<Policy> forced = new ArrayList<>();
        boolean asks = false;
        for (Policy policy : policies) {
            boolean isApproval = policy instanceof ApprovalRequired;
            asks |= isApproval;
            forced.add(
                    isApproval
                            ? new ApprovalRequired(Enforcement.STRICT, ((ApprovalRequired) policy).roles())
                            : policy);
        }
        if (!asks) {
            forced.add(new ApprovalRequired(Enforcement.STRICT, List.of()));
        }
        return List.copyOf(forced);
    }
}
