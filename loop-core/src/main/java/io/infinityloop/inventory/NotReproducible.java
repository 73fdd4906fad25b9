package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Packaging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A finding: builds of one revision with the same inputs made different bytes. Inputs that nobody told are taken as the
 * same; who cannot trust that tells them.
 *
 * <p>Source: requirement ART-16.
 *
 * @param source what was built, from what
 * @param digests the different digests, sorted
 * @param artifacts the built artifacts, sorted
 * @since 0.1
 */
public record NotReproducible(Source source, List<String> digests, List<ArtifactRef> artifacts) {
    /** Creates a finding. */
    public NotReproducible {
        requireNonNull(source, "source");
        digests = List.copyOf(digests);
        artifacts = List.copyOf(artifacts);
    }

    /**
     * Looks for builds that are not reproducible.
     *
     * @param artifacts built artifacts, in any order
     * @return one finding for each source that gave more than one digest, sorted by source
     */
    public static List<NotReproducible> among(Collection<BuildArtifact> artifacts) {
        Map<Source, List<BuildArtifact>> bySource = new TreeMap<>(Source.ORDER);
        artifacts.forEach(artifact -> bySource.computeIfAbsent(Source.of(artifact), source -> new ArrayList<>())
                .add(artifact));
        List<NotReproducible> findings = new ArrayList<>();
        bySource.forEach((source, builds) -> {
            List<String> digests = builds.stream()
                    .map(BuildArtifact::digest)
                    .distinct()
                    .sorted()
                    .toList();
            if (digests.size() > 1) {
                findings.add(new NotReproducible(source, digests, refs(builds)));
            }
        });
        return List.copyOf(findings);
    }

    /** {@return one sentence for people} */
    public String message() {
        return source.name() + " of revision " + source.revision() + " is not reproducible: the same inputs gave "
                + String.join(", ", digests);
    }

    private static List<ArtifactRef> refs(List<BuildArtifact> builds) {
        return builds.stream().map(BuildArtifact::ref).distinct().sorted().toList();
    }

    /**
     * What goes into a build.
     *
     * @param name what is built
     * @param packaging what form it has
     * @param revision the revision of the sources
     * @param inputs names everything else that went in; empty if nobody said
     * @since 0.1
     */
    public record Source(String name, Packaging packaging, String revision, String inputs) {
        private static final Comparator<Source> ORDER = Comparator.comparing(Source::name)
                .thenComparing(Source::packaging)
                .thenComparing(Source::revision)
                .thenComparing(Source::inputs);

        private static Source of(BuildArtifact artifact) {
            return new Source(artifact.name(), artifact.packaging(), artifact.sourceRevision(), artifact.inputs());
        }
    }
}
