package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is deployed, how and why, as far as somebody said. Begin with {@link #UNKNOWN} and add to it.
 *
 * <p>Source: requirements ART-21, ART-22, ART-28 and DEP-12.
 *
 * @param version the version that is to run; empty if unknown
 * @param digests the digests of what is deployed, in the order given
 * @param strategy how the new version takes the place of the old one; null if unknown
 * @param colour which half of a blue-green environment it goes to; null if there is but one, or if unknown
 * @param purpose what the deployment is for
 * @param recovery what is done if the version is bad; null if unknown
 * @param assets what it changes, in the order given
 * @since 0.1
 */
public record DeploymentPlan(
        String version,
        List<String> digests,
        @Nullable DeploymentStrategy strategy,
        @Nullable Colour colour,
        DeploymentPurpose purpose,
        @Nullable Recovery recovery,
        List<ChangedAsset> assets) {
    /** Nobody said anything. */
    public static final DeploymentPlan UNKNOWN =
            new DeploymentPlan("", List.of(), null, null, DeploymentPurpose.UNKNOWN, null, List.of());

    /**
     * Creates a plan.
     *
     * @throws IllegalArgumentException if the version has more than 500 characters, a digest is blank or too long, or
     *     there is a colour though the strategy is another than BLUE_GREEN
     */
    public DeploymentPlan {
        Texts.idOrEmpty("version", version);
        digests = Texts.ids("digest", digests);
        requireNonNull(purpose, "purpose");
        assets = List.copyOf(requireNonNull(assets, "assets"));
        if (colour != null && strategy != null && strategy != DeploymentStrategy.BLUE_GREEN) {
            throw new IllegalArgumentException(
                    "the colour " + colour + " goes with the strategy BLUE_GREEN, not with " + strategy);
        }
    }

    /**
     * Returns this with the version that is to run.
     *
     * @param name the version
     * @return the plan
     * @throws IllegalArgumentException if it has more than 500 characters
     */
    public DeploymentPlan withVersion(String name) {
        return new DeploymentPlan(name, digests, strategy, colour, purpose, recovery, assets);
    }

    /**
     * Returns this with what is deployed.
     *
     * @param deployed the digests
     * @return the plan
     * @throws IllegalArgumentException if a digest is blank or too long
     */
    public DeploymentPlan withDigests(List<String> deployed) {
        return new DeploymentPlan(version, deployed, strategy, colour, purpose, recovery, assets);
    }

    /**
     * Returns this with a strategy, without a colour.
     *
     * @param way how the new version takes the place of the old one
     * @return the plan
     */
    public DeploymentPlan withStrategy(DeploymentStrategy way) {
        return new DeploymentPlan(version, digests, requireNonNull(way, "way"), null, purpose, recovery, assets);
    }

    /**
     * Returns this as a blue-green deployment.
     *
     * @param half which half the version goes to
     * @return the plan
     */
    public DeploymentPlan blueGreen(Colour half) {
        return new DeploymentPlan(
                version,
                digests,
                DeploymentStrategy.BLUE_GREEN,
                requireNonNull(half, "half"),
                purpose,
                recovery,
                assets);
    }

    /**
     * Returns this with a purpose.
     *
     * @param reason what the deployment is for
     * @return the plan
     */
    public DeploymentPlan withPurpose(DeploymentPurpose reason) {
        return new DeploymentPlan(version, digests, strategy, colour, reason, recovery, assets);
    }

    /**
     * Returns this with what is done if the version is bad.
     *
     * @param wayOut back or forward
     * @return the plan
     */
    public DeploymentPlan withRecovery(Recovery wayOut) {
        return new DeploymentPlan(
                version, digests, strategy, colour, purpose, requireNonNull(wayOut, "wayOut"), assets);
    }

    /**
     * Returns this with what it changes.
     *
     * @param changed the assets
     * @return the plan
     */
    public DeploymentPlan withAssets(List<ChangedAsset> changed) {
        return new DeploymentPlan(version, digests, strategy, colour, purpose, recovery, changed);
    }
}
