package io.infinityloop.cli.git;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * Which commits a message says it undoes, in the words of {@code git revert}: {@code This reverts commit} and a whole
 * hash. A shortened hash may be another commit's one day, and is not believed.
 */
final class Reverts {
    /** Few bytes of a message are its second letter. */
    private static final byte[] WORD = Constants.encodeASCII("everts");

    private static final Pattern REVERTS =
            Pattern.compile("\\b[Rr]everts\\s+commit\\s+([0-9a-fA-F]{40})(?![0-9a-fA-F])");

    private Reverts() {}

    /** {@return the hashes in a commit whose body was parsed and whose message starts there, each once, in order} */
    static List<String> in(RevCommit commit, int message) {
        return isIn(commit.getRawBuffer(), message) ? in(commit.getFullMessage()) : List.of();
    }

    static List<String> in(String message) {
        Set<String> reverts = new LinkedHashSet<>();
        for (Matcher matcher = REVERTS.matcher(message); matcher.find(); ) {
            reverts.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(reverts);
    }

    private static boolean isIn(byte[] raw, int from) {
        for (int i = from + 1; i < raw.length; i++) {
            if (raw[i] == WORD[1] && RawParseUtils.match(raw, i - 1, WORD) >= 0) {
                return true;
            }
        }
        return false;
    }
}
