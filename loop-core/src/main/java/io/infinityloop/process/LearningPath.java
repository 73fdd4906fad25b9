package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Incident;
import io.infinityloop.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation does about an incident beyond its repair, in seven steps, none of which is left out.
 *
 * <p>Source: requirement OPS-24.
 *
 * @param incident the incident that is learned from
 * @param rules the rules, such as for alerts and scaling, that came of the change of policy; empty before it
 * @param course the steps that it went through
 * @since 0.1
 */
public record LearningPath(ArtifactRef incident, List<Rule> rules, Course<LearningStep> course) {
    /** The table of the path. */
    public static final Lifecycle<LearningStep> LIFECYCLE = Lifecycle.of("Learning path", LearningStep.DETECT)
            .step(LearningStep.DETECT, "contain", LearningStep.CONTAIN)
            .step(LearningStep.CONTAIN, "remediate", LearningStep.REMEDIATE)
            .step(LearningStep.REMEDIATE, "retrospect", LearningStep.RETROSPECT)
            .step(LearningStep.RETROSPECT, "change policy", LearningStep.CHANGE_POLICY)
            .step(LearningStep.CHANGE_POLICY, "predict", LearningStep.PREDICT)
            .step(LearningStep.PREDICT, "prevent", LearningStep.PREVENT)
            .build();

    /**
     * Creates a path.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, it is no incident that is
     *     learned from, or there is a rule before the policy was changed
     */
    public LearningPath {
        requireNonNull(incident, "incident");
        if (!incident.isOf(Incident.KIND)) {
            throw new IllegalArgumentException(incident + " is no incident");
        }
        rules = List.copyOf(requireNonNull(rules, "rules"));
        LIFECYCLE.check(requireNonNull(course, "course"));
        if (!rules.isEmpty() && course.reached(LearningStep.CHANGE_POLICY).isEmpty()) {
            throw new IllegalArgumentException(
                    "the rule " + rules.get(0).id() + " came of a change of policy, and none was made yet");
        }
    }

    /**
     * Begins a path.
     *
     * @param incident the incident
     * @param at when it was detected
     * @return the path, in DETECT
     */
    public static LearningPath detected(Incident incident, Instant at) {
        return new LearningPath(incident.ref(), List.of(), LIFECYCLE.begin(at, Evidence.NONE));
    }

    /** {@return the step that it is in} */
    public LearningStep state() {
        return course.state();
    }

    /** {@return the step that comes next; empty after the last} */
    public Optional<LearningStep> next() {
        return LIFECYCLE.next(state()).stream().findFirst();
    }

    /**
     * A step was made. For a change of policy that created rules there is {@link #changePolicy}.
     *
     * @param step the step
     * @param at when
     * @param evidence what was done
     * @return the next step, or why not: it is another one's turn
     */
    public Progress<LearningPath> take(LearningStep step, Instant at, Evidence evidence) {
        return move(step, at, evidence, rules);
    }

    /**
     * What is agreed was changed, and rules for alerts or scaling were created.
     *
     * @param at when
     * @param evidence what was agreed
     * @param created the rules that came of it
     * @return the next step, or why not: nobody looked back yet
     */
    public Progress<LearningPath> changePolicy(Instant at, Evidence evidence, List<Rule> created) {
        return move(LearningStep.CHANGE_POLICY, at, evidence, created);
    }

    private Progress<LearningPath> move(LearningStep to, Instant at, Evidence evidence, List<Rule> created) {
        return LIFECYCLE.move(course, to, at, evidence).into(this, moved -> new LearningPath(incident, created, moved));
    }
}
