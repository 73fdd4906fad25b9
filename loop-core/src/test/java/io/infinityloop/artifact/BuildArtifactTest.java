package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ART-13")
class BuildArtifactTest {
    private static final ArtifactMetadata SOME = ArtifactMetadata.of("x", Instant.parse("2026-01-05T09:00:00Z"));

    @Test
    void artifacts_of_every_form_can_be_built() {
        assertThat(Packaging.values())
                .extracting(Packaging::name)
                .containsExactly(
                        "EXECUTABLE", "LIBRARY", "PACKAGE", "CONTAINER_IMAGE", "DACPAC", "SCRIPT", "JAR", "OTHER");
        for (Packaging packaging : Packaging.values()) {
            BuildArtifact built = whole().packaging(packaging).inputs("lock:1").build();
            assertThat(built)
                    .isEqualTo(new BuildArtifact(SOME, packaging, "shop", "17", "sha256:aa", "4f2a91c", "lock:1"));
            assertThat(built.digests()).containsExactly("sha256:aa");
        }
    }

    @Test
    void without_a_source_revision_or_a_digest_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuildArtifact.builder(SOME)
                        .packaging(Packaging.JAR)
                        .name("shop")
                        .version("17")
                        .digest("sha256:aa")
                        .build())
                .withMessage("build artifact x has no source revision: it needs packaging, name, version, digest and"
                        + " source revision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole().sourceRevision(" ").build())
                .withMessage("source revision must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuildArtifact.builder(SOME)
                        .packaging(Packaging.JAR)
                        .name("shop")
                        .version("17")
                        .sourceRevision("4f2a91c")
                        .build())
                .withMessageStartingWith("build artifact x has no digest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole().digest("").build())
                .withMessage("digest must not be blank");
    }

    @Test
    void blank_names_versions_and_inputs_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> whole().name(" ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole().version(" ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole().inputs(" ").build());
        assertThat(whole().build().inputs()).isEmpty();
    }

    private static BuildArtifact.Builder whole() {
        return BuildArtifact.builder(SOME)
                .packaging(Packaging.JAR)
                .name("shop")
                .version("17")
                .digest("sha256:aa")
                .sourceRevision("4f2a91c");
    }
}
