package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.process.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pass through a pipeline, as far as it is known. It says which steps are {@linkplain #due due}; whoever runs them
 * {@linkplain #report reports} how they ended.
 *
 * <p>Source: requirements GATE-01, GATE-12 and GATE-20.
 *
 * @param pipeline the order of the steps
 * @param results how steps ended, in the order in which they were reported
 * @since 0.1
 */
public record PipelineRun(Pipeline pipeline, List<StepResult> results) {
    /**
     * Creates a run.
     *
     * @throws IllegalArgumentException if a result is of no step of the pipeline, or of one that was not due
     */
    public PipelineRun {
        requireNonNull(pipeline, "pipeline");
        results = List.copyOf(requireNonNull(results, "results"));
        RunState state = RunState.start(pipeline);
        for (StepResult result : results) {
            if (!state.take(result)) {
                throw new IllegalArgumentException(notDue(pipeline, result.step(), names(state.due())));
            }
        }
    }

    /**
     * Reports that a step has ended.
     *
     * @param step the name of the step
     * @param outcome how it ended; only PASSED and SKIPPED let later steps be run. Not RUNNING
     * @param duration how long it took, not negative
     * @return the run after it, or why not: the step is not due
     * @throws IllegalArgumentException if the outcome is RUNNING, the duration is negative, or the pipeline has no such
     *     step
     */
    public Progress<PipelineRun> report(String step, Outcome outcome, Duration duration) {
        StepResult result = new StepResult(step, outcome, duration);
        pipeline.position(step);
        List<String> due = names(due());
        if (!due.contains(step)) {
            return Progress.refused(this, notDue(pipeline, step, due), due);
        }
        List<StepResult> more = new ArrayList<>(results);
        more.add(result);
        return Progress.moved(new PipelineRun(pipeline, more));
    }

    /** {@return the steps that may be run now and have not ended, in the order of the pipeline, unmodifiable} */
    public List<PipelineStep> due() {
        return RunState.of(pipeline, results).due();
    }

    /**
     * Returns what became of a step.
     *
     * @param step the name of the step
     * @return its status
     * @throws IllegalArgumentException if the pipeline has no such step
     */
    public StepStatus status(String step) {
        StepStatus status = statuses().get(step);
        if (status == null) {
            throw pipeline.unknown(step);
        }
        return status;
    }

    /** {@return what became of each step, in the order of the pipeline, unmodifiable} */
    public Map<String, StepStatus> statuses() {
        Map<String, StepStatus> statuses = new LinkedHashMap<>();
        RunState state = RunState.of(pipeline, results);
        pipeline.steps().forEach(step -> statuses.put(step.name(), state.status(step)));
        return Collections.unmodifiableMap(statuses);
    }

    /** {@return whether no step is due any more} */
    public boolean isEnded() {
        return due().isEmpty();
    }

    /**
     * {@return FAILED as soon as a step failed; else RUNNING until it has ended, then PASSED; UNKNOWN if nothing was
     * checked: no step passed but those that are always run}
     */
    public Outcome outcome() {
        if (!failed().isEmpty()) {
            return Outcome.FAILED;
        }
        if (!isEnded()) {
            return Outcome.RUNNING;
        }
        return isChecked() ? Outcome.PASSED : Outcome.UNKNOWN;
    }

    private boolean isChecked() {
        Map<String, StepStatus> statuses = statuses();
        return pipeline.steps().stream()
                .anyMatch(step -> !step.isAlways() && statuses.get(step.name()) == StepStatus.PASSED);
    }

    /** {@return the steps that failed, in the order of the pipeline, unmodifiable} */
    public List<String> failed() {
        Map<String, StepStatus> statuses = statuses();
        return statuses.keySet().stream()
                .filter(step -> statuses.get(step) == StepStatus.FAILED)
                .toList();
    }

    /** {@return how long it took so far: of each group its longest step that has ended, and these added up} */
    public Duration duration() {
        RunState state = RunState.of(pipeline, results);
        return pipeline.groups().stream().map(state::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Returns what people are to be told.
     *
     * @return that it failed, and where, as soon as it did; that it passed, once every step has ended but those that
     *     are always run; else, also if nothing was checked, empty
     */
    public Optional<Notice> notice() {
        List<String> failed = failed();
        if (!failed.isEmpty()) {
            return Optional.of(new Notice(pipeline.name() + " failed", failed));
        }
        boolean isOpen = due().stream().anyMatch(step -> !step.isAlways());
        return isOpen || !isChecked()
                ? Optional.empty()
                : Optional.of(new Notice(pipeline.name() + " passed", List.of()));
    }

    /**
     * Returns this run as an artifact to be recorded. Its subject is the name of the pipeline.
     *
     * @param metadata id, instant (of the start), lineage and labels
     * @return the build, with the outcome that is known now; it ends after the time that its steps took
     */
    public Build build(ArtifactMetadata metadata) {
        Instant end = isEnded() ? metadata.at().plus(duration()) : null;
        return new Build(metadata, pipeline.name(), outcome(), end);
    }

    private static String notDue(Pipeline pipeline, String step, List<String> due) {
        return "step '" + step + "' of pipeline " + pipeline.name() + " cannot end: "
                + (due.isEmpty() ? "no step is due any more" : "due are " + String.join(", ", due));
    }

    private static List<String> names(List<PipelineStep> steps) {
        return steps.stream().map(PipelineStep::name).toList();
    }
}
