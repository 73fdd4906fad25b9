package io.infinityloop.source;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.CodeStageArtifact;
import io.infinityloop.event.Recorded;
import java.util.Comparator;

/**
 * That something is named, and what that can mean depends on.
 *
 * @param ref what is named
 * @param repository the repository of who names it, possibly empty
 * @param isByCode whether it is named by a commit, branch or pull request
 */
record Mention(ArtifactRef ref, String repository, boolean isByCode) implements Comparable<Mention> {
    private static final Comparator<Mention> ORDER = Comparator.comparing(Mention::ref)
            .thenComparing(Mention::repository)
            .thenComparing(Mention::isByCode);

    static Mention of(ArtifactRef ref, Recorded by) {
        return new Mention(ref, repository(by), by.artifact() instanceof CodeStageArtifact);
    }

    static String repository(Recorded event) {
        return event.labels()
                .get(Labels.REPOSITORY)
                .or(() -> event.artifact().labels().get(Labels.REPOSITORY))
                .orElse("");
    }

    /** {@return whether it is of a kind that another source can know} */
    boolean isKey() {
        return KeyKind.of(ref).isPresent();
    }

    /** {@return what is named, as a key} */
    Key key() {
        return new Key(KeyKind.of(ref).orElseThrow(), ref.id());
    }

    @Override
    public int compareTo(Mention other) {
        return ORDER.compare(this, other);
    }
}
