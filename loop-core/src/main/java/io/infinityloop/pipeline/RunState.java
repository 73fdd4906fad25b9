package io.infinityloop.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the results of a run mean for each step. It goes along with them, one after the other, group by group. */
final class RunState {
    private final List<StepGroup> groups;
    private final Map<String, StepResult> results = new HashMap<>();
    /** The steps of the current group that may be run and have not ended, in its order. */
    private final Map<String, PipelineStep> due = new LinkedHashMap<>();

    private int next;
    /** Whether a step failed in a group before the current one. */
    private boolean isStopped;
    /** Whether a step of the current group failed. */
    private boolean isFailing;

    private RunState(List<StepGroup> groups) {
        this.groups = groups;
    }

    static RunState start(Pipeline pipeline) {
        RunState state = new RunState(pipeline.groups());
        state.enterNext();
        return state;
    }

    /** {@return the state after results of which each was due} */
    static RunState of(Pipeline pipeline, List<StepResult> reported) {
        RunState state = start(pipeline);
        reported.forEach(state::take);
        return state;
    }

    /** {@return whether the step of the result was due; if not, nothing changes} */
    boolean take(StepResult result) {
        if (due.remove(result.step()) == null) {
            return false;
        }
        results.put(result.step(), result);
        isFailing |= result.status() == StepStatus.FAILED;
        enterNext();
        return true;
    }

    /** Goes on to the first group in which something is to be run, if the current one has ended. */
    private void enterNext() {
        while (due.isEmpty() && next < groups.size()) {
            isStopped |= isFailing;
            isFailing = false;
            for (PipelineStep step : groups.get(next).steps()) {
                if (!isStopped || step.isAlways()) {
                    due.put(step.name(), step);
                }
            }
            next++;
        }
    }

    List<PipelineStep> due() {
        return List.copyOf(due.values());
    }

    StepStatus status(PipelineStep step) {
        StepResult result = results.get(step.name());
        if (result != null) {
            return result.status();
        }
        boolean isLost = (isStopped || isFailing) && !step.isAlways() && !due.containsKey(step.name());
        return isLost ? StepStatus.NOT_RUN : StepStatus.WAITING;
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
