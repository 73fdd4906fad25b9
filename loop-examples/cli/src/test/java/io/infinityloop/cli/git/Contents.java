package io.infinityloop.cli.git;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a repository was found to contain. */
record Contents(GitImport read) {
    static Contents of(Path directory) throws GitSourceException {
        return new Contents(GitSource.read(directory, GitOptions.defaults()));
    }

    static Contents of(Path directory, String pattern) throws GitSourceException {
        return new Contents(GitSource.read(directory, GitOptions.defaults().withTagPattern(Pattern.compile(pattern))));
    }

    /** The hashes of all commits. */
    Set<String> commits() {
        return artifacts(Commit.class).map(Commit::id).collect(Collectors.toCollection(TreeSet::new));
    }

    Commit commit(String hash) {
        return artifacts(Commit.class)
                .filter(commit -> commit.id().equals(hash))
                .findAny()
                .orElseThrow();
    }

    /** The names of the tags that are releases, in the order of the events. */
    List<String> releases() {
        return artifacts(Release.class).map(Release::id).toList();
    }

    Release release(String tag) {
        return artifacts(Release.class)
                .filter(release -> release.id().equals(tag))
                .findAny()
                .orElseThrow();
    }

    /** The hashes of the commits that a release is the first to contain. */
    Set<String> in(String tag) {
        return release(tag).derivedFrom().stream().map(ArtifactRef::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The label of a release's event, or nothing. */
    String label(String tag, String key) {
        return read.events().stream()
                .filter(event -> event.id().equals("release/" + tag))
                .findAny()
                .map(LoopEvent::labels)
                .flatMap(labels -> labels.get(key))
                .orElse("");
    }

    /** The component of each release. */
    Map<String, String> components() {
        Map<String, String> components = new LinkedHashMap<>();
        releases().forEach(tag -> components.put(tag, label(tag, "component")));
        return components;
    }

    static Set<String> set(String... hashes) {
        return new TreeSet<>(Arrays.asList(hashes));
    }

    private <A extends Artifact> Stream<A> artifacts(Class<A> kind) {
        return read.events().stream()
                .map(event -> ((Recorded) event).artifact())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
