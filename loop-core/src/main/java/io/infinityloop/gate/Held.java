package io.infinityloop.gate;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.LoopState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a loop holds, and what is handed over with a request; of each artifact the last snapshot. */
final class Held {
    private final List<Artifact> artifacts;

    private Held(List<Artifact> artifacts) {
        this.artifacts = artifacts;
    }

    static Held of(LoopState state, Command command) {
        Map<ArtifactRef, Artifact> last = new LinkedHashMap<>();
        state.artifacts().forEach(artifact -> last.put(artifact.ref(), artifact));
        for (Artifact artifact : handedOver(command)) {
            last.remove(artifact.ref());
            last.put(artifact.ref(), artifact);
        }
        return new Held(new ArrayList<>(last.values()));
    }

    private static List<Artifact> handedOver(Command command) {
        if (command instanceof Command.Advance advance) {
            return advance.artifacts();
        }
        return command instanceof Command.Attach attach ? List.of(attach.artifact()) : List.of();
    }

    /** {@return the artifacts of a type that are meant, in the order of recording} */
    <T> List<T> all(Class<T> type, Predicate<? super T> isMeant) {
        return artifacts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(isMeant)
                .toList();
    }

    /** {@return the artifact of a type that is meant and was recorded last} */
    <T> Optional<T> last(Class<T> type, Predicate<? super T> isMeant) {
        List<T> all = all(type, isMeant);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
