package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was thought through before the work: why it is worth doing, what may go wrong, and how its success will be seen.
 *
 * <p>Source: requirements ART-04, ART-06, ART-08, ART-09, ART-30 and FBK-15.
 *
 * @param problem what is wrong today; empty if nobody said
 * @param value the id of the value statement that the work serves; empty if it names none
 * @param goals what is to be measured afterwards
 * @param signals what to watch meanwhile and after
 * @param successObservation how people will see that it was a success, in words; empty if nobody said
 * @param assumptions what is taken for true, with the evidence found since
 * @param risks what may go wrong
 * @param requirements what it must be able to bear
 * @since 0.1
 */
public record PlanBrief(
        String problem,
        String value,
        List<OutcomeGoal> goals,
        List<Signal> signals,
        String successObservation,
        List<Assumption> assumptions,
        List<String> risks,
        List<QualityRequirement> requirements) {
    /** Nothing is known. */
    public static final PlanBrief UNKNOWN =
            new PlanBrief("", "", List.of(), List.of(), "", List.of(), List.of(), List.of());

    /**
     * Creates a brief.
     *
     * @throws IllegalArgumentException if a text has more than 100,000 characters, or the value's id is blank but not
     *     empty or has more than 500
     */
    public PlanBrief {
        Texts.prose("problem", problem);
        Texts.idOrEmpty("value", value);
        goals = List.copyOf(requireNonNull(goals, "goals"));
        signals = List.copyOf(requireNonNull(signals, "signals"));
        Texts.prose("successObservation", successObservation);
        assumptions = List.copyOf(requireNonNull(assumptions, "assumptions"));
        risks = List.copyOf(requireNonNull(risks, "risks"));
        risks.forEach(risk -> Texts.prose("risk", risk));
        requirements = List.copyOf(requireNonNull(requirements, "requirements"));
    }

    /**
     * Returns the signals that come early or late.
     *
     * @param timing when they come
     * @return the signals in their order, unmodifiable
     */
    public List<Signal> signals(Timing timing) {
        return signals.stream().filter(signal -> signal.timing() == timing).toList();
    }

    /** {@return the kinds on which it says nothing, in their order} */
    Set<QualityRequirement.Kind> missingRequirements() {
        Set<QualityRequirement.Kind> missing = new TreeSet<>(List.of(QualityRequirement.Kind.values()));
        requirements.forEach(requirement -> missing.remove(requirement.kind()));
        return missing;
    }

    /**
     * Something to watch.
     *
     * @param measure what is watched, for example {@code cache hit rate}
     * @param timing whether it tells early or late
     * @since 0.1
     */
    public record Signal(String measure, Timing timing) {
        /**
         * Creates a signal.
         *
         * @throws IllegalArgumentException if the measure is blank or has more than 500 characters
         */
        public Signal {
            Texts.id("measure", measure);
            requireNonNull(timing, "timing");
        }
    }

    /**
     * When a signal tells something.
     *
     * @since 0.1
     */
    public enum Timing {
        /** While the work flows, before its result can be seen. */
        LEADING,
        /** When the result is there. */
        LAGGING
    }
}
