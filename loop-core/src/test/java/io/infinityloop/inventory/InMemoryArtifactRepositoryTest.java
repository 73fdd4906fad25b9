package io.infinityloop.inventory;

import io.infinityloop.testkit.ArtifactRepositoryContract;

class InMemoryArtifactRepositoryTest extends ArtifactRepositoryContract {
    @Override
    protected ArtifactRepository emptyRepository() {
        return ArtifactRepository.inMemory();
    }
}
