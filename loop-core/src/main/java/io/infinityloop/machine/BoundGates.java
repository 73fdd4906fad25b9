package io.infinityloop.machine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gates of an engine, by name. Asks them, and keeps them from making requests meanwhile. */
final class BoundGates {
    private static final Logger log = LoggerFactory.getLogger(LoopEngine.class);

    private final SortedMap<String, Gate> byName;
    /** The threads that are asking a gate now. Empty while nobody asks, so nothing is kept. */
    private final Set<Thread> asking = ConcurrentHashMap.newKeySet();

    BoundGates(Map<String, Gate> byName) {
        this.byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** {@return the names that a definition asks for and nobody bound, in the order of the stages} */
    List<String> unbound(LoopDefinition definition) {
        return definition.order().stream()
                .flatMap(stage -> definition.gates(stage).stream())
                .filter(name -> !byName.containsKey(name))
                .distinct()
                .toList();
    }

    /**
     * Refuses requests from inside a gate: they would ask the gate again, and again.
     *
     * @throws IllegalStateException if this thread is asking a gate
     */
    void refuseInside() {
        if (!byName.isEmpty() && asking.contains(Thread.currentThread())) {
            throw new IllegalStateException(
                    "a gate must not make requests of the engine that asks it: decide by the state that is given");
        }
    }

    /** Asks the gates that a request depends on, each once. */
    Verdicts ask(LoopDefinition definition, LoopState state, Command command) {
        List<String> names = definition.gatesAsked(state, command);
        if (names.isEmpty()) {
            return Verdicts.none();
        }
        asking.add(Thread.currentThread());
        try {
            if (names.size() == 1) {
                return Verdicts.of(names.get(0), ask(names.get(0), state, command));
            }
            Map<String, Verdict> verdicts = new TreeMap<>();
            for (String name : names) {
                verdicts.put(name, ask(name, state, command));
            }
            return Verdicts.of(verdicts);
        } finally {
            asking.remove(Thread.currentThread());
        }
    }

    private Verdict ask(String name, LoopState state, Command command) {
        Gate gate = byName.get(name);
        if (gate == null) {
            return Verdicts.UNASKED;
        }
        try {
            Verdict verdict = gate.check(state, command);
            return verdict != null ? verdict : new Verdict.Failed("it gave no verdict (null)");
        } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log.warn("gate '{}' failed; loop {} stays in {}", name, state.loop(), state.stage(), failure);
            return new Verdict.Failed(failure.toString());
        }
    }
}
