package io.infinityloop.source;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.Recorded;
import io.infinityloop.internal.Texts;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is recorded, and by which other keys it is known. Grows by union, so that no order matters. */
final class Known {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final Pattern NUMBER = Pattern.compile("[#!]?([0-9]{1,18})");
    /** The digits of a whole hash, or more. */
    private static final int WHOLE_HASH = 40;
    /** The first text after every hash that begins in the same way. */
    private static final String AFTER_HEX = "g";

    private final SortedSet<ArtifactRef> recorded = new TreeSet<>();
    private final SortedMap<Key, SortedSet<ArtifactRef>> aliases = new TreeMap<>();

    boolean has(ArtifactRef ref) {
        return recorded.contains(ref);
    }

    void add(Recorded event) {
        ArtifactRef ref = event.artifact().ref();
        recorded.add(ref);
        if (event.artifact() instanceof PullRequest request) {
            request.derivedFrom().stream()
                    .filter(part -> part.isOf(Commit.KIND))
                    .forEach(part -> alias(KeyKind.COMMIT, part.id().toLowerCase(Locale.ROOT), ref));
        } else if (event.artifact() instanceof Release release) {
            Stream.of(release.tag(), release.version()).forEach(name -> {
                alias(KeyKind.TAG, name, ref);
                alias(KeyKind.TAG, Mention.repository(event) + "@" + name, ref);
            });
        } else if (event.artifact() instanceof BuildArtifact made) {
            alias(KeyKind.ARTIFACT, made.digest(), ref);
            PackageUrl.parse(made.id()).ifPresent(url -> {
                alias(KeyKind.ARTIFACT, url.bare(), ref);
                alias(KeyKind.ARTIFACT, url.digest(), ref);
            });
        }
    }

    private void alias(KeyKind kind, String id, ArtifactRef ref) {
        if (!id.isBlank() && id.length() <= Texts.ID_LIMIT) {
            aliases.computeIfAbsent(new Key(kind, id), same -> new TreeSet<>()).add(ref);
        }
    }

    void addAll(Known other) {
        recorded.addAll(other.recorded);
        other.aliases.forEach((key, refs) ->
                aliases.computeIfAbsent(key, same -> new TreeSet<>()).addAll(refs));
    }

    /** {@return what a mention can mean; itself if that is recorded} */
    SortedSet<ArtifactRef> find(Mention mention) {
        ArtifactRef ref = mention.ref();
        if (has(ref)) {
            return only(ref);
        }
        if (ref.isOf(Commit.KIND)) {
            // To the code itself, a pull request is not the commit that it holds.
            return first(commits(ref.id()), mention.isByCode() ? none() : requestsWith(ref.id()));
        }
        if (ref.isOf(PullRequest.KIND)) {
            return first(numbered(mention), commits(ref.id()));
        }
        if (ref.isOf(PlanItem.KIND)) {
            return numbered(mention);
        }
        if (ref.isOf(Release.KIND)) {
            return first(aliased(KeyKind.TAG, mention.repository() + "@" + ref.id()), aliased(KeyKind.TAG, ref.id()));
        }
        return ref.isOf(BuildArtifact.KIND) ? artifacts(ref.id()) : none();
    }

    /**
     * {@return the commits whose hashes begin so, if one of them is recorded: more than one if another one is known}
     */
    SortedSet<ArtifactRef> commits(String beginning) {
        SortedSet<ArtifactRef> commits = new TreeSet<>();
        if (HASH.matcher(beginning).matches()) {
            String hash = beginning.toLowerCase(Locale.ROOT);
            commits.addAll(
                    recorded.subSet(ArtifactRef.of(Commit.KIND, hash), ArtifactRef.of(Commit.KIND, hash + AFTER_HEX)));
        }
        if (!commits.isEmpty()) {
            requestsByHash(beginning).keySet().stream()
                    .filter(key -> key.id().length() >= WHOLE_HASH)
                    .forEach(key -> commits.add(ArtifactRef.of(Commit.KIND, key.id())));
        }
        return commits;
    }

    private SortedSet<ArtifactRef> requestsWith(String beginning) {
        SortedSet<ArtifactRef> requests = new TreeSet<>();
        for (Set<ArtifactRef> some : requestsByHash(beginning).values()) {
            requests.addAll(some);
        }
        return requests;
    }

    private SortedMap<Key, SortedSet<ArtifactRef>> requestsByHash(String beginning) {
        if (!HASH.matcher(beginning).matches()) {
            return Collections.emptySortedMap();
        }
        String hash = beginning.toLowerCase(Locale.ROOT);
        return aliases.subMap(new Key(KeyKind.COMMIT, hash), new Key(KeyKind.COMMIT, hash + AFTER_HEX));
    }

    /** {@return what has a number in the repository of who names it} */
    private SortedSet<ArtifactRef> numbered(Mention mention) {
        var number = NUMBER.matcher(mention.ref().id());
        if (mention.repository().isEmpty() || !number.matches()) {
            return none();
        }
        return Stream.of("#", "!")
                .map(sign -> mention.repository() + sign + number.group(1))
                .filter(id -> id.length() <= Texts.ID_LIMIT)
                .map(id -> new ArtifactRef(mention.ref().kind(), id))
                .filter(this::has)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<ArtifactRef> artifacts(String id) {
        PackageUrl url = PackageUrl.parse(id).orElse(null);
        if (url == null) {
            return aliased(KeyKind.ARTIFACT, id);
        }
        SortedSet<ArtifactRef> same = new TreeSet<>();
        SortedSet<ArtifactRef> compatible = new TreeSet<>();
        for (ArtifactRef ref : aliased(KeyKind.ARTIFACT, url.bare())) {
            PackageUrl other = PackageUrl.parse(ref.id()).orElse(url);
            (other.equals(url) ? same : compatible).add(ref);
        }
        compatible.removeIf(ref -> !PackageUrl.parse(ref.id()).orElse(url).isCompatible(url));
        return first(same, first(compatible, aliased(KeyKind.ARTIFACT, url.digest())));
    }

    private SortedSet<ArtifactRef> aliased(KeyKind kind, String id) {
        return id.isBlank() || id.length() > Texts.ID_LIMIT ? none() : aliases.getOrDefault(new Key(kind, id), none());
    }

    private static SortedSet<ArtifactRef> first(SortedSet<ArtifactRef> one, SortedSet<ArtifactRef> other) {
        return one.isEmpty() ? other : one;
    }

    private static SortedSet<ArtifactRef> only(ArtifactRef ref) {
        SortedSet<ArtifactRef> one = new TreeSet<>();
        one.add(ref);
        return one;
    }

    private static SortedSet<ArtifactRef> none() {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Known that && recorded.equals(that.recorded) && aliases.equals(that.aliases);
    }

    @Override
    public int hashCode() {
        return recorded.hashCode() * 31 + aliases.hashCode();
    }
}
