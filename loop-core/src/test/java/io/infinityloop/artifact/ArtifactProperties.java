package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.testkit.ArtifactArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArtifactProperties {
    @Provide
    Arbitrary<Artifact> artifacts() {
        return ArtifactArbitraries.artifacts();
    }

    @Provide
    Arbitrary<ArtifactMetadata> metadata() {
        return ArtifactArbitraries.artifactMetadata();
    }

    @Property
    void other_metadata_change_nothing_else(
            @ForAll("artifacts") Artifact artifact, @ForAll("metadata") ArtifactMetadata any) {
        ArtifactMetadata own = artifact.metadata();
        ArtifactMetadata more = own.derivedFrom(any.derivedFrom());
        ArtifactMetadata other = new ArtifactMetadata(any.id(), own.at(), more.derivedFrom(), any.labels());
        Artifact changed = artifact.with(other);
        assertThat(changed.getClass()).isEqualTo(artifact.getClass());
        assertThat(changed.kind()).isEqualTo(artifact.kind());
        assertThat(changed.metadata()).isEqualTo(other);
        assertThat(changed.with(own)).isEqualTo(artifact);
    }
}
