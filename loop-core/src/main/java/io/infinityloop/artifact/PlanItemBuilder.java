package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.PlanBrief.Signal;
import io.infinityloop.artifact.PlanBrief.Timing;
import io.infinityloop.artifact.PlanPlace.Estimate;
import io.infinityloop.artifact.PlanPlace.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says more of a plan item, one thing at a time. What is not said stays unknown. {@link #build()} checks the whole.
 *
 * <p>Of the lists, every method adds one entry, except {@link #assumptions}, which replaces all. Not for use by several
 * threads at once.
 *
 * @since 0.1
 */
public final class PlanItemBuilder {
    private ArtifactMetadata metadata;
    private final String title;
    private final List<String> tasks;
    private final List<String> acceptanceCriteria;
    private PlanItemKind work;
    private PlanLevel level;
    private Status status;
    private String parent;
    private String iteration;
    private @Nullable Integer priority;
    private @Nullable Estimate estimate;
    private String problem;
    private String value;
    private final List<OutcomeGoal> goals;
    private final List<Signal> signals;
    private String successObservation;
    private List<Assumption> assumptions;
    private final List<String> risks;
    private final List<QualityRequirement> requirements;

    PlanItemBuilder(PlanItem item) {
        metadata = item.metadata();
        title = item.title();
        tasks = new ArrayList<>(item.tasks());
        acceptanceCriteria = new ArrayList<>(item.acceptanceCriteria());
        PlanPlace place = item.place();
        work = place.work();
        level = place.level();
        status = place.status();
        parent = place.parent();
        iteration = place.iteration();
        priority = place.priority();
        estimate = place.estimate();
        PlanBrief brief = item.brief();
        problem = brief.problem();
        value = brief.value();
        goals = new ArrayList<>(brief.goals());
        signals = new ArrayList<>(brief.signals());
        successObservation = brief.successObservation();
        assumptions = new ArrayList<>(brief.assumptions());
        risks = new ArrayList<>(brief.risks());
        requirements = new ArrayList<>(brief.requirements());
    }

    /**
     * Sets id, instant, lineage and labels.
     *
     * @param metadata replaces what was there
     * @return this builder
     */
    public PlanItemBuilder metadata(ArtifactMetadata metadata) {
        this.metadata = requireNonNull(metadata, "metadata");
        return this;
    }

    /**
     * Adds a step of the work.
     *
     * @param task the step, in words
     * @return this builder
     */
    public PlanItemBuilder task(String task) {
        tasks.add(requireNonNull(task, "task"));
        return this;
    }

    /**
     * Adds something by which completion is recognised.
     *
     * @param criterion the criterion, in words
     * @return this builder
     */
    public PlanItemBuilder acceptanceCriterion(String criterion) {
        acceptanceCriteria.add(requireNonNull(criterion, "criterion"));
        return this;
    }

    /**
     * Sets the sort of work.
     *
     * @param work the sort
     * @return this builder
     */
    public PlanItemBuilder work(PlanItemKind work) {
        this.work = requireNonNull(work, "work");
        return this;
    }

    /**
     * Sets how large it is.
     *
     * @param level the level
     * @return this builder
     */
    public PlanItemBuilder level(PlanLevel level) {
        this.level = requireNonNull(level, "level");
        return this;
    }

    /**
     * Sets whether it is still to be done.
     *
     * @param status the status
     * @return this builder
     */
    public PlanItemBuilder status(Status status) {
        this.status = requireNonNull(status, "status");
        return this;
    }

    /**
     * Sets what it is a part of.
     *
     * @param parent the id of the larger item; empty for none
     * @return this builder
     */
    public PlanItemBuilder parent(String parent) {
        this.parent = requireNonNull(parent, "parent");
        return this;
    }

    /**
     * Sets when it is to be done.
     *
     * @param iteration the id of the iteration; empty for none
     * @return this builder
     */
    public PlanItemBuilder iteration(String iteration) {
        this.iteration = requireNonNull(iteration, "iteration");
        return this;
    }

    /**
     * Sets how urgent it is.
     *
     * @param priority its rank, from 1 for the most urgent
     * @return this builder
     */
    public PlanItemBuilder priority(int priority) {
        this.priority = priority;
        return this;
    }

    /**
     * Sets how much work it is thought to be.
     *
     * @param estimate the estimate
     * @return this builder
     */
    public PlanItemBuilder estimate(Estimate estimate) {
        this.estimate = requireNonNull(estimate, "estimate");
        return this;
    }

    /**
     * Sets what is wrong today.
     *
     * @param problem the problem, in words
     * @return this builder
     */
    public PlanItemBuilder problem(String problem) {
        this.problem = requireNonNull(problem, "problem");
        return this;
    }

    /**
     * Sets the value statement that it serves.
     *
     * @param value the statement's id; empty for none
     * @return this builder
     */
    public PlanItemBuilder value(String value) {
        this.value = requireNonNull(value, "value");
        return this;
    }

    /**
     * Adds an outcome to be measured.
     *
     * @param goal the goal
     * @return this builder
     */
    public PlanItemBuilder goal(OutcomeGoal goal) {
        goals.add(requireNonNull(goal, "goal"));
        return this;
    }

    /**
     * Adds something to watch.
     *
     * @param timing whether it tells early or late
     * @param measure what is watched, not blank
     * @return this builder
     * @throws IllegalArgumentException if the measure is blank or has more than 500 characters
     */
    public PlanItemBuilder signal(Timing timing, String measure) {
        signals.add(new Signal(measure, timing));
        return this;
    }

    /**
     * Sets how people will see that it was a success.
     *
     * @param successObservation how, in words
     * @return this builder
     */
    public PlanItemBuilder successObservation(String successObservation) {
        this.successObservation = requireNonNull(successObservation, "successObservation");
        return this;
    }

    /**
     * Adds something that is taken for true.
     *
     * @param statement what is taken for true, not blank
     * @return this builder
     * @throws IllegalArgumentException if the statement is blank or has more than 100,000 characters
     */
    public PlanItemBuilder assumption(String statement) {
        assumptions.add(Assumption.of(statement));
        return this;
    }

    /**
     * Replaces what is taken for true, evidence included.
     *
     * @param all the assumptions
     * @return this builder
     */
    public PlanItemBuilder assumptions(List<Assumption> all) {
        assumptions = new ArrayList<>(all);
        return this;
    }

    /**
     * Adds something that may go wrong.
     *
     * @param risk the risk, in words
     * @return this builder
     */
    public PlanItemBuilder risk(String risk) {
        risks.add(requireNonNull(risk, "risk"));
        return this;
    }

    /**
     * Adds something that the change must be able to bear.
     *
     * @param kind what it is about
     * @param text what is required, not blank
     * @return this builder
     * @throws IllegalArgumentException if the text is blank or has more than 100,000 characters
     */
    public PlanItemBuilder requirement(QualityRequirement.Kind kind, String text) {
        requirements.add(new QualityRequirement(kind, text));
        return this;
    }

    /**
     * Returns the plan item.
     *
     * @return the item
     * @throws IllegalArgumentException if what was said breaks a rule of {@link PlanItem}, {@link PlanPlace} or
     *     {@link PlanBrief}
     */
    public PlanItem build() {
        PlanPlace place = new PlanPlace(work, level, status, parent, iteration, priority, estimate);
        PlanBrief brief =
                new PlanBrief(problem, value, goals, signals, successObservation, assumptions, risks, requirements);
        return new PlanItem(
                metadata,
                title,
                tasks,
                acceptanceCriteria,
                place.equals(PlanPlace.UNKNOWN) ? PlanPlace.UNKNOWN : place,
                brief.equals(PlanBrief.UNKNOWN) ? PlanBrief.UNKNOWN : brief);
    }
}
