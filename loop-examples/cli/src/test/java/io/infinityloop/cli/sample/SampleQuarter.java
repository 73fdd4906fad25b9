package io.infinityloop.cli.sample;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the sample log: the third quarter of 2026 of a small team that looks after one service, {@code shop}.
 *
 * <p>Every loop is driven through the real machine, so the log is legal; {@link Faults} then damages it on purpose.
 */
final class SampleQuarter {
    static final String SOURCE = "shop-tracker";

    private static final long SEED = 20_260_701;
    private static final Labels SHOP = Labels.of(Labels.SERVICE, "shop");
    private static final Duration NOON_TO_DEPLOYMENT = Duration.ofHours(3);
    private static final Duration ROLL_OUT = Duration.ofMinutes(20);
    private static final Duration OPERATED = Duration.ofDays(2);
    private static final Duration MONITORED = Duration.ofDays(1);
    /** The fourth deployment of the quarter fails, and is repeated the next morning. */
    private static final int FAILED_DEPLOYMENT = 4;

    private static final Duration UNTIL_REPEATED = Duration.ofHours(19);

    private final Journal journal = InMemoryJournal.empty();
    private final SettableClock clock = SettableClock.start();
    private final LoopEngine engine = LoopEngine.builder(clock)
            .definition(LoopDefinition.ring())
            .journal(journal)
            .source(SOURCE)
            .labels(SHOP)
            .build();
    private final SortedMap<Instant, List<Story>> trains = new TreeMap<>();

    private SampleQuarter() {}

    /** The log without faults, in the order of time. */
    static List<LoopEvent> legal() {
        SampleQuarter quarter = new SampleQuarter();
        List<Story> stories = Story.quarter(SEED);
        stories.forEach(story -> quarter.trains
                .computeIfAbsent(story.released(), at -> new ArrayList<>())
                .add(story));
        stories.forEach(quarter::play);
        quarter.observe();
        return quarter.journal.readAll(0, Integer.MAX_VALUE).stream()
                .map(Entry::event)
                .sorted(Comparator.comparing(LoopEvent::at))
                .toList();
    }

    /** The log as it is committed: with faults. */
    static List<LoopEvent> damaged() {
        return Faults.plantedIn(legal());
    }

    private void play(Story story) {
        at(story.started());
        Loop loop = engine.start(LoopId.of(story.id()));
        move(loop, story.planned(), Stage.CODE, Trigger.MANUAL, plan(story));
        move(
                loop,
                story.coded(),
                Stage.BUILD,
                Trigger.MANUAL,
                story.commitsInCode().toArray(Artifact[]::new));
        if (story.firstBuildFails()) {
            at(story.coded().plus(Duration.ofMinutes(5)));
            loop.triggeredBy(Trigger.AUTOMATED)
                    .record(build(story, 0, story.coded(), Outcome.FAILED))
                    .orThrow();
        }
        move(loop, story.built(), Stage.TEST, Trigger.AUTOMATED, build(story, 1, story.coded(), Outcome.PASSED));
        if (story.firstTestFails()) {
            rework(loop, story);
        }
        move(loop, story.ready(), Stage.RELEASE, Trigger.AUTOMATED, test(story, 2, Outcome.PASSED));
        move(loop, story.released(), Stage.DEPLOY, Trigger.MANUAL, release(story.released()));
        Deployment deployment = deployment(story.released());
        Instant deployed = Objects.requireNonNull(deployment.finishedAt());
        move(loop, deployed, Stage.OPERATE, Trigger.AUTOMATED, deployment);
        Instant operated = deployed.plus(OPERATED);
        move(loop, operated, Stage.MONITOR, Trigger.AUTOMATED, quietPeriod(story, operated));
        Instant learned = operated.plus(MONITORED);
        move(loop, learned, Stage.PLAN, Trigger.MANUAL, insight(story, learned));
    }

    private void rework(Loop loop, Story story) {
        at(story.tested());
        loop.triggeredBy(Trigger.AUTOMATED)
                .record(test(story, 1, Outcome.FAILED))
                .orThrow();
        loop.triggeredBy(Trigger.MANUAL)
                .returnTo(Stage.CODE, "the tests of " + story.id() + " are red")
                .orThrow();
        move(loop, story.codedAgain(), Stage.BUILD, Trigger.MANUAL, story.commitOfRework());
        move(
                loop,
                story.builtAgain(),
                Stage.TEST,
                Trigger.AUTOMATED,
                build(story, 2, story.codedAgain(), Outcome.PASSED));
    }

    /** What belongs to the service and to no single loop. */
    private void observe() {
        int number = 0;
        for (Instant noon : trains.keySet()) {
            number++;
            Instant staged = noon.minus(Duration.ofHours(2));
            observe(
                    "staging-" + number,
                    staged,
                    Deployment.observed(
                            ArtifactMetadata.of("shop-staging-" + number, staged),
                            Environment.STAGING,
                            DeploymentStatus.SUCCEEDED,
                            staged.plus(ROLL_OUT)));
            if (number == FAILED_DEPLOYMENT) {
                Instant failed = noon.plus(NOON_TO_DEPLOYMENT);
                observe(
                        "failed-" + number,
                        failed.plus(ROLL_OUT),
                        Deployment.observed(
                                ArtifactMetadata.of("shop-failed-" + number, failed)
                                        .derivedFrom(List.of(ArtifactRef.of(Release.KIND, version(noon)))),
                                Environment.PRODUCTION,
                                DeploymentStatus.FAILED,
                                failed.plus(ROLL_OUT)));
            }
        }
        incident("inc-1", "2026-07-23T06:10:00Z", "2026-07-23T07:40:00Z", "Payments time out");
        incident("inc-2", "2026-09-09T16:05:00Z", "2026-09-09T16:50:00Z", "Search shows no pictures");
    }

    private void incident(String id, String began, String restored, String title) {
        Instant start = Instant.parse(began);
        Instant end = Instant.parse(restored);
        ArtifactMetadata metadata = ArtifactMetadata.of(id, start);
        observe(id + "-open", start.plus(Duration.ofMinutes(4)), new Incident(metadata, title, true, null));
        observe(id + "-resolved", end, new Incident(metadata, title, true, end));
    }

    private void observe(String eventId, Instant at, Artifact artifact) {
        EventMetadata metadata = new EventMetadata(eventId, SOURCE, at, SHOP, Trigger.AUTOMATED);
        journal.observe(List.of(new Recorded(metadata, null, artifact)));
    }

    private void move(Loop loop, Instant when, Stage to, Trigger trigger, Artifact... artifacts) {
        at(when);
        loop.triggeredBy(trigger).advance(to, artifacts).orThrow();
    }

    private void at(Instant now) {
        clock.set(now);
    }

    private static PlanItem plan(Story story) {
        ArtifactMetadata metadata = ArtifactMetadata.of(story.id(), story.planned());
        return new PlanItem(
                metadata, "Piece of work " + story.id(), List.of("a customer can use it", "its use is measured"));
    }

    private static Build build(Story story, int run, Instant start, Outcome outcome) {
        Instant end =
                outcome.isFailure() ? start.plus(Duration.ofMinutes(5)) : run == 2 ? story.builtAgain() : story.built();
        ArtifactMetadata metadata = ArtifactMetadata.of(story.id() + "-build-" + run, start)
                .derivedFrom(story.allCommits().subList(0, story.commits()));
        return new Build(metadata, "main", outcome, end);
    }

    private static TestRun test(Story story, int run, Outcome outcome) {
        boolean failed = outcome.isFailure();
        Instant end = failed ? story.tested() : story.ready();
        ArtifactMetadata metadata = ArtifactMetadata.of(story.id() + "-test-" + run, end.minus(Duration.ofHours(1)));
        return new TestRun(
                metadata,
                Stage.TEST,
                "acceptance",
                outcome,
                new TestRun.Counts(failed ? 211 : 214, failed ? 3 : 0, 2),
                end);
    }

    private Release release(Instant noon) {
        List<ArtifactRef> contents = trains.getOrDefault(noon, List.of()).stream()
                .flatMap(story -> story.allCommits().stream())
                .toList();
        return Release.of(version(noon), noon, version(noon), contents);
    }

    private String version(Instant noon) {
        return "1." + (trains.headMap(noon).size() + 1) + ".0";
    }

    private Deployment deployment(Instant noon) {
        boolean repeated = trains.headMap(noon).size() + 1 == FAILED_DEPLOYMENT;
        Instant start = noon.plus(NOON_TO_DEPLOYMENT).plus(repeated ? UNTIL_REPEATED : Duration.ZERO);
        ArtifactMetadata metadata = ArtifactMetadata.of("shop-production-" + version(noon), start)
                .derivedFrom(List.of(ArtifactRef.of(Release.KIND, version(noon))));
        return Deployment.observed(metadata, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, start.plus(ROLL_OUT));
    }

    private static OperationRecord quietPeriod(Story story, Instant end) {
        return OperationRecord.of(
                story.id() + "-operation", end, "two days in production, nothing to do for " + story.id());
    }

    private static Insight insight(Story story, Instant at) {
        ArtifactMetadata metadata = ArtifactMetadata.of(story.id() + "-insight", at)
                .derivedFrom(List.of(ArtifactRef.of(OperationRecord.KIND, story.id() + "-operation")));
        return new Insight(metadata, "customers use " + story.id(), "make it easier to find");
    }
}
