package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A rule came true: what is to be done, of what, since when, and on what evidence.
 *
 * @param subject of what the samples were, for example a service
 * @param rule the id of the rule
 * @param action what is to be done
 * @param at when it came true
 * @param evidence each comparison of the condition at that instant, in the order of its text
 * @since 0.1
 */
public record Firing(String subject, String rule, Action action, Instant at, List<Check> evidence) {
    /** Creates a firing. */
    public Firing {
        Texts.id("subject", subject);
        Texts.id("rule", rule);
        requireNonNull(action, "action");
        Bounds.instant("instant", at);
        evidence = List.copyOf(evidence);
    }
}
