package io.infinityloop.testkit;

import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.instants;
import static io.infinityloop.testkit.ValueArbitraries.labelKeys;
import static io.infinityloop.testkit.ValueArbitraries.labels;
import static io.infinityloop.testkit.ValueArbitraries.refs;
import static io.infinityloop.testkit.ValueArbitraries.stages;
import static io.infinityloop.testkit.ValueArbitraries.texts;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.CustomArtifact;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Artifacts of every kind, for properties: any that the library accepts, however little or odd it says.
 *
 * @since 0.1
 */
public final class ArtifactArbitraries {
    private ArtifactArbitraries() {}

    /** {@return artifacts of every kind, and of kinds that a tool brings along} */
    public static Arbitrary<Artifact> artifacts() {
        return Arbitraries.oneOf(
                PlanArbitraries.planItems(),
                PlanArbitraries.commits(),
                PlanArbitraries.branches(),
                PlanArbitraries.pullRequests(),
                BuildArbitraries.builds(),
                BuildArbitraries.buildArtifacts(),
                BuildArbitraries.testRuns(),
                ReleaseArbitraries.releases(),
                ReleaseArbitraries.approvals(),
                ReleaseArbitraries.deployments(),
                ReleaseArbitraries.exposures(),
                OperateArbitraries.artifacts(),
                MonitorArbitraries.artifacts(),
                customs());
    }

    /** {@return what every artifact has: an id, an instant, up to four parents, labels} */
    public static Arbitrary<ArtifactMetadata> artifactMetadata() {
        return Combinators.combine(ids(), instants(), refs().list().ofMaxSize(4), labels())
                .as(ArtifactMetadata::new);
    }

    private static Arbitrary<Artifact> customs() {
        Arbitrary<ArtifactKind> kinds = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(20),
                        stages())
                .as((name, stage) -> new ArtifactKind("acme-" + name, stage));
        return Combinators.combine(
                        artifactMetadata(),
                        kinds,
                        Arbitraries.maps(labelKeys(), texts()).ofMaxSize(4))
                .as((metadata, kind, fields) -> new CustomArtifact(metadata, kind, new TreeMap<>(fields)));
    }
}
