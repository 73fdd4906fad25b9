package io.infinityloop.policy;

import java.util.List;

/**
 * A rule about deployments to production. Data, and nothing else: two policies that say the same are equal.
 *
 * <p>The hierarchy is closed; a later version may add a policy. What is no policy of the library is a gate of the
 * machine.
 *
 * @since 0.1
 */
public sealed interface Policy
        permits ApprovalRequired,
                CautiousRollout,
                CompatibilityStated,
                DependenciesDeployed,
                DeploymentWindow,
                FittingTarget,
                Rehearsed {
    /** {@return what follows if it is not kept} */
    Enforcement enforcement();

    /**
     * Judges a proposal.
     *
     * @param proposal what is to be deployed, when, and what is known
     * @return what is against it, in a fixed order, unmodifiable; empty if nothing is
     */
    List<PolicyFinding> judge(Proposal proposal);
}
