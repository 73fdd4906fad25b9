package io.infinityloop.metrics.preset;

import java.util.Arrays;
import java.util.List;

/**
 * By which rules a metric is computed: one option for each rule. Immutable.
 *
 * @since 0.1
 */
public final class Rules {
    private final List<Option> options;

    private Rules(List<Option> options) {
        this.options = options;
    }

    /**
     * Returns rules.
     *
     * @param options one for each rule
     * @return the rules, in this order
     * @throws IllegalArgumentException if two are of the same rule
     */
    static Rules of(Option... options) {
        long rules = Arrays.stream(options).map(Option::rule).distinct().count();
        if (rules != options.length) {
            throw new IllegalArgumentException("a rule is given twice in " + Arrays.toString(options));
        }
        return new Rules(List.of(options));
    }

    /** {@return the options, one for each rule, unmodifiable} */
    public List<Option> options() {
        return options;
    }

    /**
     * Returns these rules with other options in the place of those of the same rules.
     *
     * @param others options of rules that these have
     * @return the rules
     * @throws IllegalArgumentException if there is no such rule
     */
    public Rules with(Option... others) {
        List<String> known = options.stream().map(Option::rule).toList();
        for (Option other : others) {
            if (!known.contains(other.rule())) {
                throw new IllegalArgumentException(
                        "there is no rule '" + other.rule() + "' here: expected one of " + known);
            }
        }
        return new Rules(options.stream()
                .map(option -> Arrays.stream(others)
                        .filter(other -> other.rule().equals(option.rule()))
                        .reduce(option, (before, other) -> other))
                .toList());
    }

    /** {@return the options of others that differ from these} */
    List<Option> differences(Rules others) {
        return others.options.stream()
                .filter(option -> !options.contains(option))
                .toList();
    }

    /** {@return the option of these rules for the rule of another option} */
    Option like(Option other) {
        return options.stream()
                .filter(option -> option.rule().equals(other.rule()))
                .findFirst()
                .orElseThrow();
    }

    /** {@return what was chosen for a rule that is a type of its own} */
    <O extends Option> O get(Class<O> rule) {
        return options.stream()
                .filter(rule::isInstance)
                .map(rule::cast)
                .findFirst()
                .orElseThrow();
    }

    boolean has(Option option) {
        return options.contains(option);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rules rules && options.equals(rules.options);
    }

    @Override
    public int hashCode() {
        return options.hashCode();
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
