package io.infinityloop.cli.git;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a repository is read.
 *
 * @param tagPattern which tags are releases: those whose whole short name matches. The named groups {@code component}
 *     and {@code version}, if the pattern has them, give the separately released part of the repository and the
 *     version.
 * @param fixPattern which releases are fixes: those where a part of the tag's short name, or of the subject of its
 *     commit, matches; null if that is not asked
 * @param componentPaths the paths that a component consists of, from the top of the repository, by the component's
 *     name; the empty name is that of the main line. A release of such a component contains only commits that change
 *     something at or below one of its paths.
 * @param now what time it is, so that dates in the future can be told; null if they need not be
 */
public record GitOptions(
        Pattern tagPattern,
        @Nullable Pattern fixPattern,
        Map<String, List<String>> componentPaths,
        @Nullable Instant now) {
    /**
     * Final semantic versions: {@code 1.4.2}, {@code v1.4}, {@code api-2.0.0}, {@code web/v3.1.0.Final}. A component
     * neither begins with a version nor goes on after a full one: {@code 1.0.0-0.3} is a pre-release, not the version
     * 0.3 of 1.0.0.
     */
    private static final Pattern FINAL_VERSION =
            Pattern.compile("(?:(?<component>(?!v?\\d+\\.\\d)(?:(?![-/@_]v?\\d+\\.\\d+\\.\\d).)+?)[-/@_])?"
                    + "v?(?<version>\\d+\\.\\d+(?:\\.\\d+)*(?:[.-](?:Final|RELEASE|GA))?(?:\\+[0-9A-Za-z.-]+)?)");

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if a component has no path, or a path leads out of the repository
     */
    public GitOptions {
        requireNonNull(tagPattern, "tagPattern");
        SortedMap<String, List<String>> paths = new TreeMap<>();
        componentPaths.forEach((component, given) -> paths.put(component, normal(component, given)));
        componentPaths = Map.copyOf(paths);
    }

    private static List<String> normal(String component, List<String> paths) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("component '" + component + "' has no path");
        }
        return paths.stream().map(GitOptions::normal).distinct().sorted().toList();
    }

    private static String normal(String path) {
        List<String> names = Arrays.stream(path.split("/"))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
        if (names.contains("..")) {
            throw new IllegalArgumentException("path '" + path + "' leads out of the repository");
        }
        return names.stream().collect(Collectors.joining("/"));
    }

    /** {@return options by which final semantic versions are releases} */
    public static GitOptions defaults() {
        return new GitOptions(FINAL_VERSION, null, Map.of(), null);
    }

    /**
     * Returns these options with another pattern of releases.
     *
     * @param newPattern which tags are releases
     * @return the options
     */
    public GitOptions withTagPattern(Pattern newPattern) {
        return new GitOptions(newPattern, fixPattern, componentPaths, now);
    }

    /**
     * Returns these options with a pattern of fixes.
     *
     * @param newPattern which releases are fixes
     * @return the options
     */
    public GitOptions withFixPattern(Pattern newPattern) {
        return new GitOptions(tagPattern, requireNonNull(newPattern, "newPattern"), componentPaths, now);
    }

    /**
     * Returns these options with other paths.
     *
     * @param newPaths the paths that each component consists of
     * @return the options
     * @throws IllegalArgumentException if a component has no path, or a path leads out of the repository
     */
    public GitOptions withComponentPaths(Map<String, List<String>> newPaths) {
        return new GitOptions(tagPattern, fixPattern, newPaths, now);
    }

    /**
     * Returns these options with a time from which on dates are in the future.
     *
     * @param newNow what time it is
     * @return the options
     */
    public GitOptions withNow(Instant newNow) {
        return new GitOptions(tagPattern, fixPattern, componentPaths, requireNonNull(newNow, "newNow"));
    }
}
