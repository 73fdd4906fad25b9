package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.source.UnjoinedKey.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JoinsTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HEAD = "1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String MERGE = "2222222bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private static final String TWIN = "2222222ccccccccccccccccccccccccccccccccc";

    private final List<LoopEvent> events = new ArrayList<>();

    /** {@return what a deployment names after joining, if it named this} */
    private ArtifactRef deployed(ArtifactRef named, String... labels) {
        Recorded event = event("deploys", deployment("d", named), labels);
        events.add(event);
        Joins joins = Joins.of(events);
        LoopEvent resolved = joins.resolve(event);
        assertThat(joins.resolve(resolved)).isSameAs(resolved);
        List<ArtifactRef> refs = ((Recorded) resolved).artifact().derivedFrom();
        assertThat(refs).hasSize(1);
        return refs.get(0);
    }

    private List<UnjoinedKey> unjoined() {
        return Joins.of(events).unjoined();
    }

    private void recorded(Artifact artifact, String... labels) {
        events.add(event("records", artifact, labels));
    }

    private static Recorded event(String source, Artifact artifact, String... labels) {
        EventMetadata metadata = EventMetadata.of("of " + artifact.id(), source, artifact.at());
        for (int i = 0; i < labels.length; i += 2) {
            metadata = metadata.with(Labels.of(labels[i], labels[i + 1]));
        }
        return new Recorded(metadata, null, artifact);
    }

    private static Deployment deployment(String id, ArtifactRef... refs) {
        return Deployment.observed(
                ArtifactMetadata.of(id, AT).derivedFrom(List.of(refs)),
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                null);
    }

    private static ArtifactRef ref(ArtifactKind kind, String id) {
        return ArtifactRef.of(kind, id);
    }

    private static ArtifactRef commit(String hash) {
        return ref(Commit.KIND, hash);
    }

    private static Commit commitOf(String hash) {
        return Commit.of(hash, AT, "x");
    }

    private static PullRequest request(String id, String... hashes) {
        PullRequest opened = PullRequest.opened(id, AT, "x");
        return opened.with(opened.metadata()
                .derivedFrom(Stream.of(hashes).map(JoinsTest::commit).toList()));
    }

    private static BuildArtifact made(String id, String digest, String revision) {
        return new BuildArtifact(ArtifactMetadata.of(id, AT), Packaging.OTHER, "x", "1", digest, revision, "");
    }

    @Nested
    class A_commit {
        @Test
        void that_is_recorded_stays() {
            recorded(commitOf(MERGE));
            recorded(request("acme/shop#12", HEAD, MERGE));
            assertThat(deployed(commit(MERGE))).isEqualTo(commit(MERGE));
            assertThat(unjoined())
                    .containsExactly(new UnjoinedKey(
                            new Key(KeyKind.COMMIT, HEAD),
                            Reason.NOT_RECORDED,
                            new EventKey("records", "of acme/shop#12")));
        }

        @Test
        void by_the_beginning_of_its_hash_is_that_commit() {
            recorded(commitOf(MERGE));
            recorded(commitOf(HEAD));
            assertThat(deployed(commit("2222222"))).isEqualTo(commit(MERGE));
            assertThat(deployed(commit("2222222BB"))).isEqualTo(commit(MERGE));
            assertThat(unjoined()).isEmpty();
        }

        @Test
        void by_a_beginning_of_six_digits_is_not() {
            recorded(commitOf(MERGE));
            assertThat(deployed(commit("222222"))).isEqualTo(commit("222222"));
            assertThat(unjoined()).extracting(UnjoinedKey::reason).containsExactly(Reason.NOT_RECORDED);
        }

        @Test
        void by_a_beginning_that_two_share_is_told() {
            recorded(commitOf(MERGE));
            recorded(commitOf(TWIN));
            assertThat(deployed(commit("2222222"))).isEqualTo(commit("2222222"));
            assertThat(unjoined())
                    .containsExactly(new UnjoinedKey(
                            new Key(KeyKind.COMMIT, "2222222"), Reason.AMBIGUOUS, new EventKey("deploys", "of d")));
            assertThat(deployed(commit("2222222c"))).isEqualTo(commit(TWIN));
        }

        @Test
        void by_a_beginning_that_it_shares_with_one_that_only_a_pull_request_names_is_told() {
            recorded(commitOf(MERGE));
            recorded(request("acme/shop#12", TWIN));
            assertThat(deployed(commit("2222222"))).isEqualTo(commit("2222222"));
            assertThat(unjoined()).extracting(UnjoinedKey::reason).contains(Reason.AMBIGUOUS);
            assertThat(deployed(commit("2222222b"))).isEqualTo(commit(MERGE));
            assertThat(deployed(commit("2222222c"))).isEqualTo(ref(PullRequest.KIND, "acme/shop#12"));
        }

        @Test
        void that_nobody_recorded_is_the_pull_request_that_it_came_with() {
            recorded(request("acme/shop#12", HEAD, MERGE));
            assertThat(deployed(commit(MERGE))).isEqualTo(ref(PullRequest.KIND, "acme/shop#12"));
            assertThat(deployed(commit("1111111"))).isEqualTo(ref(PullRequest.KIND, "acme/shop#12"));
        }

        @Test
        void that_came_with_two_pull_requests_is_told() {
            recorded(request("acme/shop#12", HEAD));
            recorded(request("acme/shop#13", HEAD));
            assertThat(deployed(commit(HEAD))).isEqualTo(commit(HEAD));
            assertThat(unjoined()).extracting(UnjoinedKey::reason).contains(Reason.AMBIGUOUS);
        }

        @Test
        void is_no_pull_request_to_the_pull_requests_that_name_it() {
            Recorded one = event("records", request("acme/shop#12", HEAD));
            Recorded other = event("records", request("acme/shop#13", HEAD, MERGE));
            Joins joins = Joins.of(List.of(one, other));
            assertThat(joins.resolve(one)).isSameAs(one);
            assertThat(joins.resolve(other)).isSameAs(other);
        }
    }

    @Nested
    class A_pull_request_or_plan_item {
        @Test
        void by_its_number_is_that_of_the_repository() {
            recorded(request("acme/shop#12"));
            recorded(request("acme/web#12"));
            recorded(request("group/api!12"));
            recorded(PlanItem.of("acme/shop#7", AT, "x"));
            for (String number : List.of("12", "#12", "!12")) {
                assertThat(deployed(ref(PullRequest.KIND, number), Labels.REPOSITORY, "acme/shop"))
                        .isEqualTo(ref(PullRequest.KIND, "acme/shop#12"));
            }
            assertThat(deployed(ref(PullRequest.KIND, "12"), Labels.REPOSITORY, "group/api"))
                    .isEqualTo(ref(PullRequest.KIND, "group/api!12"));
            assertThat(deployed(ref(PlanItem.KIND, "7"), Labels.REPOSITORY, "acme/shop"))
                    .isEqualTo(ref(PlanItem.KIND, "acme/shop#7"));
            assertThat(unjoined()).isEmpty();
        }

        @Test
        void by_its_number_and_without_a_repository_is_nothing() {
            recorded(request("acme/shop#12"));
            assertThat(deployed(ref(PullRequest.KIND, "12"))).isEqualTo(ref(PullRequest.KIND, "12"));
            assertThat(deployed(ref(PullRequest.KIND, "13"), Labels.REPOSITORY, "acme/shop"))
                    .isEqualTo(ref(PullRequest.KIND, "13"));
            assertThat(unjoined())
                    .extracting(UnjoinedKey::key)
                    .containsExactly(new Key(KeyKind.PR, "12"), new Key(KeyKind.PR, "13"));
        }

        @Test
        void of_the_very_id_stays() {
            recorded(request("12"));
            recorded(request("acme/shop#12"));
            assertThat(deployed(ref(PullRequest.KIND, "12"), Labels.REPOSITORY, "acme/shop"))
                    .isEqualTo(ref(PullRequest.KIND, "12"));
        }

        @Test
        void by_a_hash_is_the_commit() {
            recorded(commitOf(MERGE));
            assertThat(deployed(ref(PullRequest.KIND, MERGE))).isEqualTo(commit(MERGE));
            assertThat(deployed(ref(PullRequest.KIND, "2222222b"))).isEqualTo(commit(MERGE));
        }
    }

    @Nested
    class A_release {
        @Test
        void by_its_tag_or_version_is_that_release() {
            recorded(new Release(ArtifactMetadata.of("acme/shop@v1.2.0", AT), "1.2.0", "v1.2.0"));
            assertThat(deployed(ref(Release.KIND, "v1.2.0"))).isEqualTo(ref(Release.KIND, "acme/shop@v1.2.0"));
            assertThat(deployed(ref(Release.KIND, "1.2.0"))).isEqualTo(ref(Release.KIND, "acme/shop@v1.2.0"));
        }

        @Test
        void of_two_repositories_is_that_of_the_own_one() {
            recorded(new Release(ArtifactMetadata.of("a", AT), "1.0", "v1.0"), Labels.REPOSITORY, "acme/shop");
            recorded(new Release(ArtifactMetadata.of("b", AT), "1.0", "v1.0"), Labels.REPOSITORY, "acme/web");
            assertThat(deployed(ref(Release.KIND, "v1.0"), Labels.REPOSITORY, "acme/web"))
                    .isEqualTo(ref(Release.KIND, "b"));
            assertThat(deployed(ref(Release.KIND, "acme/shop@v1.0"))).isEqualTo(ref(Release.KIND, "a"));
            assertThat(unjoined()).isEmpty();
            assertThat(deployed(ref(Release.KIND, "v1.0"))).isEqualTo(ref(Release.KIND, "v1.0"));
            assertThat(unjoined())
                    .containsExactly(new UnjoinedKey(
                            new Key(KeyKind.TAG, "v1.0"), Reason.AMBIGUOUS, new EventKey("deploys", "of d")));
        }
    }

    @Nested
    class A_build_artifact {
        private ArtifactRef artifact(String id) {
            return ref(BuildArtifact.KIND, id);
        }

        @Test
        void in_another_spelling_is_that_artifact() {
            recorded(made("pkg:oci/shop@sha256:ab", "x", "unknown"));
            assertThat(deployed(artifact("pkg:oci/Shop@sha256%3Aab"))).isEqualTo(artifact("pkg:oci/shop@sha256:ab"));
        }

        @Test
        void published_elsewhere_is_the_one_that_was_built() {
            recorded(made("pkg:oci/shop@1.0", "x", "unknown"));
            assertThat(deployed(artifact("pkg:oci/shop@1.0?repository_url=registry.io/shop")))
                    .isEqualTo(artifact("pkg:oci/shop@1.0"));
        }

        @Test
        void with_qualifiers_is_the_one_that_they_fit() {
            recorded(made("pkg:oci/shop@1.0?arch=amd64&repository_url=a.io", "x", "unknown"));
            recorded(made("pkg:oci/shop@1.0?arch=arm64&repository_url=a.io", "y", "unknown"));
            assertThat(deployed(artifact("pkg:oci/shop@1.0?arch=arm64")))
                    .isEqualTo(artifact("pkg:oci/shop@1.0?arch=arm64&repository_url=a.io"));
            assertThat(deployed(artifact("pkg:oci/shop@1.0?repository_url=a.io&arch=amd64")))
                    .isEqualTo(artifact("pkg:oci/shop@1.0?arch=amd64&repository_url=a.io"));
            assertThat(deployed(artifact("pkg:oci/shop@1.0?arch=s390x")))
                    .isEqualTo(artifact("pkg:oci/shop@1.0?arch=s390x"));
            assertThat(deployed(artifact("pkg:oci/shop@1.0"))).isEqualTo(artifact("pkg:oci/shop@1.0"));
            assertThat(unjoined())
                    .extracting(UnjoinedKey::reason)
                    .containsExactly(Reason.AMBIGUOUS, Reason.NOT_RECORDED);
        }

        @Test
        void with_the_same_digest_is_the_same() {
            recorded(made("shop:1.0", "sha256:9f86d0", "unknown"));
            assertThat(deployed(artifact("sha256:9f86d0"))).isEqualTo(artifact("shop:1.0"));
            assertThat(deployed(artifact("pkg:oci/shop@sha256:9f86d0"))).isEqualTo(artifact("shop:1.0"));
        }

        @Test
        void names_the_whole_hash_of_its_sources() {
            Recorded built = event("builds", made("shop:1.0", "x", "2222222b"));
            Joins joins = Joins.of(List.of(built, event("records", commitOf(MERGE))));
            assertThat(((BuildArtifact) ((Recorded) joins.resolve(built)).artifact()).sourceRevision())
                    .isEqualTo(MERGE);
            Recorded unknown = event("builds", made("shop:1.1", "x", "unknown"));
            assertThat(joins.resolve(unknown)).isSameAs(unknown);
        }

        @Test
        void is_never_made_from_itself() {
            BuildArtifact image = made("pkg:oci/shop@1.0?arch=arm64", "x", "unknown");
            Recorded built =
                    event("builds", image.with(image.metadata().derivedFrom(List.of(artifact("pkg:oci/shop@1.0")))));
            assertThat(Joins.of(List.of(built)).resolve(built)).isSameAs(built);
        }
    }

    @Test
    void nothing_but_the_lineage_changes() {
        recorded(commitOf(MERGE));
        Recorded before = event("deploys", deployment("d", commit("2222222")), Labels.TEAM, "x");
        Recorded after = (Recorded) Joins.of(events).resolve(before);
        assertThat(after.metadata()).isEqualTo(before.metadata());
        assertThat(after.artifact()).isEqualTo(deployment("d", commit(MERGE)));
    }

    @Test
    void what_no_other_source_can_know_is_not_told() {
        deployed(ref(Approval.KIND, "a"));
        deployed(ref(new ArtifactKind("acme-thing", Stage.DEPLOY), "b"));
        assertThat(unjoined()).isEmpty();
    }

    @Test
    void of_many_events_that_name_a_key_the_first_is_told() {
        events.add(event("b", deployment("d1", commit(HEAD))));
        events.add(event("a", deployment("d2", commit(HEAD))));
        events.add(event("a", deployment("d3", commit(HEAD))));
        assertThat(unjoined())
                .containsExactly(new UnjoinedKey(
                        new Key(KeyKind.COMMIT, HEAD), Reason.NOT_RECORDED, new EventKey("a", "of d2")));
    }
}
