package io.infinityloop.release;

import static java.util.Objects.requireNonNull;

import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.VersionBump;
import io.infinityloop.internal.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version in the sense of Semantic Versioning 2.0.0: {@code 1.2.3}, {@code 1.3.0-rc.1}, {@code 1.3.0+20260105}.
 *
 * <p>Source: requirements REL-01 and REL-02; Semantic Versioning 2.0.0, https://semver.org. It knows no largest number;
 * here it is {@link Long#MAX_VALUE}, and a version has at most 500 characters.
 *
 * @param major the first number, not negative: grows when something that worked may work no longer
 * @param minor the second number, not negative: grows when there is more than before
 * @param patch the third number, not negative: grows when what was wrong is right
 * @param preRelease what makes it one that comes before the version of the three numbers, for example {@code rc} and
 *     {@code 1}; empty for a version that is out
 * @param build names the build; counts for no comparison of what is newer; usually empty
 * @since 0.1
 */
public record SemanticVersion(long major, long minor, long patch, List<String> preRelease, List<String> build)
        implements Comparable<SemanticVersion> {
    /**
     * What is newer, as the standard says: the build does not count, so versions that differ only in it are the same
     * here and are told apart by {@link #compareTo}.
     */
    public static final Comparator<SemanticVersion> PRECEDENCE = Comparator.comparingLong(SemanticVersion::major)
            .thenComparingLong(SemanticVersion::minor)
            .thenComparingLong(SemanticVersion::patch)
            .thenComparing(version -> version.preRelease.isEmpty())
            .thenComparing(SemanticVersion::preRelease, SemanticVersion::compareIdentifiers);

    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Za-z-]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FORM = Pattern.compile(
            "v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");

    /**
     * Creates a version.
     *
     * @throws IllegalArgumentException if a number is negative, an identifier is empty or holds anything but letters a
     *     to z, digits and hyphens, a number in the pre-release begins with 0, or the text would be too long
     */
    public SemanticVersion {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException("the numbers of a version are not negative: expected 0 or more, got "
                    + major + ", " + minor + " and " + patch);
        }
        preRelease = identifiers("pre-release", preRelease);
        preRelease.stream()
                .filter(part -> isNumber(part) && part.length() > 1 && part.charAt(0) == '0')
                .findFirst()
                .ifPresent(part -> {
                    throw new IllegalArgumentException("the number " + part
                            + " in the pre-release begins with 0: expected it without, or with a letter");
                });
        build = identifiers("build", build);
        Texts.id("version", text(major, minor, patch, preRelease, build));
    }

    /**
     * Returns a version that is out.
     *
     * @param major the first number, not negative
     * @param minor the second number, not negative
     * @param patch the third number, not negative
     * @return the version
     * @throws IllegalArgumentException if a number is negative
     */
    public static SemanticVersion of(long major, long minor, long patch) {
        return new SemanticVersion(major, minor, patch, List.of(), List.of());
    }

    /**
     * Reads a version.
     *
     * @param text the version, with or without a {@code v} before it: {@code v1.2.3}
     * @return the version
     * @throws IllegalArgumentException if it is none
     */
    public static SemanticVersion parse(String text) {
        Matcher form = FORM.matcher(Texts.id("version", text));
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no semantic version: expected three numbers without"
                    + " leading zeros such as 1.2.3 or v1.2.3, then perhaps -rc.1 and +build");
        }
        return new SemanticVersion(
                number(form.group(1)),
                number(form.group(2)),
                number(form.group(3)),
                split(form.group(4)),
                split(form.group(5)));
    }

    /**
     * Reads a version, where it is not known whether the text is one.
     *
     * @param text any text
     * @return the version, or empty if it is none
     */
    public static Optional<SemanticVersion> find(String text) {
        try {
            return Optional.of(parse(requireNonNull(text, "text")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** {@return whether it comes before the version of its three numbers: it has a pre-release part} */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /**
     * Returns the next version after changes, the lower parts reset. What follows a pre-release that already raised the
     * part is the version that it was made for: 2.0.0 comes after 2.0.0-rc.1, whatever the bump.
     *
     * @param bump the largest that one of the changes asks for, see {@link VersionBump#of}
     * @return the version, without pre-release and build; this one for {@link VersionBump#NONE}
     * @throws ArithmeticException if a number does not fit a {@code long}
     */
    public SemanticVersion next(VersionBump bump) {
        return switch (bump) {
            case NONE -> this;
            case PATCH -> of(major, minor, isPreRelease() ? patch : Math.incrementExact(patch));
            case MINOR -> of(major, isPreRelease() && patch == 0 ? minor : Math.incrementExact(minor), 0);
            case MAJOR -> of(isPreRelease() && patch == 0 && minor == 0 ? major : Math.incrementExact(major), 0, 0);
        };
    }

    /**
     * Returns the most significant part in which two versions differ, whichever is the newer.
     *
     * @param other the other version
     * @return the part; {@link VersionBump#PATCH} if only the pre-release differs, {@link VersionBump#NONE} if at most
     *     the build does
     */
    public VersionBump difference(SemanticVersion other) {
        if (major != other.major) {
            return VersionBump.MAJOR;
        }
        if (minor != other.minor) {
            return VersionBump.MINOR;
        }
        return PRECEDENCE.compare(this, other) == 0 ? VersionBump.NONE : VersionBump.PATCH;
    }

    /** {@return the version as a tag: {@code v1.2.3}} */
    public String tag() {
        return "v" + this;
    }

    /** Compares by {@link #PRECEDENCE}, then by the build as people count, so that only equal versions are the same. */
    @Override
    public int compareTo(SemanticVersion other) {
        int byPrecedence = PRECEDENCE.compare(this, other);
        return byPrecedence != 0
                ? byPrecedence
                : NaturalOrder.INSTANCE.compare(String.join(".", build), String.join(".", other.build));
    }

    /** {@return the version as {@link #parse} reads it, without a {@code v}} */
    @Override
    public String toString() {
        return text(major, minor, patch, preRelease, build);
    }

    private static String text(long major, long minor, long patch, List<String> preRelease, List<String> build) {
        return major + "." + minor + "." + patch
                + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease))
                + (build.isEmpty() ? "" : "+" + String.join(".", build));
    }

    private static List<String> identifiers(String what, List<String> identifiers) {
        List<String> copy = List.copyOf(requireNonNull(identifiers, what));
        for (String identifier : copy) {
            if (!IDENTIFIER.matcher(identifier).matches()) {
                throw new IllegalArgumentException("'" + identifier + "' cannot be a part of a " + what
                        + ": expected letters a to z, digits and hyphens, at least one");
            }
        }
        return copy;
    }

    private static List<String> split(@Nullable String identifiers) {
        return identifiers == null ? List.of() : Arrays.asList(identifiers.split("\\.", -1));
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException(
                    "the number " + digits + " in the version is too large: expected at most " + Long.MAX_VALUE,
                    tooLarge);
        }
    }

    private static boolean isNumber(String identifier) {
        return DIGITS.matcher(identifier).matches();
    }

    private static int compareIdentifiers(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int byPart = compareIdentifier(one.get(i), other.get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Numbers by size, of any length; texts by ASCII; a number is less than a text. */
    private static int compareIdentifier(String one, String other) {
        if (isNumber(one) != isNumber(other)) {
            return isNumber(one) ? -1 : 1;
        }
        int byLength = isNumber(one) ? Integer.compare(one.length(), other.length()) : 0;
        return byLength != 0 ? byLength : one.compareTo(other);
    }
}
