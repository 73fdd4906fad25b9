package io.infinityloop.cli.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a branch as the subject of its merge tells it. */
final class BranchName {
    private static final int LIMIT = 200;
    /** The owner of a fork and the name of a remote, which may be a person's, are no part of the name. */
    private static final Pattern SUBJECT = Pattern.compile("Merge (?:branch '(?<own>[^']+)'.*"
            + "|remote-tracking branch '[^'/]+/(?<remote>[^']+)'.*"
            + "|pull request #\\d+ from (?:[^/\\s]+/)?(?<request>\\S+).*)");

    private BranchName() {}

    /** {@return the name; empty if the subject does not tell it} */
    static Optional<String> in(String subject) {
        Matcher matcher = SUBJECT.matcher(subject);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group("own"))
                .or(() -> Optional.ofNullable(matcher.group("remote")))
                .or(() -> Optional.ofNullable(matcher.group("request")))
                .filter(name -> !name.isBlank() && name.length() <= LIMIT);
    }
}
