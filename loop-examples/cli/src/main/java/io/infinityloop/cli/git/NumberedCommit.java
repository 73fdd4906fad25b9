package io.infinityloop.cli.git;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import java.io.IOException;
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
    private static final long serialVersionUID = 1L;

    private final int number;
    private transient @Nullable ArtifactRef ref;
    private transient @Nullable Commit recorded;

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
    }

    /** {@return whether it joins lines of work, also where a shallow clone keeps none of them} */
    boolean isMerge() {
        return recorded != null ? recorded.isMerge() : getParentCount() > 1;
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
