package io.infinityloop.machine;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Checked;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the entries of one loop into its steps. */
final class History {
    private final List<HistoryEntry> steps = new ArrayList<>();
    private final List<ArtifactRef> recorded = new ArrayList<>();
    private final Set<Stage> passed = EnumSet.noneOf(Stage.class);
    /** Without the artifacts, on which no step depends. */
    private LoopState state;

    private History(Started started) {
        this.state = LoopState.start(started);
    }

    /** {@return the steps in order, unmodifiable; empty if there are no entries} */
    static List<HistoryEntry> of(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        History history = new History((Started) entries.get(0).event());
        entries.stream().skip(1).forEach(history::add);
        return List.copyOf(history.steps);
    }

    /** {@return the stage that a loop was in at an instant, empty before it was started} */
    static Optional<Stage> stageAt(List<Entry> entries, Instant instant) {
        Stage stage = null;
        for (Entry entry : entries) {
            LoopEvent event = entry.event();
            if (event.at().isAfter(instant)) {
                break;
            }
            if (event instanceof Started started) {
                stage = started.stage();
            } else if (event instanceof Advanced advanced) {
                stage = advanced.transition().to();
            } else if (event instanceof Returned returned) {
                stage = returned.to();
            }
        }
        return Optional.ofNullable(stage);
    }

    private void add(Entry entry) {
        LoopEvent event = entry.event();
        if (event instanceof Recorded fact) {
            recorded.add(fact.artifact().ref());
            if (fact.artifact() instanceof Checked checked && Evidence.isSuccess(checked)) {
                passed.add(fact.artifact().stage());
            }
        } else if (event instanceof Advanced advanced) {
            Outcome outcome = passed.contains(state.stage()) ? Outcome.PASSED : Outcome.UNKNOWN;
            steps.add(new HistoryEntry.Move(
                    entry.revision(),
                    event.id(),
                    event.at(),
                    advanced.transition(),
                    state.cycle(),
                    state.attempt(),
                    recorded,
                    outcome,
                    event.trigger()));
            recorded.clear();
            if (advanced.transition().closesCycle()) {
                passed.clear();
            }
        } else if (event instanceof Returned returned) {
            steps.add(new HistoryEntry.Rework(
                    entry.revision(),
                    event.id(),
                    event.at(),
                    returned.from(),
                    returned.to(),
                    returned.cause(),
                    state.cycle(),
                    state.attempt(),
                    event.trigger()));
            recorded.clear();
            passed.removeIf(stage -> !stage.isBefore(returned.to()));
        }
        if (!(event instanceof Recorded)) {
            state = state.evolve(event);
        }
    }
}
