package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Leads the keys by which one source names things to what another source recorded. Learns from all events, whatever
 * their order, and then {@linkplain #resolve rewrites} each of them.
 *
 * <p>Something that is named and not recorded under that very id is taken for what is recorded, if there is exactly one
 * such thing:
 *
 * <ul>
 *   <li>a commit: one whose hash begins so, with 7 digits or more; else, unless a commit, branch or pull request names
 *       it, the pull request that names such a commit as its own;
 *   <li>a pull request or plan item by nothing but a number: that of the repository in the labels of who names it; a
 *       pull request by a hash: the commit;
 *   <li>a release: one with that tag or version, of the same repository if it has one;
 *   <li>a build artifact: another spelling of the same package URL; else one of which neither URL denies what the other
 *       says, such as without {@code repository_url}; else one with the same digest.
 * </ul>
 *
 * <p>What could be several things is left as it is, and told. Immutable; safe for use by many threads.
 *
 * @since 0.1
 */
public final class Joins {
    private final Known known;
    private final SortedMap<Mention, EventKey> open;

    private Joins(Known known, SortedMap<Mention, EventKey> mentions) {
        this.known = known;
        this.open = mentions;
        // What is recorded stays so, however much is learned.
        mentions.keySet().removeIf(mention -> known.has(mention.ref()));
    }

    /**
     * Learns from events.
     *
     * @param events the events, in any order, possibly with duplicates
     * @return what they join
     */
    public static Joins of(Collection<? extends LoopEvent> events) {
        Builder builder = builder();
        events.forEach(builder::add);
        return builder.build();
    }

    /** {@return a builder, for events that come one by one} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what these and other joins learned: the same as from the events of both.
     *
     * @param other what was learned from other events, or from some of the same
     * @return all of it
     */
    public Joins and(Joins other) {
        Known both = new Known();
        both.addAll(known);
        both.addAll(other.known);
        SortedMap<Mention, EventKey> mentions = new TreeMap<>(open);
        other.open.forEach((mention, event) -> mentions.merge(mention, event, Joins::first));
        return new Joins(both, mentions);
    }

    /**
     * Returns an event whose artifact names what is recorded: in its lineage, and a build artifact as the revision of
     * its sources. An event that was rewritten stays as it is.
     *
     * @param event the event
     * @return the event with keys that lead somewhere; itself if there is nothing to rewrite
     */
    public LoopEvent resolve(LoopEvent event) {
        if (!(event instanceof Recorded recorded)) {
            return event;
        }
        Artifact artifact = recorded.artifact();
        List<ArtifactRef> refs = new ArrayList<>();
        artifact.derivedFrom().forEach(ref -> refs.add(resolve(ref, recorded)));
        Artifact resolved = refs.equals(artifact.derivedFrom()) ? artifact : artifact.with(with(refs, artifact));
        if (resolved instanceof BuildArtifact made) {
            resolved = withRevision(made);
        }
        return resolved.equals(artifact) ? event : new Recorded(recorded.metadata(), recorded.loop(), resolved);
    }

    private ArtifactRef resolve(ArtifactRef ref, Recorded by) {
        SortedSet<ArtifactRef> found = known.find(Mention.of(ref, by));
        boolean isJoined =
                found.size() == 1 && !found.first().equals(by.artifact().ref());
        return isJoined ? found.first() : ref;
    }

    private static ArtifactMetadata with(List<ArtifactRef> refs, Artifact artifact) {
        return new ArtifactMetadata(artifact.id(), artifact.at(), refs, artifact.labels());
    }

    private BuildArtifact withRevision(BuildArtifact made) {
        SortedSet<ArtifactRef> commits = known.commits(made.sourceRevision());
        return commits.size() != 1
                ? made
                : new BuildArtifact(
                        made.metadata(),
                        made.packaging(),
                        made.name(),
                        made.version(),
                        made.digest(),
                        commits.first().id(),
                        made.inputs());
    }

    /**
     * Returns the keys in the lineage of artifacts that lead nowhere.
     *
     * @return sorted, unmodifiable, each key once for each reason
     */
    public List<UnjoinedKey> unjoined() {
        SortedMap<Key, SortedMap<UnjoinedKey.Reason, EventKey>> reasons = new TreeMap<>();
        open.forEach((mention, event) -> {
            int found = known.find(mention).size();
            if (found != 1) {
                UnjoinedKey.Reason reason = found == 0 ? UnjoinedKey.Reason.NOT_RECORDED : UnjoinedKey.Reason.AMBIGUOUS;
                reasons.computeIfAbsent(mention.key(), same -> new TreeMap<>()).merge(reason, event, Joins::first);
            }
        });
        List<UnjoinedKey> unjoined = new ArrayList<>();
        reasons.forEach(
                (key, why) -> why.forEach((reason, event) -> unjoined.add(new UnjoinedKey(key, reason, event))));
        return Collections.unmodifiableList(unjoined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Joins that && known.equals(that.known) && open.equals(that.open);
    }

    @Override
    public int hashCode() {
        return known.hashCode() * 31 + open.hashCode();
    }

    private static EventKey first(EventKey one, EventKey other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * Learns from events one by one. Keeps the key of every artifact, and of what is named and not recorded; not safe
     * for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Known known = new Known();
        private final SortedMap<Mention, EventKey> mentions = new TreeMap<>();

        private Builder() {}

        /**
         * Learns from an event.
         *
         * @param event the event
         * @return this
         */
        public Builder add(LoopEvent event) {
            if (requireNonNull(event, "event") instanceof Recorded recorded) {
                known.add(recorded);
                recorded.artifact().derivedFrom().stream()
                        .map(ref -> Mention.of(ref, recorded))
                        .filter(Mention::isKey)
                        .filter(mention -> !known.has(mention.ref()))
                        .forEach(mention -> mentions.merge(mention, recorded.key(), Joins::first));
            }
            return this;
        }

        /** {@return what is known so far; the builder may go on} */
        public Joins build() {
            Known all = new Known();
            all.addAll(known);
            return new Joins(all, new TreeMap<>(mentions));
        }
    }
}
