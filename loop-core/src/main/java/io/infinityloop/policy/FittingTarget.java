package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.policy.PolicyFinding.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strategy goes with what it is deployed to: blue-green with a new environment, rolling with existing servers. A
 * canary goes with all three.
 *
 * <p>Source: requirement DEP-16.
 *
 * @param enforcement what follows if it does not
 * @since 0.1
 */
public record FittingTarget(Enforcement enforcement) implements Policy {
    /** Creates the policy. */
    public FittingTarget {
        requireNonNull(enforcement, "enforcement");
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        DeploymentStrategy strategy = proposal.plan().deployment().strategy();
        DeploymentTarget needed = needed(strategy);
        DeploymentTarget target = proposal.plan().target();
        if (needed == null || target == needed) {
            return List.of();
        }
        return List.of(new PolicyFinding(
                Code.TARGET_DOES_NOT_FIT,
                enforcement,
                proposal.version(),
                strategy + " needs a target that is " + needed + ", and that of " + proposal.version() + " is "
                        + (target == null ? "not known" : target) + ": expected another target or strategy"));
    }

    private static @Nullable DeploymentTarget needed(@Nullable DeploymentStrategy strategy) {
        if (strategy == DeploymentStrategy.BLUE_GREEN) {
            return DeploymentTarget.NEW;
        }
        return strategy == DeploymentStrategy.ROLLING ? DeploymentTarget.EXISTING : null;
    }
}
