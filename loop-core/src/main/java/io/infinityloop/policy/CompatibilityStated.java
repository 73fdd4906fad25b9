package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.VersionBump;
import io.infinityloop.policy.PolicyFinding.Code;
import io.infinityloop.release.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * Before two versions run side by side in a rolling deployment, somebody states that they can. It is asked for where
 * the first number of the version differs, and where one of the two is no semantic version, so that nobody can tell.
 *
 * <p>Source: requirement DEP-06.
 *
 * @param enforcement what follows without a statement
 * @since 0.1
 */
public record CompatibilityStated(Enforcement enforcement) implements Policy {
    /** Creates the policy. */
    public CompatibilityStated {
        requireNonNull(enforcement, "enforcement");
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        ReleasePlan plan = proposal.plan();
        String from = plan.replaces();
        boolean isAsked =
                plan.strategy().filter(DeploymentStrategy.ROLLING::equals).isPresent()
                        && !from.isEmpty()
                        && mayBreak(from, proposal.version());
        if (!isAsked || plan.compatibleWith().contains(from)) {
            return List.of();
        }
        return List.of(new PolicyFinding(
                Code.COMPATIBILITY_NOT_STATED,
                enforcement,
                proposal.version(),
                "a ROLLING deployment runs " + from + " and " + proposal.version()
                        + " together, and nobody stated that they are compatible: expected a statement, or another"
                        + " strategy"));
    }

    private static boolean mayBreak(String from, String to) {
        Optional<SemanticVersion> old = SemanticVersion.find(from);
        Optional<SemanticVersion> next = SemanticVersion.find(to);
        return old.isEmpty() || next.isEmpty() || old.get().difference(next.get()) == VersionBump.MAJOR;
    }
}
