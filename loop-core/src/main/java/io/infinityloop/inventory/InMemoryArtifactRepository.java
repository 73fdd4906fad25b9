package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.BuildArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A repository that forgets everything when the program ends. */
final class InMemoryArtifactRepository implements ArtifactRepository {
    private final ConcurrentMap<String, ConcurrentMap<String, BuildArtifact>> versions = new ConcurrentHashMap<>();

    @Override
    public StoreResult store(BuildArtifact artifact) {
        BuildArtifact present = versions.computeIfAbsent(
                        requireNonNull(artifact, "artifact").name(),
                        name -> new ConcurrentSkipListMap<>(NaturalOrder.INSTANCE))
                .putIfAbsent(artifact.version(), artifact);
        return present == null ? new StoreResult.Stored(artifact) : StoreResult.taken(present, artifact);
    }

    @Override
    public Optional<BuildArtifact> find(String name, String version) {
        return Optional.ofNullable(of(name).get(requireNonNull(version, "version")));
    }

    @Override
    public List<BuildArtifact> versions(String name) {
        return List.copyOf(of(name).values());
    }

    @Override
    public long size() {
        return versions.values().stream().mapToLong(Map::size).sum();
    }

    private Map<String, BuildArtifact> of(String name) {
        ConcurrentMap<String, BuildArtifact> known = versions.get(requireNonNull(name, "name"));
        return known != null ? known : Map.of();
    }
}
