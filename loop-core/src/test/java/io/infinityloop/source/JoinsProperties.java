package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
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
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.testkit.EventArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JoinsProperties {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    /** Few keys, so that they meet. */
    @Provide
    Arbitrary<List<LoopEvent>> logs() {
        Arbitrary<ArtifactRef> refs = Arbitraries.oneOf(
                hashes().map(hash -> ArtifactRef.of(Commit.KIND, hash)),
                Arbitraries.of("12", "#12", "a/b#12", "a/c!12", "aaaaaaa1")
                        .map(id -> ArtifactRef.of(PullRequest.KIND, id)),
                Arbitraries.of("v1", "1", "a/b@v1").map(id -> ArtifactRef.of(Release.KIND, id)),
                packages().map(id -> ArtifactRef.of(BuildArtifact.KIND, id)),
                Arbitraries.of("7", "a/b#7").map(id -> ArtifactRef.of(PlanItem.KIND, id)));
        Arbitrary<LoopEvent> close = Combinators.combine(
                        refs,
                        refs.list().ofMaxSize(4),
                        Arbitraries.of("", "a/b", "a/c"),
                        Arbitraries.integers().between(0, 9))
                .as(JoinsProperties::event);
        return Arbitraries.oneOf(close, close, close, EventArbitraries.events())
                .list()
                .ofMaxSize(25);
    }

    private static Arbitrary<String> hashes() {
        return Arbitraries.of("aaaaaaa", "aaaaaaa1", "aaaaaaa12", "AAAAAAA1", "aaaaaaa2", "bbbbbbb", "aaaaaa", "main");
    }

    private static Arbitrary<String> packages() {
        return Arbitraries.of(
                "pkg:oci/x@1", "pkg:OCI/X@1", "pkg:oci/x@1?arch=a", "pkg:oci/x@1?arch=b", "pkg:oci/x@1?os=c", "d:1");
    }

    private static LoopEvent event(ArtifactRef self, List<ArtifactRef> refs, String repository, int number) {
        ArtifactMetadata metadata = ArtifactMetadata.of(self.id(), AT).derivedFrom(refs);
        Artifact artifact = artifact(self, metadata, number);
        EventMetadata event = EventMetadata.of(self + "/" + number, "s", AT);
        return new Recorded(
                repository.isEmpty() ? event : event.with(Labels.of(Labels.REPOSITORY, repository)), null, artifact);
    }

    private static Artifact artifact(ArtifactRef self, ArtifactMetadata metadata, int number) {
        if (self.isOf(Commit.KIND)) {
            return Commit.of(self.id(), AT, "x").with(metadata);
        }
        if (self.isOf(PullRequest.KIND)) {
            return PullRequest.opened(self.id(), AT, "x").with(metadata);
        }
        if (self.isOf(Release.KIND)) {
            return new Release(metadata, "1", "v1");
        }
        if (self.isOf(BuildArtifact.KIND)) {
            return new BuildArtifact(metadata, Packaging.OTHER, "x", "1", "d:" + number, "aaaaaaa1", "");
        }
        return Deployment.observed(metadata, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, null);
    }

    @Property
    void what_the_parts_of_a_log_join_is_what_the_whole_log_joins(
            @ForAll("logs") List<LoopEvent> one, @ForAll("logs") List<LoopEvent> other) {
        Joins whole = Joins.of(Stream.concat(one.stream(), other.stream()).toList());
        Joins parts = Joins.of(one).and(Joins.of(other));
        assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(Joins.of(other).and(Joins.of(one))).isEqualTo(whole);
        assertThat(parts.unjoined()).isEqualTo(whole.unjoined());
        assertThat(one.stream().map(parts::resolve).toList())
                .isEqualTo(one.stream().map(whole::resolve).toList());
        assertThat(whole.and(whole)).isEqualTo(whole);
        assertThat(whole.and(Joins.of(one))).isEqualTo(whole);
    }

    @Property
    void neither_order_nor_repetition_matters(@ForAll("logs") List<LoopEvent> events, @ForAll long seed) {
        List<LoopEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Joins.of(shuffled)).isEqualTo(Joins.of(events));
    }

    @Property
    void what_was_resolved_stays_and_the_rest_of_it_was_never_touched(@ForAll("logs") List<LoopEvent> events) {
        Joins joins = Joins.of(events);
        for (LoopEvent event : events) {
            LoopEvent resolved = joins.resolve(event);
            assertThat(joins.resolve(resolved)).isSameAs(resolved);
            assertThat(resolved.metadata()).isEqualTo(event.metadata());
            if (resolved instanceof Recorded after && event instanceof Recorded before) {
                assertThat(after.artifact().ref()).isEqualTo(before.artifact().ref());
                assertThat(after.loop()).isEqualTo(before.loop());
            } else {
                assertThat(resolved).isSameAs(event);
            }
        }
    }

    /** Each key that is not recorded is either rewritten to what is, or told. No key of a deployment is its own. */
    @Property
    void no_key_is_lost(@ForAll("logs") List<LoopEvent> events) {
        Joins joins = Joins.of(events);
        List<ArtifactRef> recorded = events.stream()
                .filter(Recorded.class::isInstance)
                .map(event -> ((Recorded) event).artifact().ref())
                .toList();
        List<Key> told = joins.unjoined().stream().map(UnjoinedKey::key).toList();
        for (LoopEvent event : events) {
            if (joins.resolve(event) instanceof Recorded after && after.artifact() instanceof Deployment deployment) {
                deployment.derivedFrom().stream()
                        .filter(ref -> KeyKind.of(ref).isPresent() && !recorded.contains(ref))
                        .forEach(ref -> assertThat(told)
                                .contains(new Key(KeyKind.of(ref).orElseThrow(), ref.id())));
            }
        }
    }
}
