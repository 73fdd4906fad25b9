package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.link.Joined.deployments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.source.Joins;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Joins} rewrites, the linker follows. */
class JoinsTest {
    private static final String HEAD = "1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String MERGE = "2222222bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    private static Derived derive(List<LoopEvent> events) {
        return Linker.derive(Facts.of(events), at(100));
    }

    private static void joins(String commit, LoopEvent... log) {
        List<LoopEvent> events = List.of(log);
        assertThat(deployments(derive(events))).contains(entry(commit, "d"));
    }

    private static void onlyResolvedJoins(String commit, LoopEvent... log) {
        List<LoopEvent> events = List.of(log);
        assertThat(deployments(derive(events))).contains(entry(commit, "-"));
        Joins joins = Joins.of(events);
        Derived resolved = derive(events.stream().map(joins::resolve).toList());
        assertThat(deployments(resolved)).contains(entry(commit, "d"));
        assertThat(resolved.unjoined()).isEmpty();
    }

    private static Recorded request(String... commits) {
        PullRequest request = PullRequest.opened("acme/shop#12", at(2), "x");
        return recorded(request.with(request.metadata()
                .derivedFrom(List.of(commits).stream().map(ArtifactRef::parse).toList())));
    }

    private static Recorded made(String id, String commit) {
        return recorded(new BuildArtifact(
                ArtifactMetadata.of(id, at(3)).derivedFrom(List.of(ArtifactRef.parse("commit:" + commit))),
                Packaging.CONTAINER_IMAGE,
                "shop",
                "1",
                "sha256:ab",
                commit,
                ""));
    }

    @Test
    void the_beginning_of_a_hash() {
        joins(MERGE, commit(MERGE, 1), deployed("d", 4, "commit:" + MERGE));
        onlyResolvedJoins(MERGE, commit(MERGE, 1), deployed("d", 4, "commit:2222222b"));
    }

    @Test
    void a_merge_that_nobody_recorded_brings_the_commits_of_its_pull_request() {
        Recorded request = request("commit:" + HEAD);
        Recorded merged = recorded(request.artifact()
                .with(request.artifact().metadata().derivedFrom(List.of(ArtifactRef.parse("commit:" + MERGE)))));
        List<LoopEvent> events = List.of(commit(HEAD, 1), merged, deployed("d", 4, "commit:" + MERGE));
        Joins joins = Joins.of(events);
        assertThat(deployments(derive(events))).contains(entry(HEAD, "-"));
        Derived resolved = derive(events.stream().map(joins::resolve).toList());
        assertThat(deployments(resolved)).contains(entry(HEAD, "d"));
        assertThat(resolved.unjoined()).containsOnlyKeys("commit not recorded");
    }

    @Test
    void a_package_url_in_another_spelling_and_a_short_hash_behind_it() {
        onlyResolvedJoins(
                MERGE,
                commit(MERGE, 1),
                made("pkg:oci/shop@sha256:ab", "2222222"),
                deployed("d", 4, "build-artifact:pkg:oci/Shop@sha256%3Aab?repository_url=registry.io/shop"));
    }

    @Test
    void a_tag() {
        onlyResolvedJoins(
                MERGE,
                commit(MERGE, 1),
                recorded(new Release(
                        ArtifactMetadata.of("acme/shop@v1", at(3))
                                .derivedFrom(List.of(ArtifactRef.parse("commit:" + MERGE))),
                        "1",
                        "v1")),
                deployed("d", 4, "release:v1"));
    }

    @Test
    void the_number_of_a_pull_request() {
        Recorded image = made("shop:1", HEAD);
        Recorded ofRequest = recorded(image.artifact()
                .with(new ArtifactMetadata(
                        "shop:1",
                        at(3),
                        List.of(ArtifactRef.parse("pull-request:12")),
                        Labels.of("repository", "acme/shop"))));
        onlyResolvedJoins(
                HEAD, commit(HEAD, 1), request("commit:" + HEAD), ofRequest, deployed("d", 4, "build-artifact:shop:1"));
    }
}
