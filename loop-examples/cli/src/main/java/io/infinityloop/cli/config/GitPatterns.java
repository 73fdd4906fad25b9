package io.infinityloop.cli.config;

import io.infinityloop.cli.git.GitOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How git repositories are read.
 *
 * @param tagPattern which tags are releases; null if that is not said
 * @param fixPattern which releases are fixes; null if that is not said
 * @param componentPaths the paths that a component consists of, by the component's name; may be none
 */
public record GitPatterns(
        @Nullable Pattern tagPattern, @Nullable Pattern fixPattern, Map<String, List<String>> componentPaths) {
    /** Nothing is said. */
    static final GitPatterns NONE = new GitPatterns(null, null, Map.of());

    /** Creates patterns. */
    public GitPatterns {
        componentPaths = Map.copyOf(componentPaths);
    }

    /**
     * Returns options in which what is said here counts.
     *
     * @param options the options
     * @return the options
     */
    public GitOptions applied(GitOptions options) {
        GitOptions applied = tagPattern == null ? options : options.withTagPattern(tagPattern);
        applied = fixPattern == null ? applied : applied.withFixPattern(fixPattern);
        return componentPaths.isEmpty() ? applied : applied.withComponentPaths(componentPaths);
    }
}
