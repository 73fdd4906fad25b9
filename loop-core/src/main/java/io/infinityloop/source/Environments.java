package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Environment;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what sort of environment a name means: by an explicit rule, by the tier that the source tells, or else by the
 * name itself, which is a guess and is counted as one. Immutable.
 *
 * @since 0.1
 */
public final class Environments {
    private static final Environments NONE = new Environments(Map.of());

    private final Map<String, Environment> rules;

    private Environments(Map<String, Environment> rules) {
        this.rules = rules;
    }

    /** {@return no rule of your own: tiers, and guesses by name} */
    public static Environments byName() {
        return NONE;
    }

    /**
     * Returns this with a rule.
     *
     * @param name the name as the source has it; the whole name, in upper or lower case
     * @param environment what it is
     * @return the rules
     */
    public Environments with(String name, Environment environment) {
        Map<String, Environment> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(rules);
        more.put(requireNonNull(name, "name"), requireNonNull(environment, "environment"));
        return new Environments(more);
    }

    /** {@return what the environment of a thing is; both texts may be empty} */
    Verdict judge(String name, String tier) {
        Environment ruled = rules.get(name);
        return ruled != null ? new Verdict(ruled, false) : new Verdict(Environment.UNKNOWN, !tier.isEmpty());
    }

    /**
     * What an environment is.
     *
     * @param environment the environment
     * @param isGuess whether nothing but the name says so
     */
    record Verdict(Environment environment, boolean isGuess) {}
}
