package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version brought into an environment. Its {@linkplain #derivedFrom() lineage} names the release or the commits.
 *
 * <p>A tool that deploys {@linkplain #start starts} one and says that it {@linkplain #succeeded succeeded}, with the
 * verification that passed. A feed that only looks on says what it {@linkplain #observed observed}: a success that it
 * was told of counts, and that nobody told of a verification stands there as {@link Verification#UNREPORTED}.
 *
 * <p>Source: requirements ART-21, ART-22, ART-28, DEP-12, DEP-19, D-11 and D-41.
 *
 * @param metadata id, instant (of the start), lineage and labels
 * @param environment where the version runs
 * @param status how far it has come
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @param plan what is deployed, how and why, as far as somebody said
 * @param verifications what was checked once the version ran, in the order given
 * @since 0.1
 */
public record Deployment(
        ArtifactMetadata metadata,
        Environment environment,
        DeploymentStatus status,
        @Nullable Instant finishedAt,
        DeploymentPlan plan,
        List<Verification> verifications)
        implements DeployStageArtifact, Checked, Digested {
    /** The kind {@code deployment}. */
    public static final ArtifactKind KIND = new ArtifactKind("deployment", Stage.DEPLOY);

    private static final List<Verification> NOBODY_TOLD = List.of(Verification.UNREPORTED);

    /**
     * Creates a deployment. That a verification is unreported is said of a success only; elsewhere it is left out.
     *
     * @throws IllegalArgumentException if it ends before it starts, or SUCCEEDED without a passed verification, unless
     *     {@link Verification#UNREPORTED} alone stands for what nobody told, or in spite of a failed one
     */
    public Deployment {
        requireNonNull(metadata, "metadata");
        requireNonNull(environment, "environment");
        requireNonNull(status, "status");
        metadata.checkEnd("deployment", finishedAt);
        requireNonNull(plan, "plan");
        verifications = List.copyOf(requireNonNull(verifications, "verifications"));
        if (status == DeploymentStatus.SUCCEEDED) {
            checkSuccess(metadata.id(), verifications);
        } else if (verifications.equals(NOBODY_TOLD)) {
            verifications = List.of();
        }
    }

    /**
     * Returns a deployment as a feed tells of it that knows nothing of verifications: a success is taken at its word,
     * and its verification is {@link Verification#UNREPORTED}.
     *
     * @param metadata id, instant (of the start), lineage and labels
     * @param environment where the version runs
     * @param status how far it has come
     * @param finishedAt when it ended; null if it has not, or nobody said
     * @return the deployment
     * @throws IllegalArgumentException if it ends before it starts
     */
    public static Deployment observed(
            ArtifactMetadata metadata, Environment environment, DeploymentStatus status, @Nullable Instant finishedAt) {
        return new Deployment(metadata, environment, status, finishedAt, DeploymentPlan.UNKNOWN, NOBODY_TOLD);
    }

    /**
     * Returns a deployment that was observed to run in production at once; see {@link #observed}.
     *
     * @param id the id
     * @param at when it ran
     * @param contents the release or the commits that were deployed
     * @return the deployment, its verification unreported
     */
    public static Deployment toProduction(String id, Instant at, List<ArtifactRef> contents) {
        return observed(
                ArtifactMetadata.of(id, at).derivedFrom(contents),
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                at);
    }

    /**
     * Starts the deployment of a release.
     *
     * @param metadata id, instant (of the start), lineage and labels; the release is added to the lineage
     * @param release what to deploy: its version, digests and recovery path are taken over
     * @param environment where to
     * @return the deployment, IN_PROGRESS
     * @throws IllegalArgumentException if the release names no recovery path
     */
    public static Deployment start(ArtifactMetadata metadata, Release release, Environment environment) {
        Recovery recovery = release.recovery()
                .orElseThrow(() -> new IllegalArgumentException("deployment " + metadata.id() + " of release "
                        + release.version() + " cannot start: the release names no recovery path, expected ROLLBACK to"
                        + " a version or FIX_FORWARD"));
        DeploymentPlan plan = DeploymentPlan.UNKNOWN
                .withVersion(release.version())
                .withDigests(release.digests())
                .withPurpose(DeploymentPurpose.DELIVERY)
                .withRecovery(recovery);
        return new Deployment(
                metadata.derivedFrom(List.of(release.ref())),
                environment,
                DeploymentStatus.IN_PROGRESS,
                null,
                plan,
                List.of());
    }

    /**
     * Tells whether a deployment with this environment and status has brought a version into production.
     *
     * @param environment where the version runs
     * @param status how far it has come
     * @return whether it SUCCEEDED in PRODUCTION
     */
    public static boolean isSuccessfulInProduction(Environment environment, DeploymentStatus status) {
        return environment == Environment.PRODUCTION && status == DeploymentStatus.SUCCEEDED;
    }

    /**
     * Returns this deployment with what is deployed, how and why.
     *
     * @param more the plan
     * @return the deployment
     */
    public Deployment with(DeploymentPlan more) {
        return new Deployment(metadata, environment, status, finishedAt, more, verifications);
    }

    /**
     * Returns this deployment, ended well.
     *
     * @param end when it ended
     * @param checks what was checked once the version ran
     * @return the deployment, SUCCEEDED
     * @throws IllegalArgumentException if no check passed or one failed, or the end is before the start
     */
    public Deployment succeeded(Instant end, Verification... checks) {
        return new Deployment(metadata, environment, DeploymentStatus.SUCCEEDED, end, plan, List.of(checks));
    }

    /**
     * Returns this deployment, ended badly: the version did not come to run.
     *
     * @param end when it ended
     * @param checks what was checked
     * @return the deployment, FAILED
     * @throws IllegalArgumentException if the end is before the start
     */
    public Deployment failed(Instant end, Verification... checks) {
        return new Deployment(metadata, environment, DeploymentStatus.FAILED, end, plan, List.of(checks));
    }

    /**
     * Returns this deployment, taken back.
     *
     * @param end when it ended
     * @param checks what was checked
     * @return the deployment, ROLLED_BACK
     * @throws IllegalArgumentException if the end is before the start
     */
    public Deployment rolledBack(Instant end, Verification... checks) {
        return new Deployment(metadata, environment, DeploymentStatus.ROLLED_BACK, end, plan, List.of(checks));
    }

    /**
     * Starts the deployment that brings back the version which the recovery path names.
     *
     * @param id the id of the new deployment
     * @param at when it starts
     * @return the deployment of that version into the same environment, IN_PROGRESS, its purpose ROLLBACK and this one
     *     its lineage; if it fails in turn, FIX_FORWARD is left
     * @throws IllegalArgumentException if the recovery path is not ROLLBACK
     */
    public Deployment rollback(String id, Instant at) {
        Recovery recovery = plan.recovery();
        if (recovery == null || recovery.path() != Recovery.Path.ROLLBACK) {
            throw new IllegalArgumentException("deployment " + id() + " cannot be rolled back: its recovery path is "
                    + (recovery == null ? "unknown" : recovery) + ", expected ROLLBACK to a version");
        }
        DeploymentPlan back = DeploymentPlan.UNKNOWN
                .withVersion(recovery.version())
                .withPurpose(DeploymentPurpose.ROLLBACK)
                .withRecovery(Recovery.fixForward());
        return new Deployment(
                new ArtifactMetadata(id, at, List.of(ref()), labels()),
                environment,
                DeploymentStatus.IN_PROGRESS,
                null,
                back,
                List.of());
    }

    /**
     * Starts the deployment that repairs what this one broke, by a version that was not there yet.
     *
     * @param more id, instant (of the start), lineage and labels; this deployment and the release are added to the
     *     lineage
     * @param repaired the release that repairs it
     * @return the deployment into the same environment, IN_PROGRESS, its purpose HOTFIX
     * @throws IllegalArgumentException if the release names no recovery path
     */
    public Deployment hotfix(ArtifactMetadata more, Release repaired) {
        Deployment started = start(more.derivedFrom(List.of(ref())), repaired, environment);
        return started.with(started.plan.withPurpose(DeploymentPurpose.HOTFIX));
    }

    @Override
    public Deployment with(ArtifactMetadata other) {
        return new Deployment(other, environment, status, finishedAt, plan, verifications);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /**
     * Returns the stage that the deployment belongs to: TEST where it brings a version into an environment before
     * production, DEPLOY otherwise.
     */
    @Override
    public Stage stage() {
        return switch (environment) {
            case LOCAL, CI, TEST, STAGING -> Stage.TEST;
            case PRODUCTION, UNKNOWN -> Stage.DEPLOY;
        };
    }

    @Override
    public Outcome outcome() {
        return status.outcome();
    }

    /** {@return the name of the environment: a later deployment there replaces the verdict of this one} */
    @Override
    public String subject() {
        return environment.name();
    }

    /** {@return the digests of what is deployed, in the order given; empty if nobody said} */
    @Override
    public List<String> digests() {
        return plan.digests();
    }

    /** {@return the first release that its lineage names, or empty if it names none} */
    public Optional<ArtifactRef> release() {
        for (ArtifactRef ref : derivedFrom()) {
            if (ref.isOf(Release.KIND)) {
                return Optional.of(ref);
            }
        }
        return Optional.empty();
    }

    /** {@return what is done if the version is bad, or empty if nobody said} */
    public Optional<Recovery> recovery() {
        return Optional.ofNullable(plan.recovery());
    }

    /** {@return whether it brought a version into production: it SUCCEEDED there} */
    public boolean isSuccessfulInProduction() {
        return isSuccessfulInProduction(environment, status);
    }

    /** {@return whether a verification passed, and not only somebody's word says that the version runs} */
    public boolean isVerified() {
        return verifications.stream().anyMatch(check -> check.outcome().isSuccess());
    }

    /** {@return whether it SUCCEEDED by somebody's word only: {@link Verification#UNREPORTED}} */
    public boolean isUnreported() {
        return verifications.equals(NOBODY_TOLD);
    }

    /** {@return whether it brings an earlier version back} */
    public boolean isRollback() {
        return plan.purpose() == DeploymentPurpose.ROLLBACK;
    }

    /** {@return the deployments that it takes back or repairs, as its lineage names them, in the order given} */
    public List<ArtifactRef> replaces() {
        return derivedFrom().stream().filter(ref -> ref.isOf(KIND)).toList();
    }

    /** {@return whether it delivered: it brought a version into production, and not an earlier one back} */
    public boolean isDelivery() {
        return isSuccessfulInProduction() && !isRollback();
    }

    /** {@return what it had better say: digests, a version for all that it changes, a verification of its success} */
    @Override
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (digests().isEmpty()) {
            gaps.add(new Gap("digests", "no digest: nobody can tell whether what runs is what was tested"));
        }
        for (ChangedAsset asset : plan.assets()) {
            if (!asset.isVersioned()) {
                gaps.add(new Gap(
                        "assets",
                        asset.kind() + " " + asset.name() + " is not versioned: it cannot be"
                                + " brought back as it was"));
            }
        }
        if (isUnreported()) {
            gaps.add(new Gap("verifications", "nobody reported a verification: its success is hearsay"));
        }
        return List.copyOf(gaps);
    }

    private static void checkSuccess(String id, List<Verification> verifications) {
        for (Verification check : verifications) {
            if (check.outcome().isFailure()) {
                throw new IllegalArgumentException("deployment " + id + " SUCCEEDED though its verification "
                        + check.name() + " is " + check.outcome());
            }
        }
        boolean passed =
                verifications.stream().anyMatch(check -> check.outcome().isSuccess());
        if (!passed && !verifications.equals(NOBODY_TOLD)) {
            throw new IllegalArgumentException("deployment " + id + " SUCCEEDED without a passed verification: expected"
                    + " one, or UNREPORTED alone from a source that does not tell");
        }
    }
}
