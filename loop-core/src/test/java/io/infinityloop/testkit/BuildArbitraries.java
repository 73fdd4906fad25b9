package io.infinityloop.testkit;

import static io.infinityloop.testkit.ArtifactArbitraries.artifactMetadata;
import static io.infinityloop.testkit.ValueArbitraries.digests;
import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.idsOrEmpty;
import static io.infinityloop.testkit.ValueArbitraries.instants;
import static io.infinityloop.testkit.ValueArbitraries.notBefore;
import static io.infinityloop.testkit.ValueArbitraries.shares;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.EvidenceKind;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.ProductionScope;
import io.infinityloop.artifact.SecurityCheck;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What BUILD and TEST produce, for properties. */
final class BuildArbitraries {
    private BuildArbitraries() {}

    static Arbitrary<Artifact> builds() {
        return Combinators.combine(
                        artifactMetadata(),
                        ids(),
                        Arbitraries.of(Outcome.class),
                        instants().injectNull(0.3))
                .as((metadata, subject, outcome, end) ->
                        new Build(metadata, subject, outcome, notBefore(metadata.at(), end)));
    }

    static Arbitrary<Artifact> buildArtifacts() {
        return Combinators.combine(
                        artifactMetadata(), Arbitraries.of(Packaging.class), ids(), ids(), ids(), ids(), idsOrEmpty())
                .as(BuildArtifact::new);
    }

    static Arbitrary<Artifact> testRuns() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return Combinators.combine(
                        artifactMetadata(),
                        Arbitraries.of(Stage.BUILD, Stage.TEST),
                        ids(),
                        Arbitraries.of(Outcome.class),
                        Combinators.combine(count, count, count).as(TestRun.Counts::new),
                        instants().injectNull(0.3),
                        coverages())
                .as((metadata, stage, subject, outcome, counts, end, coverage) -> new TestRun(
                        metadata,
                        stage,
                        subject,
                        outcome,
                        counts,
                        notBefore(metadata.at(), end),
                        outcome.isSuccess() ? coverage.withChecks(List.of()) : coverage));
    }

    /** Without edge cases, as the other parts of artifacts are: those of all their fields would multiply. */
    private static Arbitrary<TestCoverage> coverages() {
        Arbitrary<SecurityResult> checks = Combinators.combine(
                        Arbitraries.of(SecurityCheck.class), Arbitraries.longs().between(0, 3))
                .as(SecurityResult::new);
        Arbitrary<ProductionScope> scopes = Combinators.combine(
                        idsOrEmpty(), shares().filter(share -> !share.equals(Share.ALL)))
                .as(ProductionScope::new);
        return Combinators.combine(
                        Arbitraries.of(TestLevel.class).injectNull(0.5),
                        Arbitraries.of(EvidenceKind.class).injectNull(0.5),
                        digests(),
                        Arbitraries.of(Environment.class),
                        scopes,
                        checks.list().ofMaxSize(3))
                .as((level, evidence, digests, environment, scope, results) -> new TestCoverage(
                        level,
                        evidence,
                        digests,
                        environment,
                        environment == Environment.PRODUCTION ? scope : null,
                        results))
                .withoutEdgeCases();
    }
}
