package io.infinityloop.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the results of a run mean for each step. */
final class RunState {
    private final Map<String, StepResult> results;
    private final Map<String, StepStatus> statuses;
    private final List<PipelineStep> due;

    private RunState(Map<String, StepResult> results, Map<String, StepStatus> statuses, List<PipelineStep> due) {
        this.results = results;
        this.statuses = statuses;
        this.due = List.copyOf(due);
    }

    /** Goes through the groups until one is found that has not ended: only its steps are due. */
    static RunState of(Pipeline pipeline, List<StepResult> reported) {
        Map<String, StepResult> results = new HashMap<>();
        reported.forEach(result -> results.put(result.step(), result));
        Map<String, StepStatus> statuses = new HashMap<>();
        List<PipelineStep> due = new ArrayList<>();
        boolean isStopped = false;
        for (StepGroup group : pipeline.groups()) {
            boolean isTurn = due.isEmpty();
            boolean stopsHere = false;
            for (PipelineStep step : group.steps()) {
                StepResult result = results.get(step.name());
                StepStatus status = status(step, result, isStopped);
                statuses.put(step.name(), status);
                stopsHere |= status == StepStatus.FAILED;
                if (isTurn && status == StepStatus.WAITING) {
                    due.add(step);
                }
            }
            isStopped |= stopsHere;
        }
        return new RunState(results, statuses, due);
    }

    private static StepStatus status(PipelineStep step, @Nullable StepResult result, boolean isStopped) {
        if (result != null) {
            return result.status();
        }
        return isStopped && !step.isAlways() ? StepStatus.NOT_RUN : StepStatus.WAITING;
    }

    List<PipelineStep> due() {
        return due;
    }

    StepStatus status(PipelineStep step) {
        return statuses.getOrDefault(step.name(), StepStatus.WAITING);
    }

    /** {@return the time of the longest step of the group that has ended} */
    Duration duration(StepGroup group) {
        Duration longest = Duration.ZERO;
        for (PipelineStep step : group.steps()) {
            StepResult result = results.get(step.name());
            if (result != null && result.duration().compareTo(longest) > 0) {
                longest = result.duration();
            }
        }
        return longest;
    }
}
