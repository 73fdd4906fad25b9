package io.infinityloop.cli.git;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * What a commit itself says, whatever the clone leaves out and whichever of its two dates a broken tool forgot.
 *
 * @param commit the commit, its body parsed
 * @param committed the committer's time
 * @param authored the author's time
 * @param parents the hashes of the parents that the commit names; more than JGit gives where a shallow clone is cut off
 */
record CommitFacts(NumberedCommit commit, Instant committed, Instant authored, List<String> parents) {
    private static final int SUBJECT_LIMIT = 1_000;
    private static final byte[] PARENT = Constants.encodeASCII("parent ");
    private static final int TREE_LINE = "tree ".length() + Constants.OBJECT_ID_STRING_LENGTH + 1;

    /**
     * Reads a commit whose body was parsed.
     *
     * @throws CorruptObjectException if it has neither author nor committer
     */
    static CommitFacts of(NumberedCommit commit) throws CorruptObjectException {
        Instant committer = GitTime.at(commit::getCommitterIdent);
        Instant author = GitTime.at(commit::getAuthorIdent);
        Instant committed = committer != null ? committer : author;
        Instant authored = author != null ? author : committer;
        if (committed == null || authored == null) {
            throw new CorruptObjectException(commit, "it has neither author nor committer");
        }
        // Most commits are not rebased: one instant for both dates, and one text for each hash, keeps them small.
        return new CommitFacts(commit, committed, authored.equals(committed) ? committed : authored, parents(commit));
    }

    private static List<String> parents(NumberedCommit commit) {
        byte[] raw = commit.getRawBuffer();
        List<String> parents = new ArrayList<>(2);
        int at = TREE_LINE;
        for (int hash = RawParseUtils.match(raw, at, PARENT); hash >= 0; hash = RawParseUtils.match(raw, at, PARENT)) {
            int index = parents.size();
            ObjectId id = ObjectId.fromString(raw, hash);
            boolean known = index < commit.parents() && commit.parent(index).equals(id);
            parents.add(known ? commit.parent(index).hash() : id.name());
            at = hash + Constants.OBJECT_ID_STRING_LENGTH + 1;
        }
        return parents;
    }

    /** {@return whether no clock can have shown one of its dates} */
    boolean isOddlyDated() {
        return GitTime.isOdd(committed) || GitTime.isOdd(authored);
    }

    /** {@return whether the clone is cut off here} */
    boolean isCutOff() {
        return parents.size() > commit.parents();
    }

    Commit artifact() {
        return new Commit(
                ArtifactMetadata.of(commit.hash(), committed), authored, subject(), parents, Reverts.in(commit));
    }

    private String subject() {
        String subject = commit.getFirstMessageLine();
        if (subject.length() <= SUBJECT_LIMIT) {
            return subject;
        }
        boolean splitsPair = Character.isHighSurrogate(subject.charAt(SUBJECT_LIMIT - 1));
        return subject.substring(0, splitsPair ? SUBJECT_LIMIT - 1 : SUBJECT_LIMIT);
    }
}
