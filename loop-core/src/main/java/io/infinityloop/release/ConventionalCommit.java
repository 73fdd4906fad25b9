package io.infinityloop.release;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The message of a commit that says what sort of change it is: {@code feat(cart)!: remember the cart}.
 *
 * <p>Source: requirement REL-03; Conventional Commits 1.0.0, https://www.conventionalcommits.org.
 *
 * @param type the sort of change in one word, in lower case: {@code feat}
 * @param scope the part that it is about; empty if it is not said
 * @param isBreaking whether something that worked may work no longer: there is a {@code !}, or a footer {@code BREAKING
 *     CHANGE}
 * @param description what is changed, in one line
 * @param body more about it, possibly many lines; empty if there is none
 * @param footers what stands below, in order; those that name persons, such as {@code Reviewed-by}, are left out
 * @since 0.1
 */
public record ConventionalCommit(
        String type, String scope, boolean isBreaking, String description, String body, List<Footer> footers) {
    private static final Pattern TYPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]+");

    /**
     * Creates a message.
     *
     * @throws IllegalArgumentException if the type is no single word, the description is blank, a text has a line break
     *     where it has one line, or is too long
     */
    public ConventionalCommit {
        type = Texts.id("type", requireNonNull(type, "type").toLowerCase(Locale.ROOT));
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("'" + type + "' is no type of a commit: expected one word such as feat");
        }
        Texts.idOrEmpty("scope", scope);
        Texts.bounded("description", description, Texts.PROSE_LIMIT);
        if (MessageText.hasLineBreak(scope) || MessageText.hasLineBreak(description)) {
            throw new IllegalArgumentException("the scope and the description of a commit have one line");
        }
        Texts.prose("body", body);
        footers = requireNonNull(footers, "footers").stream()
                .filter(footer -> !footer.namesPerson())
                .toList();
        isBreaking |= footers.stream().anyMatch(Footer::isBreaking);
    }

    /**
     * Reads the message of a commit.
     *
     * @param message the message, of one line or of many
     * @return what it says, or empty if it does not follow the convention
     */
    public static Optional<ConventionalCommit> parse(String message) {
        return MessageText.parse(requireNonNull(message, "message"));
    }

    /**
     * Returns the sort of change. The convention fixes {@code feat} and {@code fix}; {@code feature} is the same as
     * {@code feat}. By custom {@code perf} is a fix, and {@code build}, {@code chore}, {@code ci}, {@code docs},
     * {@code refactor}, {@code style} and {@code test} are work on the inside. {@code config} and {@code experiment}
     * are ours.
     *
     * @return the sort; {@link ChangeKind#UNKNOWN} for every other type, {@code revert} among them
     */
    public ChangeKind change() {
        return switch (type) {
            case "feat", "feature" -> ChangeKind.FEATURE;
            case "fix", "perf" -> ChangeKind.FIX;
            case "build", "chore", "ci", "docs", "refactor", "style", "test" -> ChangeKind.CHORE;
            case "config" -> ChangeKind.CONFIGURATION;
            case "experiment" -> ChangeKind.EXPERIMENT;
            default -> ChangeKind.UNKNOWN;
        };
    }

    /** {@return what the message says about the change, for a {@link io.infinityloop.artifact.Commit}} */
    public ChangeDetails details() {
        return ChangeDetails.UNKNOWN.withChange(change(), isBreaking);
    }

    /**
     * A line, or several, at the end of the message.
     *
     * @param token what it is about: {@code Refs}, {@code BREAKING CHANGE}
     * @param value what it says, possibly many lines or empty
     * @since 0.1
     */
    public record Footer(String token, String value) {
        /**
         * Creates a footer.
         *
         * @throws IllegalArgumentException if the token is blank or too long, or the value too long
         */
        public Footer {
            Texts.id("token", token);
            Texts.prose("value", value);
        }

        /** {@return whether it says who did something, as {@code Signed-off-by} does; no value holds a person} */
        boolean namesPerson() {
            return token.toLowerCase(Locale.ROOT).endsWith("-by");
        }

        /** {@return whether it says that something that worked may work no longer} */
        public boolean isBreaking() {
            return token.equals("BREAKING CHANGE") || token.equals("BREAKING-CHANGE");
        }
    }
}
