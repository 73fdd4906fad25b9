package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Release;
import io.infinityloop.policy.PolicyFinding.Code;
import java.util.List;

/**
 * What is deployed to production was deployed before, successfully, to TEST or STAGING, by the same process, so that
 * only the configuration differs. A deployment names its process by the label {@value ReleasePlan#PROCESS}.
 *
 * <p>Source: requirements GATE-22 and DEP-15.
 *
 * @param enforcement what follows if it was not
 * @since 0.1
 */
public record Rehearsed(Enforcement enforcement) implements Policy {
    /** Creates the policy. */
    public Rehearsed {
        requireNonNull(enforcement, "enforcement");
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        Release release = proposal.plan().release();
        List<Deployment> rehearsals = proposal.deployments().stream()
                .filter(deployment -> isRehearsal(deployment, release))
                .toList();
        String process = proposal.plan().process();
        if (rehearsals.isEmpty()) {
            return List.of(new PolicyFinding(
                    Code.NOT_REHEARSED,
                    enforcement,
                    proposal.version(),
                    proposal.version() + " was not deployed to TEST or STAGING before: expected a rehearsal"));
        }
        if (!process.isEmpty() && rehearsals.stream().anyMatch(rehearsal -> process.equals(process(rehearsal)))) {
            return List.of();
        }
        return List.of(new PolicyFinding(
                Code.OTHER_PROCESS,
                enforcement,
                proposal.version(),
                proposal.version() + " was rehearsed with " + named(process(rehearsals.get(0)))
                        + " and is to be deployed with " + named(process) + ": expected one process for both"));
    }

    /** A rehearsal comes before the release as often as after it, and then knows its digest and not its id. */
    private static boolean isRehearsal(Deployment deployment, Release release) {
        boolean isTest =
                deployment.environment() == Environment.TEST || deployment.environment() == Environment.STAGING;
        boolean isOfRelease = deployment.derivedFrom().contains(release.ref())
                || deployment.digests().stream().anyMatch(release.digests()::contains);
        return isTest && isOfRelease && deployment.outcome().isSuccess();
    }

    private static String process(Deployment deployment) {
        return deployment.labels().get(ReleasePlan.PROCESS).orElse("");
    }

    private static String named(String process) {
        return process.isEmpty() ? "an unknown process" : "the process " + process;
    }
}
