package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.policy.PolicyFinding.Code;
import io.infinityloop.release.Risk;
import java.util.List;

/**
 * What is risky is shown to a few first: by a canary, or behind a feature flag.
 *
 * <p>Source: requirement DEP-20.
 *
 * @param enforcement what follows if it is shown to all at once
 * @param from the least risk that asks for it
 * @since 0.1
 */
public record CautiousRollout(Enforcement enforcement, Risk from) implements Policy {
    /** Creates the policy. */
    public CautiousRollout {
        requireNonNull(enforcement, "enforcement");
        requireNonNull(from, "from");
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        ReleasePlan plan = proposal.plan();
        Risk risk = plan.risk();
        boolean isRisky = risk != null && risk.compareTo(from) >= 0;
        boolean isContained = plan.isBehindFlag()
                || plan.strategy().filter(DeploymentStrategy.CANARY::equals).isPresent();
        if (!isRisky || isContained) {
            return List.of();
        }
        String strategy = plan.strategy().map(Enum::name).orElse("no known strategy");
        return List.of(new PolicyFinding(
                Code.RISK_NOT_CONTAINED,
                enforcement,
                proposal.version(),
                proposal.version() + " has the risk " + risk + " and is deployed by " + strategy
                        + ": expected CANARY or a feature flag"));
    }
}
