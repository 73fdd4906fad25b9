package io.infinityloop.inventory;

import io.infinityloop.artifact.BuildArtifact;
import java.util.List;
import java.util.Optional;

/**
 * Where built artifacts are kept: under a name and a version there is one artifact, and it is never replaced.
 *
 * <p>Implement it over a registry that exists already. An implementation is safe for use by many threads; of two that
 * store other contents under one name and version at the same time, one conflicts.
 *
 * <p>Source: requirements ART-14 and ART-15.
 *
 * @since 0.1
 */
public interface ArtifactRepository {
    /**
     * Stores an artifact unless its name and version are taken.
     *
     * @param artifact the artifact
     * @return {@link StoreResult.Stored}; {@link StoreResult.Present} if this content is there already, which changes
     *     nothing; {@link StoreResult.Conflict} if other content is, which is kept
     */
    StoreResult store(BuildArtifact artifact);

    /**
     * Returns an artifact.
     *
     * @param name its name
     * @param version its version
     * @return the artifact, or empty if nothing is stored there
     */
    Optional<BuildArtifact> find(String name, String version);

    /**
     * Returns all versions of a name.
     *
     * @param name the name
     * @return the artifacts, sorted by version as people count: 1.9 before 1.10
     */
    List<BuildArtifact> versions(String name);

    /** {@return how many artifacts are stored} */
    long size();

    /** {@return a new, empty repository in memory} */
    static ArtifactRepository inMemory() {
        return new InMemoryArtifactRepository();
    }
}
