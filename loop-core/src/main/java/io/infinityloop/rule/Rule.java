package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * If a condition comes true, an action is to be taken. It fires once when it does, and again only after the condition
 * was FALSE in between; that it was UNKNOWN is no recovery. {@link #repeatedEvery} makes it fire also while it stays
 * true.
 *
 * <p>Source: requirements FBK-04, OPS-01, OPS-02 and OPS-18.
 *
 * @param id the name of the rule
 * @param condition when
 * @param action what
 * @param repeatEvery after how long it fires again if the condition is still true; null if it does not
 * @param runbook where it is written what to do; empty if nowhere
 * @since 0.1
 */
public record Rule(
        String id,
        Condition condition,
        Action action,
        @Nullable Duration repeatEvery,
        String runbook) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /**
     * Creates a rule.
     *
     * @throws IllegalArgumentException if the id is blank, a text has more than 500 characters, or the repeat is not
     *     between a second and 36,500 days
     */
    public Rule {
        Texts.id("id", id);
        requireNonNull(condition, "condition");
        requireNonNull(action, "action");
        if (repeatEvery != null && Bounds.span("repeat", repeatEvery).compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "repeat " + repeatEvery + " of rule " + id + " is too short: at least a second is accepted");
        }
        Texts.idOrEmpty("runbook", runbook);
    }

    /**
     * Returns a rule that fires once each time its condition comes true.
     *
     * @param id the name of the rule
     * @param condition the text of the condition, for example {@code cpu > 70 for 5m}
     * @param action what is to be done
     * @return the rule
     * @throws IllegalArgumentException if the id is blank or too long, or the text no condition
     */
    public static Rule of(String id, String condition, Action action) {
        return of(id, ConditionParser.condition("rule '" + Texts.id("id", id) + "'", condition), action);
    }

    /**
     * Returns a rule that fires once each time its condition comes true.
     *
     * @param id the name of the rule
     * @param condition when
     * @param action what is to be done
     * @return the rule
     * @throws IllegalArgumentException if the id is blank or too long
     */
    public static Rule of(String id, Condition condition, Action action) {
        return new Rule(id, condition, action, null, "");
    }

    /**
     * Returns this rule, firing again and again while its condition stays true.
     *
     * @param span after how long each time
     * @return the rule
     * @throws IllegalArgumentException if the span is not between a second and 36,500 days
     */
    public Rule repeatedEvery(Duration span) {
        return new Rule(id, condition, action, requireNonNull(span, "span"), runbook);
    }

    /**
     * Returns this rule with where it is written what to do.
     *
     * @param place an address or a name
     * @return the rule
     */
    public Rule withRunbook(String place) {
        return new Rule(id, condition, action, repeatEvery, Texts.id("runbook", place));
    }
}
