package io.infinityloop.catalogue;

import java.util.Locale;
import java.util.Set;

/**
 * What a card of the catalogue tells. Some kinds are parts of other cards, and say so.
 *
 * @since 0.1
 */
public enum CardKind {
    /** What a stage is to achieve; one a stage. */
    GOAL,
    /** Why there is the stage at all; one a stage. */
    PURPOSE,
    /** Something that is done in a stage. */
    ACTIVITY,
    /** A tool in a stage, and what it does there; a tool may be in several stages. */
    TOOL(true),
    /** Something that has proved good. */
    PRACTICE(true),
    /** A piece of advice. */
    TIP,
    /** A mistake that is easily made. */
    PITFALL,
    /** Something worth to understand. */
    INSIGHT,
    /** A bad habit; see {@link AntiPattern}. */
    ANTI_PATTERN(true),
    /** Part of an anti-pattern: what to do instead. */
    REMEDY,
    /** What is measured; see {@link KeyMetric}. */
    METRIC(true),
    /** A kind of tests, with {@link #SPEED}, {@link #AMOUNT} and {@link #CONFIDENCE} as far as they are told. */
    TEST_TYPE(true),
    /** Part of a kind of tests: how long one takes. */
    SPEED,
    /** Part of a kind of tests: how many there should be. */
    AMOUNT,
    /** Part of a kind of tests: what one shows that passes. */
    CONFIDENCE,
    /** When releases leave, and who sees them. */
    RELEASE_STRATEGY(true),
    /** A strategy for releases that asks for more experience. */
    ADVANCED_STRATEGY(true),
    /** How a new version takes the place of the old one, with {@link #BENEFIT} and {@link #DRAWBACK}. */
    DEPLOYMENT_STRATEGY(true),
    /** Part: what speaks for it. */
    BENEFIT,
    /** Part: what speaks against it. */
    DRAWBACK,
    /** Something that those who operate a service answer for. */
    RESPONSIBILITY(true),
    /** Work on databases. */
    DATABASE_OPERATION(true),
    /** How people work together. */
    CULTURE(true),
    /** A kind of telemetry, with each {@link #USE} of it. */
    PILLAR(true),
    /** Part of a pillar: what it is good for. */
    USE,
    /** A fixed set of things to watch, each an {@link #ELEMENT}. */
    PATTERN(true),
    /** Part: one of the things that something consists of. */
    ELEMENT(true),
    /** What can be measured of how users fare. */
    PRIMARY_SIGNAL(true),
    /** What can be measured of what a service runs on. */
    SECONDARY_SIGNAL(true),
    /** A principle of the whole loop. */
    PRINCIPLE(true),
    /** A practice that touches several stages. */
    KEY_PRACTICE(true),
    /** A practice of observability or of the care for incidents. */
    OBSERVABILITY_PRACTICE(true),
    /** A practice that never pauses; see {@link io.infinityloop.Practice} for the stages that the library gives it. */
    CONTINUOUS_PRACTICE(true),
    /** A {@link io.infinityloop.Role}, with a {@link #DUTY} for each of its stages. */
    ROLE(true),
    /** Part of a role: what it does in a stage. */
    DUTY,
    /** A {@link io.infinityloop.CalmrDimension}. */
    CALMR(true),
    /** A phase of the roadmap, with each {@link #ITEM}. */
    PHASE(true),
    /** Part of a phase: something to reach. */
    ITEM,
    /** A step on the way to DevOps, in order. */
    ADOPTION_STEP(true),
    /** A step from an incident to a system that is better prepared, in order. */
    LEARNING_STEP(true),
    /** Something that is coming. */
    TREND(true),
    /** A tool in one chain through all stages, in order. */
    TOOLCHAIN(true),
    /** What a source claims. Nobody here has checked it, and no target is made of it. */
    CLAIM(true),
    /** What a source says that DevOps is. */
    DEFINITION,
    /** A word and its meaning. */
    TERM(true),
    /** A note beside the loop. */
    NOTE(true),
    /** What the loop is said to be good for. Shown to learners, used by no rule. */
    AIM,
    /** A question to think about, with an {@link #ANSWER}. */
    REFLECTION,
    /** A question to see what one knows, with an {@link #ANSWER}. */
    CHECKPOINT,
    /** Something to do, with an {@link #ANSWER}. */
    EXERCISE,
    /** Part of a question: where in this library to look for the answer; see {@link Question}. */
    ANSWER;

    private final boolean named;

    CardKind() {
        this(false);
    }

    CardKind(boolean named) {
        this.named = named;
    }

    /** {@return whether a card of this kind has a name beside its text} */
    public boolean isNamed() {
        return named;
    }

    /** {@return the fields that cards of this kind have in the resource, and others have not} */
    Set<String> attributes() {
        return switch (this) {
            case TOOL, TOOLCHAIN -> Set.of("name", "text");
            case ANTI_PATTERN -> Set.of("mark", "detector");
            case METRIC -> Set.of("metric", "dimension");
            case ROLE -> Set.of("role");
            case CALMR -> Set.of("dimension");
            case ANSWER -> Set.of("command", "member");
            default -> Set.of();
        };
    }

    /** {@return the key of the heading above cards of this kind} */
    String key() {
        return "kind-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
