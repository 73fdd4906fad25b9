package io.infinityloop.machine;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Digested;
import io.infinityloop.artifact.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of the artifacts of a loop says something now. Of the kinds that can fail, an artifact of an earlier stage than
 * that of its kind says nothing once that stage was reached: a unit test of BUILD tests no release, and what runs in
 * staging does not run in production.
 */
final class Evidence {
    private Evidence() {}

    /** {@return whether it ended well; a deployment that takes a version back does not bring the change anywhere} */
    static boolean isSuccess(Checked checked) {
        return checked.outcome().isSuccess() && !isRollback(checked);
    }

    /** {@return whether it takes a version back} */
    static boolean isRollback(Checked checked) {
        return checked instanceof Deployment deployment && deployment.isRollback();
    }

    /** {@return whether a deployment to an environment succeeded, and none failed there or took it back after that} */
    static boolean isRunning(List<Artifact> artifacts, Environment environment) {
        boolean running = false;
        for (Artifact artifact : artifacts) {
            if (artifact instanceof Deployment deployment && deployment.environment() == environment) {
                boolean decided =
                        deployment.outcome().isSuccess() || deployment.outcome().isFailure();
                running = decided ? isSuccess(deployment) : running;
            }
        }
        return running;
    }

    /** {@return the digests that an artifact names, possibly none} */
    static List<String> digests(Artifact artifact) {
        return artifact instanceof Digested digested ? digested.digests() : List.of();
    }

    /** {@return the artifact of a kind that was recorded last} */
    static Optional<Artifact> latest(LoopState state, ArtifactKind kind) {
        List<Artifact> artifacts = state.artifacts();
        for (int i = artifacts.size() - 1; i >= 0; i--) {
            if (artifacts.get(i).kind().equals(kind)) {
                return Optional.of(artifacts.get(i));
            }
        }
        return Optional.empty();
    }

    /** {@return the latest of a kind; of a kind that can fail the latest that passed of each subject, in order} */
    static List<Artifact> claims(LoopState state, ArtifactKind kind) {
        SortedMap<String, Artifact> passed = new TreeMap<>();
        Artifact latest = null;
        for (Artifact artifact : state.artifacts()) {
            if (artifact.kind().equals(kind)) {
                if (!(artifact instanceof Checked checked)) {
                    latest = artifact;
                } else if (isSuccess(checked) && isOfItsStage(artifact, state)) {
                    passed.put(checked.subject(), artifact);
                }
            }
        }
        return latest != null ? List.of(latest) : List.copyOf(passed.values());
    }

    /**
     * {@return the digests that artifacts of a kind are about, in the order of recording; of a kind that can fail those
     * that passed, and that no check of the same subject failed after that}
     */
    static List<String> known(LoopState state, ArtifactKind kind) {
        Map<String, SortedMap<String, Boolean>> verdicts = new LinkedHashMap<>();
        for (Artifact artifact : state.artifacts()) {
            if (artifact.kind().equals(kind)) {
                for (String digest : digests(artifact)) {
                    judge(verdicts.computeIfAbsent(digest, any -> new TreeMap<>()), artifact, state);
                }
            }
        }
        List<String> known = new ArrayList<>();
        verdicts.forEach((digest, bySubject) -> {
            if (!bySubject.isEmpty() && !bySubject.containsValue(false)) {
                known.add(digest);
            }
        });
        return known;
    }

    private static void judge(SortedMap<String, Boolean> bySubject, Artifact artifact, LoopState state) {
        if (!(artifact instanceof Checked checked)) {
            bySubject.put("", true);
        } else if (isOfItsStage(artifact, state)) {
            if (checked.outcome().isFailure()) {
                bySubject.put(checked.subject(), false);
            } else if (isSuccess(checked)) {
                bySubject.put(checked.subject(), true);
            }
        }
    }

    private static boolean isOfItsStage(Artifact artifact, LoopState state) {
        return artifact.stage() == artifact.kind().stage()
                || state.stage().isBefore(artifact.kind().stage());
    }
}
