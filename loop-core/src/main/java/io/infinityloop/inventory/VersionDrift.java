package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A finding: in an environment another version runs than the one that should.
 *
 * <p>Source: requirement DEP-17.
 *
 * @param environment where
 * @param desired the version that should run
 * @param actual the version that runs, as far as the deployments tell; empty if none does
 * @since 0.1
 */
public record VersionDrift(Environment environment, String desired, String actual) {
    private static final Comparator<Deployment> LATER =
            Comparator.comparing(VersionDrift::end).thenComparing(Deployment::id);

    /**
     * Creates a finding.
     *
     * @throws IllegalArgumentException if the desired version is blank, or a version has more than 500 characters
     */
    public VersionDrift {
        requireNonNull(environment, "environment");
        Texts.id("desired version", desired);
        Texts.idOrEmpty("actual version", actual);
    }

    /**
     * Compares what should run with what does.
     *
     * @param desired the version that should run, for each environment that is looked after
     * @param deployments the deployments of one service, in any order; in each environment the last successful one
     *     counts
     * @return one finding for each environment with another version, in the order of the constants
     */
    public static List<VersionDrift> among(Map<Environment, String> desired, Collection<Deployment> deployments) {
        return new TreeMap<>(desired)
                .entrySet().stream()
                        .map(wanted -> new VersionDrift(
                                wanted.getKey(),
                                wanted.getValue(),
                                actual(wanted.getKey(), deployments).orElse("")))
                        .filter(found -> !found.desired().equals(found.actual()))
                        .toList();
    }

    private static Optional<String> actual(Environment environment, Collection<Deployment> deployments) {
        return deployments.stream()
                .filter(deployment -> deployment.environment() == environment
                        && deployment.outcome().isSuccess())
                .max(LATER)
                .map(deployment -> deployment.plan().version());
    }

    private static Instant end(Deployment deployment) {
        return deployment.finishedAt() == null ? deployment.at() : deployment.finishedAt();
    }

    /**
     * Returns the deployment that would end the drift.
     *
     * @return the plan: the desired version, and back to the actual one if that goes wrong
     */
    public DeploymentPlan sync() {
        DeploymentPlan plan = DeploymentPlan.UNKNOWN.withVersion(desired).withPurpose(DeploymentPurpose.DELIVERY);
        return plan.withRecovery(actual.isEmpty() ? Recovery.fixForward() : Recovery.rollbackTo(actual));
    }

    /** {@return one sentence for people} */
    public String message() {
        return environment + " runs " + (actual.isEmpty() ? "no known version" : actual) + " and should run " + desired
                + ": deploy " + desired;
    }
}
