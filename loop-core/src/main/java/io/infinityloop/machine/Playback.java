package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays the events of a loop through the rules that each of them was written under. */
final class Playback {
    private final Function<@Nullable DefinitionRef, LoopDefinition> rules;
    private LoopState state;

    private Playback(LoopState state, Function<@Nullable DefinitionRef, LoopDefinition> rules) {
        this.state = state;
        this.rules = rules;
    }

    /** Plays a history from its beginning. The rules are those of a reference; null is for none. */
    static Replay of(List<? extends LoopEvent> history, Function<@Nullable DefinitionRef, LoopDefinition> rules) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a history has at least the event that starts the loop");
        }
        if (!(history.get(0) instanceof Started started)) {
            return new Replay.Diverged(0, history.get(0).id(), "a history begins with the event that starts the loop");
        }
        return new Playback(LoopState.start(started), rules).play(history, 1);
    }

    /** Plays what came after a state. */
    static Replay after(
            LoopState state, List<? extends LoopEvent> tail, Function<@Nullable DefinitionRef, LoopDefinition> rules) {
        return new Playback(state, rules).play(tail, 0);
    }

    private Replay play(List<? extends LoopEvent> events, int first) {
        int index = first;
        while (index < events.size()) {
            LoopDefinition definition = rules.apply(state.definition());
            int end = endOfRun(events, index);
            if (end == index) {
                String problem = problem(definition, events.get(index));
                if (!problem.isEmpty()) {
                    return new Replay.Diverged(index, events.get(index).id(), problem);
                }
                end = index + 1;
            }
            state = state.evolve(events.subList(index, end));
            index = end;
        }
        return new Replay.Reached(state);
    }

    /** {@return the end of a run of artifacts that may be recorded under any rules: nothing but time can be wrong} */
    private int endOfRun(List<? extends LoopEvent> events, int from) {
        Instant last = state.lastAt();
        int to = from;
        while (to < events.size()
                && !state.isRetired()
                && events.get(to) instanceof Recorded recorded
                && state.loop().equals(recorded.loop())
                && !recorded.at().isBefore(last)) {
            last = recorded.at();
            to++;
        }
        return to;
    }

    /** {@return what is wrong with an event where it stands, empty if nothing is} */
    private String problem(LoopDefinition definition, LoopEvent event) {
        if (!state.loop().equals(event.loop())) {
            return "belongs to loop " + event.loop() + ", not to " + state.loop();
        }
        if (event instanceof Started) {
            return "the loop is started already";
        }
        if (event instanceof Advanced advanced) {
            Stage to = advanced.transition().to();
            return moved(
                    definition,
                    advanced.transition().from(),
                    advanced.entered(),
                    new Command.Advance(event.metadata(), to, List.of()));
        }
        if (event instanceof Returned returned) {
            return moved(
                    definition,
                    returned.from(),
                    returned.entered(),
                    new Command.ReturnTo(event.metadata(), returned.to(), returned.cause()));
        }
        if (event instanceof Migrated migrated) {
            if (!migrated.from().equals(state.definition())) {
                return "goes on from " + migrated.from() + ", but the loop runs under "
                        + (state.definition() == null ? "no rules" : state.definition());
            }
            return state.isRetired() || migrated.at().isBefore(state.lastAt())
                    ? "the loop cannot go on under other rules here: it is retired, or time goes back"
                    : "";
        }
        return refusal(
                definition,
                event instanceof Recorded recorded
                        ? new Command.Attach(event.metadata(), recorded.artifact())
                        : new Command.Retire(event.metadata(), ((Retired) event).reason()));
    }

    private String moved(LoopDefinition definition, Stage from, Instant entered, Command command) {
        if (state.stage() != from) {
            return "leaves " + from + ", but the loop is in " + state.stage();
        }
        String refusal = refusal(definition, command);
        return refusal.isEmpty() && !entered.equals(state.entered())
                ? "says that " + from + " was entered at " + entered + ", but it was at " + state.entered()
                : refusal;
    }

    private String refusal(LoopDefinition definition, Command command) {
        return definition.decide(state, command, Verdicts.ofHistory()) instanceof Decision.Refused refused
                ? refused.message()
                : "";
    }
}
