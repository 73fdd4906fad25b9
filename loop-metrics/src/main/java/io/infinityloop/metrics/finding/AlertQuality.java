package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.rule.Action;
import io.infinityloop.rule.Channel;
import io.infinityloop.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of how good an alert rule is. A good alert asks for something that somebody can do; one that wakes
 * people is urgent, too, and about something that customers feel.
 *
 * <p>Source: requirements OPS-06 and OPS-07. That only a page must be urgent and felt by customers is ours.
 *
 * @param rule the id of the rule
 * @param isActionable whether somebody can do something about it
 * @param isUrgent whether it has to be done now
 * @param isCustomerImpacting whether customers feel it
 * @param kind whether it is about what users feel or about what may be behind it
 * @since 0.1
 */
public record AlertQuality(
        String rule, boolean isActionable, boolean isUrgent, boolean isCustomerImpacting, Kind kind) {
    /**
     * Creates it.
     *
     * @throws IllegalArgumentException if the rule is blank
     */
    public AlertQuality {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("the quality of an alert names its rule: the id is blank");
        }
        requireNonNull(kind, "kind");
    }

    /**
     * What an alert is about.
     *
     * @since 0.1
     */
    public enum Kind {
        /** What users feel: they cannot check out. */
        SYMPTOM,
        /** What may be behind it, or may not: a processor is busy. */
        CAUSE
    }

    /**
     * Returns what is wrong with an alert that is told in a way.
     *
     * @param channel how it is told
     * @return the problems in words, in a fixed order; empty if there is none
     */
    public List<String> problems(Channel channel) {
        List<String> problems = new ArrayList<>();
        if (!isActionable) {
            problems.add("it is not actionable: nobody can do anything about it");
        }
        if (channel == Channel.PAGE && !isUrgent) {
            problems.add("it wakes people and is not urgent");
        }
        if (channel == Channel.PAGE && !isCustomerImpacting) {
            problems.add("it wakes people and no customer feels it");
        }
        if (channel == Channel.PAGE && kind == Kind.CAUSE) {
            problems.add("it wakes people for a cause: expected a symptom, what users feel");
        }
        return List.copyOf(problems);
    }

    /**
     * Looks through rules.
     *
     * @param rules the rules; those that alert nobody are left out
     * @param qualities what is known of them; of one rule the last counts
     * @return what is wrong, rule by rule; a rule of which nothing is known is a problem, too
     */
    public static List<Problem> lint(Collection<Rule> rules, Collection<AlertQuality> qualities) {
        Map<String, AlertQuality> known = new TreeMap<>();
        qualities.forEach(quality -> known.put(quality.rule(), quality));
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.action() instanceof Action.Alert alert) {
                Optional.ofNullable(known.get(rule.id()))
                        .map(quality -> quality.problems(alert.channel()))
                        .orElse(List.of("nobody said whether it is actionable, urgent and felt by customers"))
                        .forEach(message -> problems.add(new Problem(rule.id(), message)));
            }
        }
        return List.copyOf(problems);
    }

    /**
     * Something that is wrong with a rule.
     *
     * @param rule the id of the rule
     * @param message what is wrong, in words
     * @since 0.1
     */
    public record Problem(String rule, String message) {
        /** Creates it. */
        public Problem {
            requireNonNull(rule, "rule");
            requireNonNull(message, "message");
        }

        /** {@return rule and message} */
        @Override
        public String toString() {
            return "alert rule " + rule + ": " + message;
        }
    }
}
