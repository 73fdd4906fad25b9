package io.infinityloop.cli.git;

import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.release.ConventionalCommit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * Whether a message says, in a footer of its own, that something that worked may work no longer: {@code BREAKING
 * CHANGE: …}. Only that it does is kept, no word of it, and nothing of the other footers, which may name persons.
 */
final class BreakingChange {
    private static final byte[] FIRST = Constants.encodeASCII("BREAKING");
    private static final byte[] SECOND = Constants.encodeASCII("CHANGE");
    private static final byte[] COLON = Constants.encodeASCII(": ");
    private static final byte[] NUMBER = Constants.encodeASCII(" #");

    private BreakingChange() {}

    /**
     * {@return what a commit whose message starts there says about its change; UNKNOWN for most, whose subject says it
     * all}
     */
    static ChangeDetails in(byte[] raw, int message, String subject) {
        if (!isIn(raw, message)) {
            return ChangeDetails.UNKNOWN;
        }
        ChangeKind kind = ConventionalCommit.parse(subject)
                .map(ConventionalCommit::change)
                .orElse(ChangeKind.UNKNOWN);
        return ChangeDetails.UNKNOWN.withChange(kind, true);
    }

    /** The subject is no footer; after it each line is looked at. */
    static boolean isIn(byte[] raw, int message) {
        for (int line = RawParseUtils.nextLF(raw, message); line < raw.length; line = RawParseUtils.nextLF(raw, line)) {
            if (raw[line] == FIRST[0] && isFooter(raw, line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFooter(byte[] raw, int line) {
        int first = RawParseUtils.match(raw, line, FIRST);
        if (first < 0 || first >= raw.length || (raw[first] != ' ' && raw[first] != '-')) {
            return false;
        }
        int second = RawParseUtils.match(raw, first + 1, SECOND);
        return second >= 0
                && (RawParseUtils.match(raw, second, COLON) >= 0 || RawParseUtils.match(raw, second, NUMBER) >= 0);
    }
}
