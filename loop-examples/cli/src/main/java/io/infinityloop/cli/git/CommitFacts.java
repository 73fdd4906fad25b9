package io.infinityloop.cli.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * What a commit itself says, whatever the clone leaves out and whichever of its two dates a broken tool forgot.
 *
 * @param committed the committer's time
 * @param authored the author's time
 * @param parents the hashes of the parents that the commit names; more than JGit gives where a shallow clone is cut off
 */
record CommitFacts(Instant committed, Instant authored, List<String> parents) {
    private static final byte[] PARENT = Constants.encodeASCII("parent ");
    private static final int TREE_LINE = "tree ".length() + Constants.OBJECT_ID_STRING_LENGTH + 1;

    /**
     * Reads a commit whose body was parsed.
     *
     * @throws CorruptObjectException if it has neither author nor committer
     */
    static CommitFacts of(RevCommit commit) throws CorruptObjectException {
        Instant committer = GitTime.at(commit::getCommitterIdent);
        Instant author = GitTime.at(commit::getAuthorIdent);
        Instant committed = committer != null ? committer : author;
        Instant authored = author != null ? author : committer;
        if (committed == null || authored == null) {
            throw new CorruptObjectException(commit, "it has neither author nor committer");
        }
        return new CommitFacts(committed, authored, parents(commit.getRawBuffer()));
    }

    private static List<String> parents(byte[] raw) {
        List<String> parents = new ArrayList<>(2);
        int at = TREE_LINE;
        for (int hash = RawParseUtils.match(raw, at, PARENT); hash >= 0; hash = RawParseUtils.match(raw, at, PARENT)) {
            parents.add(ObjectId.fromString(raw, hash).name());
            at = hash + Constants.OBJECT_ID_STRING_LENGTH + 1;
        }
        return parents;
    }

    /** {@return whether no clock can have shown one of its dates} */
    boolean isOddlyDated() {
        return GitTime.isOdd(committed) || GitTime.isOdd(authored);
    }
}
