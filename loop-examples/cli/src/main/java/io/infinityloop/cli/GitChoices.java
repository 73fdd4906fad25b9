package io.infinityloop.cli;

import io.infinityloop.cli.config.GitPatterns;
import io.infinityloop.cli.git.GitOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;

/** The options that say how git repositories are read. */
final class GitChoices {
    @Option(
            names = "--tag-pattern",
            paramLabel = "REGEX",
            description = "which git tags are releases: matches the whole name, pre-releases included (default: final"
                    + " versions such as v1.2.0 or api/v1.2.0)")
    private Optional<String> tagPattern = Optional.empty();

    @Option(
            names = "--fix-pattern",
            paramLabel = "REGEX",
            description = "which releases are fixes: matches a part of the tag's name, or of the subject of its commit")
    private Optional<String> fixPattern = Optional.empty();

    @Option(
            names = "--component-path",
            paramLabel = "NAME=PATH",
            description = "a path of a component, whose tags begin with NAME; its releases contain only what changes"
                    + " below its paths; without NAME, that of tags without a component; may be given more than once")
    private List<String> componentPaths = new ArrayList<>();

    /** What the user said, and where they did not, what the team did. */
    GitOptions options(Instant now, GitPatterns patterns) {
        GitOptions options = patterns.applied(GitOptions.defaults().withNow(now));
        if (tagPattern.isPresent()) {
            options = options.withTagPattern(pattern("--tag-pattern", tagPattern.get()));
        }
        if (fixPattern.isPresent()) {
            options = options.withFixPattern(pattern("--fix-pattern", fixPattern.get()));
        }
        Map<String, List<String>> paths = new TreeMap<>();
        for (String text : componentPaths) {
            int equals = text.indexOf('=');
            if (equals < 0 || equals == text.length() - 1) {
                throw new BadInputException("--component-path '" + text + "' is not of the form NAME=PATH");
            }
            paths.computeIfAbsent(text.substring(0, equals), same -> new ArrayList<>())
                    .add(text.substring(equals + 1));
        }
        try {
            return paths.isEmpty() ? options : options.withComponentPaths(paths);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--component-path: " + refused.getMessage(), refused);
        }
    }

    private static Pattern pattern(String option, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new BadInputException(option + " is no regular expression: " + wrong.getMessage(), wrong);
        }
    }
}
