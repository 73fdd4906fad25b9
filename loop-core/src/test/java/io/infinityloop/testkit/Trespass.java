package io.infinityloop.testkit;

import io.infinityloop.Stage;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts one command into a legal journey that must be refused. */
final class Trespass {
    private final LoopDefinition definition;
    private final Evidence evidence;
    private final LegalJourney legal;

    Trespass(LoopDefinition definition, Evidence evidence, LegalJourney legal) {
        this.definition = definition;
        this.evidence = evidence;
        this.legal = legal;
    }

    /** A command, and the code of a reason for which it is refused. */
    private record Wrong(Command command, String code) {}

    /** Three numbers, 0 or more, choose the place, the kind of trespass and the stage that it is about. */
    IllegalJourney at(int where, int which, int stage) {
        int place = where % (legal.commands().size() + 1);
        Walk walk = new Walk(definition, evidence, legal.loop());
        legal.commands().subList(0, place).forEach(walk::grant);
        List<Wrong> wrongs = wrongs(walk.state(), stage);
        Wrong wrong = wrongs.get(which % wrongs.size());
        List<Command> commands = new ArrayList<>(legal.commands());
        commands.add(place, wrong.command());
        return new IllegalJourney(legal.loop(), commands, place, wrong.code());
    }

    private List<Wrong> wrongs(LoopState state, int number) {
        EventMetadata metadata = EventMetadata.of("trespass", "testkit", state.lastAt());
        Command.Advance onwards = Walk.onwards(definition, evidence, state, metadata);
        if (state.isRetired()) {
            return List.of(new Wrong(onwards, "RETIRED"));
        }
        List<Wrong> wrongs = new ArrayList<>();
        List<Stage> elsewhere =
                Stage.all().stream().filter(stage -> stage != onwards.to()).toList();
        wrongs.add(new Wrong(
                new Command.Advance(metadata, elsewhere.get(number % elsewhere.size()), onwards.artifacts()),
                "NO_TRANSITION"));
        List<Stage> earlier = Walk.earlier(definition, state.stage());
        List<Stage> notEarlier =
                Stage.all().stream().filter(stage -> !earlier.contains(stage)).toList();
        wrongs.add(new Wrong(
                new Command.ReturnTo(metadata, notEarlier.get(number % notEarlier.size()), "no return"), "NO_RETURN"));
        Instant before = state.lastAt().minusNanos(1);
        EventMetadata dated = EventMetadata.of("trespass", "testkit", before);
        wrongs.add(new Wrong(Walk.onwards(definition, evidence, state, dated), "OUT_OF_ORDER"));
        if (state.obstacle().isEmpty()
                && definition.contracts(state.stage()).stream().anyMatch(contract -> !contract.isMet(state))) {
            wrongs.add(new Wrong(new Command.Advance(metadata, onwards.to(), List.of()), "CONTRACT"));
        }
        Walk.check(state.stage(), false, metadata)
                .map(red -> Stream.concat(onwards.artifacts().stream(), Stream.of(red))
                        .toList())
                .map(artifacts -> new Command.Advance(metadata, onwards.to(), artifacts))
                .ifPresent(advance -> wrongs.add(new Wrong(advance, "OUTCOME_FAILED")));
        return wrongs;
    }
}
