package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which environment a deployment counts for, whatever its source calls it. A pure function.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EnvironmentRule {
    /** Takes each environment for what the deployment says. */
    EnvironmentRule AS_RECORDED = (deployment, labels) -> deployment.environment();

    /**
     * Returns the environment that a deployment counts for.
     *
     * @param deployment the deployment
     * @param labels the labels of the deployment and of its event
     * @return the environment
     */
    Environment of(Deployment deployment, Labels labels);

    /**
     * Tells whether something with these labels, an incident for example, may have to do with production. Where nobody
     * links it with a deployment, it is not put down to one for reasons of time if it may not.
     *
     * @param labels the labels
     * @return whether it may; unless overridden, false if the label {@link Labels#ENVIRONMENT} is {@code local},
     *     {@code ci}, {@code test} or {@code staging} in upper or lower case
     */
    default boolean mayBeInProduction(Labels labels) {
        return labels.get(Labels.ENVIRONMENT)
                .map(name -> !Set.of("LOCAL", "CI", "TEST", "STAGING").contains(name.toUpperCase(Locale.ROOT)))
                .orElse(true);
    }

    /**
     * Returns the rule that a label says what production is. What bears another value of the label is not in
     * production; what does not bear it is where it says it is.
     *
     * @param key the key of the label, usually {@link Labels#ENVIRONMENT}
     * @param production the values that mean production; the whole value must match
     * @return the rule
     */
    static EnvironmentRule byLabel(String key, Pattern production) {
        return new ByLabel(requireNonNull(key, "key"), requireNonNull(production, "production"));
    }

    /**
     * A label says what production is.
     *
     * @param key the key of the label
     * @param production the values that mean production
     */
    record ByLabel(String key, Pattern production) implements EnvironmentRule {
        @Override
        public Environment of(Deployment deployment, Labels labels) {
            return labels.get(key)
                    .map(value -> matches(value) ? Environment.PRODUCTION : elsewhere(deployment))
                    .orElse(deployment.environment());
        }

        @Override
        public boolean mayBeInProduction(Labels labels) {
            return labels.get(key).map(this::matches).orElseGet(() -> AS_RECORDED.mayBeInProduction(labels));
        }

        private boolean matches(String value) {
            return production.matcher(value).matches();
        }

        private static Environment elsewhere(Deployment deployment) {
            return deployment.environment() == Environment.PRODUCTION ? Environment.UNKNOWN : deployment.environment();
        }
    }
}
