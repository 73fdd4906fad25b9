package io.infinityloop.cli.git;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Commit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The branches that were merged into the main line, which is HEAD, its first parent, that one's first parent and so on.
 * Each commit belongs to the oldest merge of that line that brings it in. Not safe for use by many threads.
 */
final class MergedBranches {
    private static final int SHORT = 7;

    private final List<Branch> branches = new ArrayList<>();
    private long commits;
    private long covered;
    private long misdated;

    private MergedBranches() {}

    /** Finds the branches in what was read; none without a HEAD. */
    static MergedBranches into(@Nullable NumberedCommit head) {
        MergedBranches merged = new MergedBranches();
        Deque<NumberedCommit> oldestFirst = new ArrayDeque<>();
        for (NumberedCommit on = head; on != null; on = on.parents() > 0 ? on.parent(0) : null) {
            oldestFirst.addFirst(on);
        }
        FirstContained contained = new FirstContained();
        for (NumberedCommit on : oldestFirst) {
            contained.only(on);
            merged.commits += on.isMerge() ? 0 : 1;
            List<NumberedCommit> brought = new ArrayList<>();
            for (int i = 1; i < on.parents(); i++) {
                brought.addAll(contained.by(on.parent(i)));
            }
            if (!brought.isEmpty()) {
                merged.add(on, brought);
            }
        }
        return merged;
    }

    private void add(NumberedCommit merge, Collection<NumberedCommit> brought) {
        long changes = brought.stream().filter(commit -> !commit.isMerge()).count();
        commits += changes;
        Commit joined = merge.recorded();
        Optional<Instant> began = brought.stream()
                .map(NumberedCommit::recorded)
                .filter(Objects::nonNull)
                .map(Commit::authoredAt)
                .min(Comparator.naturalOrder());
        if (joined == null || began.isEmpty() || began.get().isAfter(joined.at())) {
            misdated++;
            return;
        }
        covered += changes;
        ArtifactMetadata metadata =
                ArtifactMetadata.of("merge/" + merge.hash(), began.get()).derivedFrom(NumberedCommit.refs(brought));
        String name = BranchName.in(joined.subject())
                .orElseGet(() -> "merge " + merge.hash().substring(0, SHORT));
        branches.add(new Branch(metadata, name, joined.at()));
    }

    /** {@return the branches, in the order of the merges, oldest first} */
    List<Branch> branches() {
        return branches;
    }

    /** {@return what the reader of numbers must know, in sentences; nothing where there is no branch to speak of} */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!branches.isEmpty()) {
            warnings.add("branch ages cover " + percent() + " % of the commits on the main line"
                    + (covered < commits ? ": the others came without a merge" : ""));
        }
        if (misdated > 0) {
            warnings.add(misdated + " merges are dated before what they merge, or oddly, and are left out of branch"
                    + " ages");
        }
        return warnings;
    }

    /** Rounded, but neither to nothing nor to all. */
    private long percent() {
        long rounded = commits == 0 ? 100 : Math.round(100.0 * covered / commits);
        return covered == commits ? 100 : Math.min(99, Math.max(covered > 0 ? 1 : 0, rounded));
    }
}
