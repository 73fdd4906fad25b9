package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Packaging;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ART-16")
class NotReproducibleTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void two_builds_of_one_revision_with_other_digests_are_not_reproducible() {
        List<NotReproducible> findings = NotReproducible.among(
                List.of(built("2", "r1", "sha256:bb", "lock:1"), built("1", "r1", "sha256:aa", "lock:1")));

        assertThat(findings)
                .containsExactly(new NotReproducible(
                        new NotReproducible.Source("shop", Packaging.JAR, "r1", "lock:1"),
                        List.of("sha256:aa", "sha256:bb"),
                        List.of(new ArtifactRef("build-artifact", "1"), new ArtifactRef("build-artifact", "2"))));
        assertThat(findings.get(0).message())
                .isEqualTo("shop of revision r1 is not reproducible: the same inputs gave sha256:aa, sha256:bb");
    }

    @Test
    void inputs_that_nobody_told_are_taken_as_the_same() {
        assertThat(NotReproducible.among(List.of(built("1", "r1", "sha256:aa", ""), built("2", "r1", "sha256:bb", ""))))
                .hasSize(1);
    }

    @Test
    void the_same_digest_another_revision_or_other_inputs_are_no_finding() {
        assertThat(NotReproducible.among(List.of(
                        built("1", "r1", "sha256:aa", "lock:1"),
                        built("2", "r1", "sha256:aa", "lock:1"),
                        built("3", "r2", "sha256:bb", "lock:1"),
                        built("4", "r1", "sha256:cc", "lock:2"))))
                .isEmpty();
    }

    private static BuildArtifact built(String version, String revision, String digest, String inputs) {
        return BuildArtifact.builder(ArtifactMetadata.of(version, T0))
                .packaging(Packaging.JAR)
                .name("shop")
                .version(version)
                .digest(digest)
                .sourceRevision(revision)
                .inputs(inputs)
                .build();
    }
}
