package io.infinityloop.metrics.flow;

import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Handoff;
import io.infinityloop.metrics.link.LoopPass;
import io.infinityloop.metrics.link.StageVisit;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one stage in a window. Gathered by one thread. */
final class StageFigures {
    private final SortedSet<EventKey> evidence = new TreeSet<>();
    private Duration active = Duration.ZERO;
    private Duration wait = Duration.ZERO;
    private long visits;
    private long queue;
    private long entered;
    private long left;
    private long handoffs;
    private long clean;

    private StageFigures() {}

    /** Gathers the figures of all eight stages. */
    static Map<Stage, StageFigures> of(Collection<? extends Subject> subjects, Frame frame) {
        Map<Stage, StageFigures> stages = new EnumMap<>(Stage.class);
        Stage.all().forEach(stage -> stages.put(stage, new StageFigures()));
        for (Subject subject : subjects) {
            if (subject instanceof LoopPass pass && isFinishedIn(pass, frame)) {
                pass.visits().forEach(visit -> stage(stages, visit.stage()).addTime(visit));
            } else if (subject instanceof StageVisit visit) {
                stage(stages, visit.stage()).addFlow(visit, frame);
            } else if (subject instanceof Handoff handoff) {
                stage(stages, handoff.transition().from()).addHandoff(handoff, frame);
            }
        }
        return stages;
    }

    /** A cycle that was seen from its beginning, and finished in the window. */
    static boolean isFinishedIn(LoopPass pass, Frame frame) {
        return pass.isFinished() && pass.isWhole() && isIn(pass.ended(), frame);
    }

    private static StageFigures stage(Map<Stage, StageFigures> stages, Stage stage) {
        return Objects.requireNonNull(stages.get(stage));
    }

    private static boolean isIn(@Nullable Instant instant, Frame frame) {
        return instant != null && frame.window().contains(instant) && !instant.isAfter(frame.asOf());
    }

    private void addTime(StageVisit visit) {
        Duration time = visit.duration().orElse(Duration.ZERO);
        active = active.plus(visit.active());
        wait = wait.plus(time.minus(visit.active()));
        visits++;
        evidence.addAll(visit.evidence());
    }

    private void addFlow(StageVisit visit, Frame frame) {
        if (visit.resting()) {
            return;
        }
        entered += isIn(visit.entered(), frame) ? 1 : 0;
        left += isIn(visit.left(), frame) ? 1 : 0;
        if (QueueLength.waits(visit, frame)) {
            queue++;
            evidence.addAll(visit.evidence());
        }
    }

    private void addHandoff(Handoff handoff, Frame frame) {
        if (!(Cleanliness.place(handoff) instanceof Place.At) || !isIn(handoff.at(), frame)) {
            return;
        }
        Use use = Cleanliness.STANDARD.add(handoff, frame.asOf(), isClean -> {
            clean += isClean ? 1 : 0;
            if (!isClean) {
                evidence.addAll(handoff.evidence());
            }
        });
        handoffs += use instanceof Use.Counted ? 1 : 0;
    }

    Duration active() {
        return active;
    }

    Duration waiting() {
        return wait;
    }

    long visits() {
        return visits;
    }

    long queue() {
        return queue;
    }

    /** {@return how many more came in than went out} */
    long growth() {
        return entered - left;
    }

    long handoffs() {
        return handoffs;
    }

    long unclean() {
        return handoffs - clean;
    }

    SortedSet<EventKey> evidence() {
        return evidence;
    }
}
