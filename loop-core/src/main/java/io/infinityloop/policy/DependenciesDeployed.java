package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.policy.PolicyFinding.Code;
import java.util.List;

/**
 * A release waits until those that it depends on run in production. One that was taken back does not.
 *
 * <p>Source: requirement REL-15.
 *
 * @param enforcement what follows if one does not
 * @since 0.1
 */
public record DependenciesDeployed(Enforcement enforcement) implements Policy {
    /** Creates the policy. */
    public DependenciesDeployed {
        requireNonNull(enforcement, "enforcement");
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        List<Deployment> inProduction = proposal.deployments().stream()
                .filter(Deployment::isSuccessfulInProduction)
                .toList();
        return proposal.plan().dependsOn().stream()
                .filter(release -> !isDeployed(release, inProduction))
                .map(release -> new PolicyFinding(
                        Code.DEPENDENCY_NOT_DEPLOYED,
                        enforcement,
                        release.toString(),
                        proposal.version() + " depends on " + release
                                + ", which does not run in production: deploy that first"))
                .toList();
    }

    private static boolean isDeployed(ArtifactRef release, List<Deployment> inProduction) {
        return inProduction.stream()
                .filter(deployment -> deployment.derivedFrom().contains(release))
                .anyMatch(deployment -> inProduction.stream()
                        .noneMatch(later ->
                                later.isRollback() && later.derivedFrom().contains(deployment.ref())));
    }
}
