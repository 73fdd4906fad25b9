package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says what sort of environment a name means. The first of these that says anything counts:
 *
 * <ol>
 *   <li>a rule for the name,
 *   <li>the first rule whose pattern matches the name, in the order in which the rules were given,
 *   <li>the tier that the source tells,
 *   <li>a word in the name, such as {@code prod} in {@code eu-prod-1}: a guess, and told as one.
 * </ol>
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class Environments {
    /** What is longer is no name; no pattern is tried on it, and nothing is guessed from it. */
    private static final int LONGEST = 200;

    private static final Environments NONE = new Environments(Map.of(), List.of());

    private final Map<String, Environment> names;
    private final List<Rule> patterns;

    private Environments(Map<String, Environment> names, List<Rule> patterns) {
        this.names = names;
        this.patterns = patterns;
    }

    /** {@return no rule of your own: tiers, and guesses by name} */
    public static Environments byName() {
        return NONE;
    }

    /**
     * Returns this with a rule for a name; it comes before every pattern, and replaces a rule for the same name.
     *
     * @param name the name as the source has it; the whole name, in upper or lower case
     * @param environment what it is
     * @return the rules
     */
    public Environments with(String name, Environment environment) {
        Map<String, Environment> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(names);
        more.put(requireNonNull(name, "name").strip(), requireNonNull(environment, "environment"));
        return new Environments(more, patterns);
    }

    /**
     * Returns this with a rule for many names; a rule that was given before comes before it. A pattern that takes very
     * long over a name, as {@code (a|aa)+\1?b} can, leaves the environment UNKNOWN.
     *
     * @param pattern a regular expression for the whole name, in upper or lower case; names of more than 200 characters
     *     match none
     * @param environment what they are
     * @return the rules
     * @throws IllegalArgumentException if the pattern is no regular expression
     */
    public Environments withPattern(String pattern, Environment environment) {
        List<Rule> more = new ArrayList<>(patterns);
        more.add(new Rule(compiled(requireNonNull(pattern, "pattern")), requireNonNull(environment, "environment")));
        return new Environments(names, List.copyOf(more));
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException no) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' is no regular expression: " + no.getDescription()
                            + "; expected one for the whole name of an environment, such as prod-.*",
                    no);
        }
    }

    /**
     * Returns what a rule says of a name; neither tiers nor words in the name are looked at.
     *
     * @param name the name as the source has it
     * @return what the environment is; empty if no rule says anything
     */
    public Optional<Environment> ruled(String name) {
        Verdict verdict = judge(name, "");
        return verdict.basis() == Basis.RULE ? Optional.of(verdict.environment()) : Optional.empty();
    }

    /** {@return what the environment of a thing is; both texts may be empty} */
    Verdict judge(String name, String tier) {
        String known = name.strip();
        Environment ruled = names.get(known);
        if (ruled != null) {
            return new Verdict(ruled, Basis.RULE);
        }
        if (known.length() <= LONGEST) {
            for (Rule rule : patterns) {
                try {
                    if (Metered.matches(rule.pattern, known)) {
                        return new Verdict(rule.environment, Basis.RULE);
                    }
                } catch (Metered.ExhaustedException tooLong) {
                    return Verdict.UNKNOWN;
                }
            }
        }
        return judge(known, EnvironmentWords.of(tier.strip().toLowerCase(Locale.ROOT)), tier);
    }

    private static Verdict judge(String name, Environment ofTier, String tier) {
        if (ofTier != Environment.UNKNOWN || tier.strip().equalsIgnoreCase("other")) {
            return new Verdict(ofTier, Basis.TIER);
        }
        Environment guess = name.length() <= LONGEST ? EnvironmentWords.guess(name) : Environment.UNKNOWN;
        return guess == Environment.UNKNOWN ? Verdict.UNKNOWN : new Verdict(guess, Basis.NAME);
    }

    private record Rule(Pattern pattern, Environment environment) {}

    /** What a verdict rests on. */
    enum Basis {
        /** A rule of the reader. */
        RULE,
        /** The tier that the source tells. */
        TIER,
        /** A word in the name, which is a guess. */
        NAME,
        /** Nothing: the environment is UNKNOWN. */
        NOTHING
    }

    /**
     * What an environment is.
     *
     * @param environment the environment
     * @param basis what says so
     */
    record Verdict(Environment environment, Basis basis) {
        private static final Verdict UNKNOWN = new Verdict(Environment.UNKNOWN, Basis.NOTHING);

        /** {@return whether nothing but the name says so} */
        boolean isGuess() {
            return basis == Basis.NAME;
        }
    }
}
