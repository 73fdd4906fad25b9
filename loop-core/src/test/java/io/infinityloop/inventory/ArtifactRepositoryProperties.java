package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.testkit.ArtifactRepositoryContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class ArtifactRepositoryProperties {
    @Property
    @Tag("ART-14")
    void as_many_are_stored_as_there_are_distinct_versions_and_the_first_of_each_stays(
            @ForAll("artifacts") List<BuildArtifact> artifacts) {
        ArtifactRepository repository = ArtifactRepository.inMemory();
        Map<String, BuildArtifact> firsts = new HashMap<>();
        long stored = 0;
        for (BuildArtifact artifact : artifacts) {
            firsts.putIfAbsent(artifact.name() + "@" + artifact.version(), artifact);
            if (repository.store(artifact) instanceof StoreResult.Stored) {
                stored++;
            }
        }

        assertThat(stored).isEqualTo(firsts.size()).isEqualTo(repository.size());
        assertThat(firsts.values())
                .allSatisfy(first -> assertThat(repository.find(first.name(), first.version()))
                        .containsSame(first));
    }

    @Provide
    Arbitrary<List<BuildArtifact>> artifacts() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("1", "01", "1.0", "2"),
                        Arbitraries.of("sha256:aa", "sha256:bb", "sha256:cc"))
                .as(ArtifactRepositoryContract::artifact)
                .list()
                .ofMaxSize(30);
    }
}
