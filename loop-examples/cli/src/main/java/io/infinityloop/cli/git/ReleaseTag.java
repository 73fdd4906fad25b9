package io.infinityloop.cli.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag that is a release.
 *
 * @param name the short name of the tag
 * @param component the separately released part, empty for the repository as a whole
 * @param version the version
 * @param at the tagger's time, or the committer's where the tag has no time of its own
 * @param annotated whether it has one
 * @param commit what it points to
 */
record ReleaseTag(String name, String component, String version, Instant at, boolean annotated, NumberedCommit commit) {
    /** By time; at the same time the lower version is the earlier one. */
    static final Comparator<ReleaseTag> IN_TIME = Comparator.comparing(ReleaseTag::at)
            .thenComparing(ReleaseTag::numbers, ReleaseTag::compareNumbers)
            .thenComparing(ReleaseTag::name);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (Matcher matcher = NUMBER.matcher(version); matcher.find(); ) {
            numbers.add(matcher.group().replaceFirst("^0+(?=\\d)", ""));
        }
        return numbers;
    }

    private static int compareNumbers(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int byLength = Integer.compare(one.get(i).length(), other.get(i).length());
            int byNumber = byLength != 0 ? byLength : one.get(i).compareTo(other.get(i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
