package io.infinityloop.cli.git;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * A commit with a number, so that a set of commits costs a bit for each, and with what was made of it, so that its hash
 * is one text wherever it is named. Not safe for use by many threads.
 */
final class NumberedCommit extends RevCommit {
    /** By what the commits say; parents that claim to be younger than their children come when they are met. */
    static final Comparator<NumberedCommit> NEWEST_FIRST =
            (one, other) -> Integer.compare(other.getCommitTime(), one.getCommitTime());

    private static final long serialVersionUID = 1L;

    private final int number;
    private transient @Nullable ArtifactRef ref;
    private transient @Nullable Commit recorded;
    private transient boolean merge;

    private NumberedCommit(AnyObjectId id, int number) {
        super(id);
        this.number = number;
    }

    /** {@return the number, from 0 in the order in which the walk met the commits} */
    int number() {
        return number;
    }

    ArtifactRef ref() {
        ArtifactRef known = ref;
        if (known == null) {
            known = ArtifactRef.of(Commit.KIND, name());
            ref = known;
        }
        return known;
    }

    /** {@return the references to commits, in ascending order} */
    static List<ArtifactRef> refs(Collection<NumberedCommit> commits) {
        NumberedCommit[] sorted = commits.toArray(NumberedCommit[]::new);
        Arrays.sort(sorted);
        List<ArtifactRef> refs = new ArrayList<>(sorted.length);
        for (NumberedCommit commit : sorted) {
            refs.add(commit.ref());
        }
        return refs;
    }

    String hash() {
        return ref().id();
    }

    /** {@return what was recorded of it; null if it was not read yet, or was left out} */
    @Nullable
    Commit recorded() {
        return recorded;
    }

    void record(Commit commit) {
        recorded = commit;
        merge = commit.isMerge();
    }

    /** {@return whether it joins lines of work, also where a shallow clone keeps none of them} */
    boolean isMerge() {
        return recorded != null ? merge : getParentCount() > 1;
    }

    NumberedCommit parent(int index) {
        return (NumberedCommit) getParent(index);
    }

    /** {@return how many parents there are in this clone} */
    int parents() {
        return getParents() == null ? 0 : getParentCount();
    }

    /** Makes every commit a numbered one. */
    static final class Walk extends RevWalk {
        private int count;

        Walk(Repository repository) {
            super(repository);
        }

        @Override
        protected RevCommit createCommit(AnyObjectId id) {
            return new NumberedCommit(id, count++);
        }

        NumberedCommit commit(AnyObjectId id) {
            return (NumberedCommit) lookupCommit(id);
        }

        /** Reads a commit with its body. */
        void read(NumberedCommit commit) throws IOException {
            parseBody(commit);
        }
    }
}
