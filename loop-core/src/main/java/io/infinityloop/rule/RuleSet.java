package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules that are evaluated together, in the order in which they are given. Immutable; one set serves any number of
 * subjects, each with a state of its own.
 *
 * <p>In one step, from a stored state to the next:
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.of(Rule.of("cpu", "cpu > 70 for 5m", new Action.Scale(2)));
 * RuleSet.Step step = rules.evaluate(rules.start("checkout").state(), samples, now);
 * step.firings().forEach(this::act);
 * store(step.state());
 * }</pre>
 *
 * <p>For a stream, {@link #start} or {@link #resume} gives an {@link Evaluation} that takes sample after sample.
 *
 * <p>Source: requirements FBK-04 and OPS-02.
 *
 * @since 0.1
 */
public final class RuleSet {
    /** The most samples that the windows of one subject hold together. */
    public static final int WINDOW_SAMPLES = 20_000;

    /** How often rules fire in one call before they repeat only at the instants of samples, and at its end. */
    public static final int FIRINGS = 10_000;

    private final Program program;

    private RuleSet(List<Rule> rules) {
        this.program = new Program(new ProgramBuilder(rules));
    }

    /**
     * Returns a set of rules.
     *
     * @param rules the rules, in the order in which they are to be told
     * @return the set
     * @throws IllegalArgumentException if two rules have the same id
     */
    public static RuleSet of(List<Rule> rules) {
        Set<String> ids = new HashSet<>();
        for (Rule rule : List.copyOf(rules)) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(
                        "two rules are called '" + rule.id() + "': each rule of a set has an id of its own");
            }
        }
        return new RuleSet(List.copyOf(rules));
    }

    /**
     * Returns a set of rules.
     *
     * @param rules the rules, in the order in which they are to be told
     * @return the set
     * @throws IllegalArgumentException if two rules have the same id
     */
    public static RuleSet of(Rule... rules) {
        return of(List.of(rules));
    }

    /** {@return the rules, in order} */
    public List<Rule> rules() {
        return program.rules;
    }

    /**
     * Returns an evaluation that has not seen a sample.
     *
     * @param subject of what the samples will be, for example a service
     * @return the evaluation
     * @throws IllegalArgumentException if the subject is blank or has more than 500 characters
     */
    public Evaluation start(String subject) {
        Texts.id("subject", subject);
        return resume(new RuleState(subject, null, false, List.of(), List.of(), RuleState.Refused.NONE));
    }

    /**
     * Returns an evaluation that goes on from a state. A rule that is new, or has another condition than it had, begins
     * anew on the values that are remembered; what the state knows of other rules and measures is dropped.
     *
     * @param state the state
     * @return the evaluation
     */
    public Evaluation resume(RuleState state) {
        return new Evaluation(program, requireNonNull(state, "state"));
    }

    /**
     * Returns what follows from samples, and from all time to pass until an instant. A sample of a later instant is not
     * taken, but counted as out of order.
     *
     * @param state the state before
     * @param samples the samples, oldest first
     * @param asOf until when nothing more is to come; not before the clock of the state
     * @return the state after, and what fired
     * @throws IllegalArgumentException if {@code asOf} is before the clock of the state or out of range
     */
    public Step evaluate(RuleState state, List<Sample> samples, Instant asOf) {
        Evaluation evaluation = resume(state);
        List<Firing> firings = evaluation.takeUntil(asOf, samples);
        return new Step(evaluation.state(), firings);
    }

    /** {@return the rules, in order} */
    @Override
    public String toString() {
        return "rules " + program.rules;
    }

    /**
     * What follows from some samples.
     *
     * @param state the state after them
     * @param firings what fired, by instant, then in the order of the rules
     * @since 0.1
     */
    public record Step(RuleState state, List<Firing> firings) {
        /** Creates a step. */
        public Step {
            requireNonNull(state, "state");
            firings = List.copyOf(firings);
        }
    }
}
