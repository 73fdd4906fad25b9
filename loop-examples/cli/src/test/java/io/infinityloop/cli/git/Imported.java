package io.infinityloop.cli.git;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests ask of an import. */
record Imported(GitImport result) {
    static Imported from(Path directory) throws GitSourceException {
        return new Imported(GitSource.read(directory, GitOptions.defaults()));
    }

    List<Commit> commits() {
        return artifacts(Commit.class).toList();
    }

    Commit commit(String hash) {
        return artifacts(Commit.class)
                .filter(commit -> commit.id().equals(hash))
                .findFirst()
                .orElseThrow();
    }

    /** The tags of the releases, in the order of the events. */
    List<String> releases() {
        return artifacts(Release.class).map(Release::tag).toList();
    }

    Release release(String tag) {
        return (Release) ((Recorded) releaseEvent(tag)).artifact();
    }

    LoopEvent releaseEvent(String tag) {
        return result.events().stream()
                .filter(event -> event.id().equals("release/" + tag))
                .findFirst()
                .orElseThrow();
    }

    Labels labels(String tag) {
        return releaseEvent(tag).labels();
    }

    /** The subjects of the commits that a release is the first to contain, sorted. */
    List<String> contents(String tag) {
        Map<String, String> subjects = new TreeMap<>();
        commits().forEach(commit -> subjects.put(commit.id(), commit.subject()));
        return release(tag).derivedFrom().stream()
                .filter(ref -> ref.isOf(Commit.KIND))
                .map(ArtifactRef::id)
                .map(subjects::get)
                .sorted()
                .toList();
    }

    String warnings() {
        return result.warnings().stream().collect(Collectors.joining("\n"));
    }

    private <A extends Artifact> Stream<A> artifacts(Class<A> type) {
        return result.events().stream()
                .map(event -> ((Recorded) event).artifact())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
