package io.infinityloop.cli.sample;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Damages a legal log as real feeds are damaged: one fault of each kind, each in a loop of its own. */
final class Faults {
    private final List<LoopEvent> events;

    private Faults(List<LoopEvent> legal) {
        this.events = new ArrayList<>(legal);
    }

    /** Returns the log with ten faults, in the order of time. */
    static List<LoopEvent> plantedIn(List<LoopEvent> legal) {
        Faults faults = new Faults(legal);
        faults.skipTheBuild("SHOP-4");
        faults.moveBackInsteadOfReturning("SHOP-5");
        faults.loseTheMoveOutOfTest("SHOP-7");
        faults.deliverTwice("SHOP-9");
        faults.goOnAfterRedTests("SHOP-11");
        faults.useAnIdTwice("SHOP-13");
        faults.goOnAfterRetirement("SHOP-15");
        faults.loseTheStart("SHOP-16");
        faults.buildFromBuild("SHOP-17");
        faults.startAgain("SHOP-18");
        return faults.events.stream()
                .sorted(Comparator.comparing(LoopEvent::at))
                .toList();
    }

    private void skipTheBuild(String loop) {
        Advanced toBuild = move(loop, Stage.CODE);
        Advanced toTest = move(loop, Stage.BUILD);
        events.remove(toBuild);
        replace(
                toTest,
                new Advanced(
                        toTest.metadata(),
                        toTest.loop(),
                        new Transition(Stage.CODE, Stage.TEST),
                        toBuild.entered(),
                        toTest.artifacts()));
    }

    private void moveBackInsteadOfReturning(String loop) {
        Returned returned = (Returned) first(loop, event -> event instanceof Returned);
        replace(
                returned,
                new Advanced(
                        returned.metadata(),
                        returned.loop(),
                        new Transition(returned.from(), returned.to()),
                        returned.entered(),
                        List.of()));
    }

    private void loseTheMoveOutOfTest(String loop) {
        events.remove(move(loop, Stage.TEST));
    }

    private void deliverTwice(String loop) {
        Advanced delivered = move(loop, Stage.CODE);
        events.add(events.indexOf(delivered) + 1, delivered);
    }

    private void goOnAfterRedTests(String loop) {
        Advanced toRelease = move(loop, Stage.TEST);
        Instant at = toRelease.at().minus(Duration.ofMinutes(10));
        TestRun red = new TestRun(
                ArtifactMetadata.of(loop + "-load-test", at),
                Stage.TEST,
                "load",
                Outcome.FAILED,
                new TestRun.Counts(7, 1, 0),
                at);
        insertBefore(toRelease, new Recorded(metadata(loop + "-red", at, toRelease), toRelease.loop(), red));
    }

    private void useAnIdTwice(String loop) {
        Recorded record = (Recorded) first(
                loop,
                event -> event instanceof Recorded recorded
                        && recorded.artifact().stage() == Stage.OPERATE);
        Recorded other = new Recorded(
                record.metadata(),
                record.loop(),
                OperationRecord.of(record.artifact().id(), record.at(), "another text under the same event id"));
        events.add(events.indexOf(record) + 1, other);
    }

    private void goOnAfterRetirement(String loop) {
        Advanced last = move(loop, Stage.MONITOR);
        Instant at = last.at().minus(Duration.ofHours(1));
        insertBefore(
                last, new Retired(metadata(loop + "-retired", at, last), last.loop(), "replaced by a bought product"));
    }

    private void loseTheStart(String loop) {
        events.remove(first(loop, event -> event instanceof Started));
    }

    private void buildFromBuild(String loop) {
        Advanced toTest = move(loop, Stage.BUILD);
        Instant at = toTest.at().minus(Duration.ofMinutes(1));
        insertBefore(
                toTest,
                new Advanced(
                        metadata(loop + "-again", at, toTest),
                        toTest.loop(),
                        new Transition(Stage.BUILD, Stage.BUILD),
                        toTest.entered(),
                        List.of()));
        Advanced shortened =
                new Advanced(toTest.metadata(), toTest.loop(), toTest.transition(), at, toTest.artifacts());
        replace(toTest, shortened);
    }

    private void startAgain(String loop) {
        Advanced toBuild = move(loop, Stage.CODE);
        Instant at = toBuild.at().minus(Duration.ofHours(1));
        insertBefore(toBuild, new Started(metadata(loop + "-start", at, toBuild), toBuild.loop(), Stage.PLAN));
    }

    private static EventMetadata metadata(String id, Instant at, LoopEvent neighbour) {
        return new EventMetadata(id, neighbour.source(), at, neighbour.labels(), neighbour.trigger());
    }

    /** The first move of a loop out of a stage. */
    private Advanced move(String loop, Stage from) {
        return (Advanced) first(
                loop,
                event -> event instanceof Advanced advanced
                        && advanced.transition().from() == from);
    }

    private LoopEvent first(String loop, Predicate<LoopEvent> wanted) {
        return events.stream()
                .filter(event -> LoopId.of(loop).equals(event.loop()))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private void replace(LoopEvent old, LoopEvent replacement) {
        events.set(events.indexOf(old), replacement);
    }

    private void insertBefore(LoopEvent later, LoopEvent event) {
        events.add(events.indexOf(later), event);
    }
}
