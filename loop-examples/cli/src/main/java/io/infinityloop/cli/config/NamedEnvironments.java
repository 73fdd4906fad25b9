package io.infinityloop.cli.config;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.link.EnvironmentRule;
import io.infinityloop.source.Environments;
import java.util.Optional;

/**
 * Holds deployments of any log against the names of environments; what no name is said of stays as it was recorded.
 *
 * @param names what the names mean
 */
record NamedEnvironments(Environments names) implements EnvironmentRule {
    @Override
    public Environment of(Deployment deployment, Labels labels) {
        return ruled(labels).orElse(deployment.environment());
    }

    @Override
    public boolean mayBeInProduction(Labels labels) {
        return ruled(labels)
                .map(environment -> environment == Environment.PRODUCTION)
                .orElseGet(() -> AS_RECORDED.mayBeInProduction(labels));
    }

    private Optional<Environment> ruled(Labels labels) {
        return labels.get(Labels.ENVIRONMENT).flatMap(names::ruled);
    }
}
