package io.infinityloop.cli.git;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * How a repository is read.
 *
 * @param tagPattern which tags are releases: those whose whole short name matches. The named groups {@code component}
 *     and {@code version}, if the pattern has them, give the separately released part of the repository and the
 *     version.
 */
public record GitOptions(Pattern tagPattern) {
    /**
     * Final semantic versions: {@code 1.4.2}, {@code v1.4}, {@code api-2.0.0}, {@code web/v3.1.0.Final}. No component
     * starts with a version, or the end of {@code 1.0.0-rc-1.2} would be a release of it.
     */
    private static final Pattern FINAL_VERSION = Pattern.compile(
            "(?:(?<component>(?!v?\\d+\\.\\d).+?)[-/@_])?v?(?<version>\\d+\\.\\d+(?:\\.\\d+)*(?:[.-](?:Final|RELEASE|GA))?)");

    /** Creates options. */
    public GitOptions {
        requireNonNull(tagPattern, "tagPattern");
    }

    /** {@return options by which final semantic versions are releases} */
    public static GitOptions defaults() {
        return new GitOptions(FINAL_VERSION);
    }

    /**
     * Returns these options with another pattern.
     *
     * @param newPattern which tags are releases
     * @return the options
     */
    public GitOptions withTagPattern(Pattern newPattern) {
        return new GitOptions(newPattern);
    }
}
