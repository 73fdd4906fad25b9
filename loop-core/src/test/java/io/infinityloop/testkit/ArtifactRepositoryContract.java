package io.infinityloop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.inventory.ArtifactRepository;
import io.infinityloop.inventory.StoreResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every artifact repository keeps to; the test of one extends it and says how to get an empty one.
 *
 * @since 0.1
 */
@Timeout(60)
@Tag("ART-15")
public abstract class ArtifactRepositoryContract {
    private ArtifactRepository repository;

    /** For the test of a repository. */
    protected ArtifactRepositoryContract() {}

    /** {@return a new repository without artifacts} */
    protected abstract ArtifactRepository emptyRepository();

    /**
     * Returns an artifact.
     *
     * @param name its name
     * @param version its version
     * @param digest its digest
     * @return the artifact
     */
    public static BuildArtifact artifact(String name, String version, String digest) {
        return BuildArtifact.builder(ArtifactMetadata.of(name + "@" + version, Instant.parse("2026-01-05T09:00:00Z")))
                .packaging(Packaging.JAR)
                .name(name)
                .version(version)
                .digest(digest)
                .sourceRevision("4f2a91c")
                .build();
    }

    @BeforeEach
    void begin() {
        repository = emptyRepository();
    }

    @Test
    void an_empty_repository_has_nothing() {
        assertThat(repository.find("a", "1")).isEmpty();
        assertThat(repository.versions("a")).isEmpty();
        assertThat(repository.size()).isZero();
    }

    @Test
    void what_is_stored_is_found() {
        BuildArtifact one = artifact("a", "1", "sha256:aa");
        assertThat(repository.store(one)).isEqualTo(new StoreResult.Stored(one));
        assertThat(repository.find("a", "1")).contains(one);
        assertThat(repository.find("a", "2")).isEmpty();
        assertThat(repository.find("b", "1")).isEmpty();
    }

    @Test
    @Tag("ART-14")
    void other_content_under_one_name_and_version_is_a_conflict_and_the_first_stays() {
        BuildArtifact first = artifact("a", "1", "sha256:aa");
        BuildArtifact other = artifact("a", "1", "sha256:bb");
        repository.store(first);

        StoreResult result = repository.store(other);

        assertThat(result).isEqualTo(new StoreResult.Conflict(first, other));
        assertThat(((StoreResult.Conflict) result).message())
                .isEqualTo("a@1 is stored with the digest sha256:aa, and cannot be stored with sha256:bb: expected"
                        + " another version");
        assertThat(repository.find("a", "1")).contains(first);
        assertThat(repository.size()).isEqualTo(1);
    }

    @Test
    void the_same_content_again_changes_nothing() {
        BuildArtifact first = artifact("a", "1", "sha256:aa");
        repository.store(first);
        assertThat(repository.store(artifact("a", "1", "sha256:aa"))).isEqualTo(new StoreResult.Present(first));
        assertThat(repository.size()).isEqualTo(1);
    }

    @Test
    void one_content_may_have_two_versions() {
        repository.store(artifact("a", "1", "sha256:aa"));
        assertThat(repository.store(artifact("a", "2", "sha256:aa"))).isInstanceOf(StoreResult.Stored.class);
        assertThat(repository.size()).isEqualTo(2);
    }

    @Test
    void versions_are_sorted_as_people_count() {
        for (String version : List.of("1.10", "1.9", "2", "1.1")) {
            repository.store(artifact("a", version, "sha256:" + version));
        }
        repository.store(artifact("b", "1", "sha256:b"));
        assertThat(repository.versions("a"))
                .extracting(BuildArtifact::version)
                .containsExactly("1.1", "1.9", "1.10", "2");
    }

    @Test
    void of_many_at_once_one_is_stored() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<StoreResult>> tasks = new ArrayList<>();
            IntStream.range(0, 200).forEach(i -> tasks.add(() -> repository.store(artifact("a", "1", "sha256:" + i))));
            List<StoreResult> results = new ArrayList<>();
            for (Future<StoreResult> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            assertThat(results).filteredOn(StoreResult.Stored.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(StoreResult.Conflict.class::isInstance)
                    .hasSize(199);
        } finally {
            threads.shutdownNow();
        }
    }
}
