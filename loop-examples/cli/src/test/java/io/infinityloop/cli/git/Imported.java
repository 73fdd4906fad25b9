package io.infinityloop.cli.git;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests ask of an import. */
record Imported(GitImport result) {
    static Imported from(Path directory) throws GitSourceException {
        return from(directory, GitOptions.defaults());
    }

    static Imported from(Path directory, String tagPattern) throws GitSourceException {
        return from(directory, GitOptions.defaults().withTagPattern(Pattern.compile(tagPattern)));
    }

    static Imported from(Path directory, GitOptions options) throws GitSourceException {
        return new Imported(GitSource.read(directory, options));
    }

    static Set<String> set(String... hashes) {
        return new TreeSet<>(Arrays.asList(hashes));
    }

    List<Commit> commits() {
        return artifacts(Commit.class).toList();
    }

    Set<String> hashes() {
        return artifacts(Commit.class).map(Commit::id).collect(Collectors.toCollection(TreeSet::new));
    }

    Commit commit(String hash) {
        return artifacts(Commit.class)
                .filter(commit -> commit.id().equals(hash))
                .findFirst()
                .orElseThrow();
    }

    /** The names of the branches, in the order of the events, which is that of the merges. */
    List<String> branches() {
        return artifacts(Branch.class).map(Branch::name).toList();
    }

    Branch branch(String merge) {
        return artifacts(Branch.class)
                .filter(branch -> branch.id().equals("merge/" + merge))
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

    /** The label of a release's event, or nothing. */
    String label(String tag, String key) {
        return labels(tag).get(key).orElse("");
    }

    /** The component of each release. */
    Map<String, String> components() {
        Map<String, String> components = new LinkedHashMap<>();
        releases().forEach(tag -> components.put(tag, label(tag, Labels.COMPONENT)));
        return components;
    }

    /** The hashes of the commits that a release is the first to contain. */
    Set<String> in(String tag) {
        return release(tag).derivedFrom().stream()
                .filter(ref -> ref.isOf(Commit.KIND))
                .map(ArtifactRef::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The subjects of the commits that a release is the first to contain, sorted. */
    List<String> contents(String tag) {
        Map<String, String> subjects = new TreeMap<>();
        commits().forEach(commit -> subjects.put(commit.id(), commit.subject()));
        return in(tag).stream().map(subjects::get).sorted().toList();
    }

    String warnings() {
        return result.warnings().stream().collect(Collectors.joining("\n"));
    }

    <A extends Artifact> Stream<A> artifacts(Class<A> type) {
        return result.events().stream()
                .map(event -> ((Recorded) event).artifact())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
