package io.infinityloop.metrics;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import java.util.ArrayList;
import java.util.List;

/** Short words for the way of one loop, told in hours: {@code way("L", 0).to(CODE, 1).back(PLAN, 2)}. */
public final class Ways {
    private final String loop;
    private final List<LoopEvent> events = new ArrayList<>();
    private Stage stage;
    private double entered;

    private Ways(String loop, Stage stage, double hours) {
        this.loop = loop;
        this.stage = stage;
        this.entered = hours;
    }

    public static Ways way(String loop, double hours) {
        Ways way = new Ways(loop, Stage.PLAN, hours);
        way.events.add(Log.started(loop, hours));
        return way;
    }

    /** A loop whose start nobody reports. */
    public static Ways from(String loop, Stage stage, double hours) {
        return new Ways(loop, stage, hours);
    }

    /** A loop that stays in each stage as long as told, from PLAN on. */
    public static Ways staying(String loop, double start, double... hours) {
        Ways way = way(loop, start);
        for (double stay : hours) {
            way.stay(stay);
        }
        return way;
    }

    /** Goes on to the next stage after so many hours. */
    public Ways stay(double hours) {
        return to(stage.next(), entered + hours);
    }

    /** Goes to any stage, as a move. */
    public Ways to(Stage next, double hours) {
        return to(next, hours, Trigger.UNKNOWN);
    }

    public Ways to(Stage next, double hours, Trigger trigger) {
        events.add(new Advanced(
                Log.metadata(loop + " to " + next + " " + hours, hours).with(trigger),
                LoopId.of(loop),
                new Transition(stage, next),
                Log.at(entered),
                List.of()));
        return in(next, hours);
    }

    public Ways back(Stage earlier, double hours) {
        events.add(new Returned(
                Log.metadata(loop + " back to " + earlier + " " + hours, hours),
                LoopId.of(loop),
                stage,
                earlier,
                Log.at(entered),
                "not in order"));
        return in(earlier, hours);
    }

    public Ways retired(double hours) {
        events.add(new Retired(Log.metadata(loop + " retired", hours), LoopId.of(loop), "not needed"));
        return this;
    }

    /** Something that is recorded with the loop. */
    public Ways with(Recorded... records) {
        for (Recorded record : records) {
            events.add(new Recorded(record.metadata(), LoopId.of(loop), record.artifact()));
        }
        return this;
    }

    private Ways in(Stage next, double hours) {
        stage = next;
        entered = hours;
        return this;
    }

    public List<LoopEvent> events() {
        return List.copyOf(events);
    }

    public static LoopEvent[] all(Ways... ways) {
        return java.util.Arrays.stream(ways)
                .flatMap(way -> way.events().stream())
                .toArray(LoopEvent[]::new);
    }

    /** A build that ran, told when it ended. */
    public static Recorded built(String id, double from, double to) {
        Build build = new Build(ArtifactMetadata.of(id, Log.at(from)), "build", Outcome.PASSED, Log.at(to));
        return new Recorded(Log.metadata(id + " built", to), null, build);
    }

    /** Tests that ran, told when they ended. */
    public static Recorded tested(String id, TestLevel level, Outcome outcome, double from, double to) {
        TestRun run = new TestRun(
                ArtifactMetadata.of(id, Log.at(from)),
                level.defaultStage(),
                level.name(),
                outcome,
                TestRun.Counts.NONE,
                Log.at(to),
                io.infinityloop.artifact.TestCoverage.of(level));
        return new Recorded(Log.metadata(id + " tested", to), null, run);
    }
}
