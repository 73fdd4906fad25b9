package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import io.infinityloop.machine.Command;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import io.infinityloop.machine.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the gates of a definition say, whenever they are asked. Immutable. */
final class GivenGates {
    private final LoopDefinition definition;
    private final Map<String, Verdict> byName;
    private final boolean othersPass;

    private GivenGates(LoopDefinition definition, Map<String, Verdict> byName, boolean othersPass) {
        this.definition = definition;
        this.byName = Map.copyOf(byName);
        this.othersPass = othersPass;
    }

    static GivenGates none(LoopDefinition definition) {
        return new GivenGates(definition, Map.of(), false);
    }

    GivenGates with(String name, Verdict verdict) {
        List<String> known = definition.order().stream()
                .flatMap(stage -> definition.gates(stage).stream())
                .distinct()
                .toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("the definition '" + definition.id() + "' asks for no gate '" + name
                    + "': it asks for " + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
        Map<String, Verdict> more = new TreeMap<>(byName);
        more.put(name, requireNonNull(verdict, "verdict"));
        return new GivenGates(definition, more, othersPass);
    }

    GivenGates othersPass() {
        return new GivenGates(definition, byName, true);
    }

    /** {@return what the gates say that an engine would ask} */
    Verdicts asked(LoopState state, Command command) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (String name : definition.gatesAsked(state, command)) {
            Verdict verdict = byName.get(name);
            if (verdict != null) {
                verdicts.put(name, verdict);
            } else if (othersPass) {
                verdicts.put(name, Verdict.pass());
            }
        }
        return Verdicts.of(verdicts);
    }
}
