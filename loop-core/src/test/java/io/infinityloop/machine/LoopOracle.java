package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Checked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules of the loop once more, naively: lists that are searched again and again, and no table. */
final class LoopOracle {
    private static final String RING = "PLAN CODE BUILD TEST RELEASE DEPLOY OPERATE MONITOR PLAN";

    Stage stage = Stage.PLAN;
    long cycle = 1;
    int attempt = 1;
    boolean retired;
    Instant last;
    private List<Artifact> checked = new ArrayList<>();

    LoopOracle(Instant start) {
        this.last = start;
    }

    /** {@return the codes of the reasons against a command, sorted; empty if it is granted and done} */
    Set<String> take(Command command) {
        Set<String> reasons = reasons(command);
        if (reasons.isEmpty()) {
            last = command.metadata().at();
            carryOut(command);
        }
        return reasons;
    }

    private Set<String> reasons(Command command) {
        if (retired) {
            return Set.of("RETIRED");
        }
        Set<String> reasons = new TreeSet<>();
        if (command.metadata().at().isBefore(last)) {
            reasons.add("OUT_OF_ORDER");
        }
        if (command instanceof Command.Advance advance) {
            if (!RING.contains(stage + " " + advance.to())) {
                reasons.add("NO_TRANSITION");
            }
            List<Artifact> all = new ArrayList<>(checked);
            advance.artifacts().forEach(artifact -> add(all, artifact));
            if (isHeld(all)) {
                reasons.add("OUTCOME_FAILED");
            }
        } else if (command instanceof Command.ReturnTo returnTo && returnTo.to().number() >= stage.number()) {
            reasons.add("NO_RETURN");
        }
        return reasons;
    }

    private void carryOut(Command command) {
        if (command instanceof Command.Advance advance) {
            advance.artifacts().forEach(artifact -> add(checked, artifact));
            stage = advance.to();
            if (stage == Stage.PLAN) {
                cycle++;
                attempt = 1;
                checked.clear();
            }
        } else if (command instanceof Command.Attach attach) {
            add(checked, attach.artifact());
        } else if (command instanceof Command.ReturnTo returnTo) {
            stage = returnTo.to();
            attempt++;
            checked = new ArrayList<>(checked.stream()
                    .filter(artifact -> artifact.stage().number() < stage.number())
                    .toList());
        } else {
            retired = true;
        }
    }

    /** What was the last word of an artifact already is no news. */
    private static void add(List<Artifact> artifacts, Artifact artifact) {
        Optional<Artifact> before = artifacts.stream()
                .filter(other -> other.ref().equals(artifact.ref()))
                .reduce((one, later) -> later);
        if (!before.equals(Optional.of(artifact))) {
            artifacts.add(artifact);
        }
    }

    /** A thing of this stage holds the loop if its latest verdict, good or bad, is bad. */
    private boolean isHeld(List<Artifact> artifacts) {
        return artifacts.stream().filter(artifact -> artifact.stage() == stage).anyMatch(thing -> {
            Optional<Checked> verdict = artifacts.stream()
                    .filter(other -> other.stage() == stage && other.kind().equals(thing.kind()))
                    .filter(Checked.class::isInstance)
                    .map(Checked.class::cast)
                    .filter(other -> other.subject().equals(((Checked) thing).subject()))
                    .filter(other ->
                            other.outcome().isSuccess() || other.outcome().isFailure())
                    .reduce((one, later) -> later);
            return verdict.isPresent() && verdict.get().outcome().isFailure();
        });
    }
}
