package io.infinityloop.inventory;

import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.testkit.ArtifactRepositoryContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A tool's own repository, over a plain list. */
class OwnArtifactRepositoryTest extends ArtifactRepositoryContract {
    @Override
    protected ArtifactRepository emptyRepository() {
        return new ListRepository();
    }

    private static final class ListRepository implements ArtifactRepository {
        private final List<BuildArtifact> stored = new ArrayList<>();

        @Override
        public synchronized StoreResult store(BuildArtifact artifact) {
            Optional<BuildArtifact> present = find(artifact.name(), artifact.version());
            if (present.isPresent()) {
                return StoreResult.taken(present.get(), artifact);
            }
            stored.add(artifact);
            return new StoreResult.Stored(artifact);
        }

        @Override
        public synchronized Optional<BuildArtifact> find(String name, String version) {
            return stored.stream()
                    .filter(artifact ->
                            artifact.name().equals(name) && artifact.version().equals(version))
                    .findFirst();
        }

        @Override
        public synchronized List<BuildArtifact> versions(String name) {
            return stored.stream()
                    .filter(artifact -> artifact.name().equals(name))
                    .sorted(Comparator.comparing(BuildArtifact::version, NaturalOrder.INSTANCE))
                    .toList();
        }

        @Override
        public synchronized long size() {
            return stored.size();
        }
    }
}
