package io.infinityloop.cli.git;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.MutableObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * What a commit itself says, whatever the clone leaves out and whichever of its two dates a broken tool forgot. Of most
 * commits only the subject is made a text: to decode names and whole messages would cost more than all other reading.
 *
 * @param commit the commit, its body parsed
 * @param committed the committer's time
 * @param authored the author's time
 * @param parents the hashes of the parents that the commit names; more than JGit gives where a shallow clone is cut off
 * @param message where in the bytes of the commit the message starts; negative if there is none
 */
record CommitFacts(NumberedCommit commit, Instant committed, Instant authored, List<String> parents, int message) {
    private static final int SUBJECT_LIMIT = 1_000;
    private static final byte[] PARENT = Constants.encodeASCII("parent ");
    private static final int TREE_LINE = "tree ".length() + Constants.OBJECT_ID_STRING_LENGTH + 1;
    private static final int PARENT_LINE = "parent ".length() + Constants.OBJECT_ID_STRING_LENGTH + 1;

    /**
     * Reads a commit whose body was parsed.
     *
     * @throws CorruptObjectException if it has neither author nor committer
     */
    static CommitFacts of(NumberedCommit commit) throws CorruptObjectException {
        byte[] raw = commit.getRawBuffer();
        int count = 0;
        while (RawParseUtils.match(raw, TREE_LINE + count * PARENT_LINE, PARENT) >= 0) {
            count++;
        }
        int rest = TREE_LINE + count * PARENT_LINE;
        Instant committer = GitTime.at(raw, RawParseUtils.committer(raw, rest), commit::getCommitterIdent);
        Instant author = GitTime.at(raw, RawParseUtils.author(raw, rest), commit::getAuthorIdent);
        Instant committed = committer != null ? committer : author;
        Instant authored = author != null ? author : committer;
        if (committed == null || authored == null) {
            throw new CorruptObjectException(commit, "it has neither author nor committer");
        }
        // Most commits are not rebased: one instant for both dates, and one text for each hash, keeps them small.
        return new CommitFacts(
                commit,
                committed,
                authored.equals(committed) ? committed : authored,
                parents(commit, raw, count),
                RawParseUtils.commitMessage(raw, rest));
    }

    private static List<String> parents(NumberedCommit commit, byte[] raw, int count) {
        MutableObjectId id = new MutableObjectId();
        String[] parents = new String[count];
        for (int i = 0; i < count; i++) {
            id.fromString(raw, TREE_LINE + i * PARENT_LINE + PARENT.length);
            boolean known = i < commit.parents() && commit.parent(i).equals(id);
            parents[i] = known ? commit.parent(i).hash() : id.name();
        }
        return List.of(parents);
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
        int start = Math.max(0, message);
        String subject = subject();
        return new Commit(
                ArtifactMetadata.of(commit.hash(), committed),
                authored,
                subject,
                parents,
                Reverts.in(commit, start),
                message < 0 ? ChangeDetails.UNKNOWN : BreakingChange.in(commit.getRawBuffer(), start, subject));
    }

    private String subject() {
        byte[] raw = commit.getRawBuffer();
        int end = Math.max(0, message);
        while (end < raw.length && raw[end] != '\n') {
            if (raw[end++] < 0) {
                return cut(commit.getFirstMessageLine());
            }
        }
        if (end > message && raw[end - 1] == '\r') {
            end--;
        }
        int length = message < 0 ? 0 : Math.min(end - message, SUBJECT_LIMIT);
        return new String(raw, Math.max(0, message), length, StandardCharsets.US_ASCII);
    }

    private static String cut(String subject) {
        if (subject.length() <= SUBJECT_LIMIT) {
            return subject;
        }
        boolean splitsPair = Character.isHighSurrogate(subject.charAt(SUBJECT_LIMIT - 1));
        return subject.substring(0, splitsPair ? SUBJECT_LIMIT - 1 : SUBJECT_LIMIT);
    }
}
