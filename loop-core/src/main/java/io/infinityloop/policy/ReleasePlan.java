package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Release;
import io.infinityloop.internal.Texts;
import io.infinityloop.release.Risk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a release is to get into production, as far as somebody said. A {@linkplain #of builder} leaves out what nobody
 * knows.
 *
 * <p>Source: requirements REL-15, DEP-06, DEP-15, DEP-16 and DEP-20.
 *
 * @param release what is released
 * @param deployment the version that is to run, the strategy and the recovery
 * @param target what it is deployed to; null if nobody said
 * @param risk how much is at stake; null if nobody said
 * @param isBehindFlag whether what is new stays hidden behind a feature flag
 * @param process the id of the process that deploys it, the same for tests and production; empty if nobody said
 * @param replaces the version that runs now; empty if none does, or nobody said
 * @param compatibleWith the versions that it can run beside, by somebody's statement, in the order given
 * @param dependsOn the releases that must run before it, in the order given
 * @since 0.1
 */
public record ReleasePlan(
        Release release,
        DeploymentPlan deployment,
        @Nullable DeploymentTarget target,
        @Nullable Risk risk,
        boolean isBehindFlag,
        String process,
        String replaces,
        List<String> compatibleWith,
        List<ArtifactRef> dependsOn) {
    /**
     * The label under which a deployment names the process that did it: a pipeline, a script, by an id that is the same
     * in all environments.
     */
    public static final String PROCESS = "process";

    /**
     * Creates a plan.
     *
     * @throws IllegalArgumentException if a text has more than 500 characters, a version that it is compatible with is
     *     blank, something that it depends on is no release, or it depends on itself
     */
    public ReleasePlan {
        requireNonNull(release, "release");
        requireNonNull(deployment, "deployment");
        Texts.idOrEmpty("process", process);
        Texts.idOrEmpty("replaced version", replaces);
        compatibleWith = Texts.ids("compatible version", compatibleWith);
        dependsOn = List.copyOf(requireNonNull(dependsOn, "dependsOn"));
        for (ArtifactRef dependency : dependsOn) {
            if (!dependency.isOf(Release.KIND) || dependency.equals(release.ref())) {
                throw new IllegalArgumentException(release.ref() + " cannot depend on " + dependency
                        + ": expected another artifact of the kind release");
            }
        }
    }

    /**
     * Begins the plan of a release.
     *
     * @param release what is released; its version is the one to run, its recovery that of the deployment
     * @return a builder that knows nothing else
     */
    public static Builder of(Release release) {
        return new Builder(requireNonNull(release, "release"));
    }

    /** {@return how the new version takes the place of the old one, or empty if nobody said} */
    public Optional<DeploymentStrategy> strategy() {
        return Optional.ofNullable(deployment.strategy());
    }

    /**
     * Collects what is said of a plan. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Release release;
        private DeploymentPlan deployment;
        private @Nullable DeploymentTarget target;
        private @Nullable Risk risk;
        private boolean isBehindFlag;
        private String process = "";
        private String replaces = "";
        private List<String> compatibleWith = List.of();
        private List<ArtifactRef> dependsOn = List.of();

        private Builder(Release release) {
            this.release = release;
            DeploymentPlan known =
                    DeploymentPlan.UNKNOWN.withVersion(release.version()).withDigests(release.digests());
            this.deployment = release.recovery().map(known::withRecovery).orElse(known);
        }

        /**
         * Says how it is deployed, in place of what the release says.
         *
         * @param plan version, strategy, recovery
         * @return this
         */
        public Builder deployment(DeploymentPlan plan) {
            deployment = requireNonNull(plan, "plan");
            return this;
        }

        /**
         * Says how the new version takes the place of the old one, and on what.
         *
         * @param strategy the strategy
         * @param where what it is deployed to
         * @return this
         */
        public Builder strategy(DeploymentStrategy strategy, DeploymentTarget where) {
            deployment = deployment.withStrategy(strategy);
            target = requireNonNull(where, "where");
            return this;
        }

        /**
         * Says how much is at stake.
         *
         * @param atStake the risk
         * @return this
         */
        public Builder risk(Risk atStake) {
            risk = requireNonNull(atStake, "atStake");
            return this;
        }

        /**
         * Says that what is new stays hidden behind a feature flag.
         *
         * @return this
         */
        public Builder behindFlag() {
            isBehindFlag = true;
            return this;
        }

        /**
         * Names the process that deploys it.
         *
         * @param id its id, the same for tests and production
         * @return this
         */
        public Builder process(String id) {
            process = requireNonNull(id, "id");
            return this;
        }

        /**
         * Names the version that runs now.
         *
         * @param version the version
         * @return this
         */
        public Builder replaces(String version) {
            replaces = requireNonNull(version, "version");
            return this;
        }

        /**
         * States which versions it can run beside.
         *
         * @param versions the versions
         * @return this
         */
        public Builder compatibleWith(String... versions) {
            compatibleWith = List.of(versions);
            return this;
        }

        /**
         * Names the releases that must run before it.
         *
         * @param releases the releases
         * @return this
         */
        public Builder dependsOn(ArtifactRef... releases) {
            dependsOn = List.of(releases);
            return this;
        }

        /**
         * Returns the plan.
         *
         * @return the plan
         * @throws IllegalArgumentException if it cannot be, see {@link ReleasePlan}
         */
        public ReleasePlan build() {
            return new ReleasePlan(
                    release, deployment, target, risk, isBehindFlag, process, replaces, compatibleWith, dependsOn);
        }
    }
}
