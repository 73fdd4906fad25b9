package io.infinityloop.gate;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Checked;
import io.infinityloop.machine.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds and runs of tests, of several of one kind, stage and subject the last: whether all passed. */
final class LastRuns {
    private LastRuns() {}

    static Verdict verdict(String what, List<? extends Checked> runs) {
        if (runs.isEmpty()) {
            return Verdict.refuse("no " + what + " is recorded; record one that PASSED");
        }
        Map<String, Checked> last = new TreeMap<>();
        runs.forEach(run -> last.put(key(run), run));
        Collection<Checked> open = last.values();
        String message = open.stream()
                .filter(run -> !run.outcome().isSuccess())
                .map(run -> "'" + run.subject() + "' is " + run.outcome())
                .collect(Collectors.joining(", ", what + ": ", "; PASSED is expected"));
        if (open.stream().allMatch(run -> run.outcome().isSuccess())) {
            return Verdict.pass();
        }
        boolean isComing = open.stream().allMatch(run -> run.outcome().isSuccess() || run.outcome() == Outcome.RUNNING);
        return isComing ? Verdict.waiting(message) : Verdict.refuse(message);
    }

    private static String key(Checked run) {
        return run.getClass().getSimpleName() + " " + ((Artifact) run).stage() + " " + run.subject();
    }
}
