package io.infinityloop.testkit;

import static io.infinityloop.testkit.ArtifactArbitraries.artifactMetadata;
import static io.infinityloop.testkit.ValueArbitraries.digests;
import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.idsOrEmpty;
import static io.infinityloop.testkit.ValueArbitraries.instants;
import static io.infinityloop.testkit.ValueArbitraries.notBefore;
import static io.infinityloop.testkit.ValueArbitraries.shares;
import static io.infinityloop.testkit.ValueArbitraries.texts;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.ChangedAsset;
import io.infinityloop.artifact.Colour;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Document;
import io.infinityloop.artifact.DocumentKind;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Migration;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStatus;
import io.infinityloop.artifact.RiskAcceptance;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** What RELEASE and DEPLOY produce, for properties. */
final class ReleaseArbitraries {
    private ReleaseArbitraries() {}

    static Arbitrary<Artifact> releases() {
        return Combinators.combine(
                        artifactMetadata(), ids(), idsOrEmpty(), Arbitraries.of(ReleaseStatus.class), preparations())
                .as((metadata, version, tag, status, preparation) -> {
                    Release release = new Release(metadata, version, tag, ReleaseStatus.UNKNOWN, preparation);
                    boolean possible = release.missing().isEmpty() || status != ReleaseStatus.READY_FOR_DEPLOYMENT;
                    return possible ? new Release(metadata, version, tag, status, preparation) : release;
                });
    }

    private static Arbitrary<Preparation> preparations() {
        Arbitrary<RiskAcceptance> risks = Combinators.combine(ids(), ids()).as(RiskAcceptance::new);
        Arbitrary<Document> documents =
                Combinators.combine(Arbitraries.of(DocumentKind.class), ids()).as(Document::new);
        Arbitrary<Migration> migrations = Combinators.combine(
                        ids(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Migration::new);
        return Combinators.combine(
                        texts(),
                        digests(),
                        idsOrEmpty(),
                        recoveries(),
                        risks.list().ofMaxSize(2),
                        documents.list().ofMaxSize(2),
                        migrations.list().ofMaxSize(2))
                .as(Preparation::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<@Nullable Recovery> recoveries() {
        return Arbitraries.oneOf(Arbitraries.just(Recovery.fixForward()), ids().map(Recovery::rollbackTo))
                .injectNull(0.3);
    }

    static Arbitrary<Artifact> approvals() {
        return Combinators.combine(artifactMetadata(), ids(), instants().injectNull(0.3), Arbitraries.of(true, false))
                .as((metadata, role, end, granted) -> {
                    Approval asked = Approval.asked(metadata, role);
                    Instant answered = notBefore(metadata.at(), end);
                    return answered == null ? asked : granted ? asked.granted(answered) : asked.denied(answered);
                });
    }

    static Arbitrary<Artifact> deployments() {
        Arbitrary<Verification> verifications =
                Combinators.combine(ids(), Arbitraries.of(Outcome.class)).as(Verification::new);
        return Combinators.combine(
                        artifactMetadata(),
                        Arbitraries.of(Environment.class),
                        Arbitraries.of(DeploymentStatus.class),
                        instants().injectNull(0.3),
                        plans(),
                        verifications.list().ofMaxSize(3))
                .as((metadata, environment, status, end, plan, checks) -> {
                    Instant finished = notBefore(metadata.at(), end);
                    boolean good =
                            checks.stream().anyMatch(check -> check.outcome().isSuccess())
                                    && checks.stream()
                                            .noneMatch(check -> check.outcome().isFailure());
                    List<Verification> fitting =
                            status == DeploymentStatus.SUCCEEDED && !good ? List.of(Verification.UNREPORTED) : checks;
                    return new Deployment(metadata, environment, status, finished, plan, fitting);
                });
    }

    private static Arbitrary<DeploymentPlan> plans() {
        Arbitrary<ChangedAsset> assets = Combinators.combine(Arbitraries.of(AssetKind.class), ids(), idsOrEmpty())
                .as(ChangedAsset::new);
        return Combinators.combine(
                        idsOrEmpty(),
                        digests(),
                        Arbitraries.of(DeploymentStrategy.class).injectNull(0.3),
                        Arbitraries.of(Colour.class).injectNull(0.3),
                        Arbitraries.of(DeploymentPurpose.class),
                        recoveries(),
                        assets.list().ofMaxSize(2))
                .as((version, digests, strategy, colour, purpose, recovery, changed) -> new DeploymentPlan(
                        version,
                        digests,
                        strategy,
                        strategy == null || strategy == DeploymentStrategy.BLUE_GREEN ? colour : null,
                        purpose,
                        recovery,
                        changed))
                .withoutEdgeCases();
    }

    static Arbitrary<Artifact> exposures() {
        return Combinators.combine(artifactMetadata(), ids(), shares()).as(Exposure::new);
    }
}
