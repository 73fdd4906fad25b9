package io.infinityloop.process;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.Verification;
import io.infinityloop.rule.Action;
import io.infinityloop.rule.Rule;
import io.infinityloop.testkit.ValueArbitraries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;

/** Processes on their way, each walked there by its own verbs. */
public final class ProcessValues {
    private static final Instant START = Instant.parse("2026-03-03T10:00:00Z");

    private ProcessValues() {}

    /** {@return a way to make each process whose parts have to fit together} */
    public static Map<Class<?>, Function<Random, Object>> all() {
        Map<Class<?>, Function<Random, Object>> all = new HashMap<>();
        Map<Class<?>, Arbitrary<?>> ways = new HashMap<>(Map.of(
                BlueGreen.class, blueGreens(),
                Rolling.class, rollings(),
                RolloutPlan.class, plans(),
                Rollout.class, flags().map(FlagRollout::rollout),
                Canary.class, canaries(),
                FlagRollout.class, flags(),
                DeploymentLife.class, lives(),
                FeedbackLife.class, feedback(),
                MonitorRound.class, rounds(),
                LearningPath.class, paths()));
        ways.put(Mainline.class, mainlines());
        ways.forEach((type, values) -> {
            RandomGenerator<?> generator = values.generator(1_000, true);
            all.put(type, random -> generator.next(random).value());
        });
        return all;
    }

    private static Arbitrary<BlueGreen> blueGreens() {
        return walked(
                deployments().map(started -> BlueGreen.start(started, Duration.ofHours(1))),
                List.of(
                        it -> it.deploy(hourAfter(it.course())),
                        it -> it.test(hourAfter(it.course()), Evidence.NONE, Verification.passed("smoke")),
                        it -> it.test(hourAfter(it.course()), Evidence.of("\u2028"), Verification.failed("load")),
                        it -> it.switchOver(hourAfter(it.course())),
                        it -> it.switchBack(hourAfter(it.course()), Evidence.NONE),
                        it -> it.decommission(hourAfter(it.course()))));
    }

    private static Arbitrary<Rolling> rollings() {
        return walked(
                deployments().map(started -> Rolling.start(started, List.of("a", "b c"))),
                List.of(
                        it -> it.check(hourAfter(it.course())),
                        it -> it.healthy(hourAfter(it.course()), Evidence.NONE),
                        it -> it.unhealthy(hourAfter(it.course()), Evidence.of("503")),
                        it -> it.resume(hourAfter(it.course()), Evidence.NONE),
                        it -> it.undo(hourAfter(it.course()), Evidence.NONE),
                        it -> it.undone(hourAfter(it.course()))));
    }

    private static Arbitrary<RolloutPlan> plans() {
        return Arbitraries.of(
                RolloutPlan.CANARY, RolloutPlan.FEATURE_FLAG, RolloutPlan.of(RolloutPlan.Subject.USERS, 100));
    }

    private static Arbitrary<Canary> canaries() {
        Evidence measured = Evidence.of("n = 1,000")
                .withReadings(List.of(new Reading.Metric("error rate", new BigDecimal("0.30"), "%")));
        return walked(
                Combinators.combine(deployments(), plans()).as(Canary::start),
                List.of(
                        it -> it.begin(hourAfter(it.rollout().course())),
                        it -> it.expand(hourAfter(it.rollout().course()), measured),
                        it -> it.pause(hourAfter(it.rollout().course()), measured),
                        it -> it.rollBack(hourAfter(it.rollout().course()), measured)));
    }

    private static Arbitrary<FlagRollout> flags() {
        Arbitrary<Audience> testers = Combinators.combine(
                        ValueArbitraries.ids().list().ofMaxSize(3), Arbitraries.of("", "one page"))
                .as((users, experiment) -> new Audience(users, Share.NONE, experiment));
        Evidence seen = Evidence.of("seen");
        return walked(
                Combinators.combine(ValueArbitraries.ids(), testers)
                        .as((flag, users) -> FlagRollout.start(flag, START).withTesters(users)),
                List.of(
                        it -> it.begin(hourAfter(it.rollout().course())),
                        it -> it.expand(hourAfter(it.rollout().course()), seen),
                        it -> it.pause(hourAfter(it.rollout().course()), seen),
                        it -> it.complete(hourAfter(it.rollout().course()), seen),
                        it -> it.kill(hourAfter(it.rollout().course()), "broken")));
    }

    private static Arbitrary<DeploymentLife> lives() {
        return walked(
                deployments().map(DeploymentLife::start),
                List.of(
                        it -> it.deployed(hourAfter(it.course())),
                        it -> it.failed(hourAfter(it.course()), Evidence.NONE),
                        it -> it.smokeTested(hourAfter(it.course()), Evidence.NONE, Verification.passed("smoke")),
                        it -> it.healthChecked(hourAfter(it.course()), Evidence.NONE, Verification.passed("health")),
                        it -> it.healthChecked(hourAfter(it.course()), Evidence.NONE, Verification.failed("health"))));
    }

    private static Arbitrary<FeedbackLife> feedback() {
        return walked(
                ValueArbitraries.ids().map(id -> FeedbackLife.collected(Feedback.fromUsers(id, START, "slow"), START)),
                List.of(
                        it -> it.triage(hourAfter(it.course()), Evidence.NONE),
                        it -> it.followUp(hourAfter(it.course()), Evidence.of("mended"))));
    }

    private static Arbitrary<MonitorRound> rounds() {
        List<ArtifactRef> data = List.of(ArtifactRef.parse("measurement:p95"));
        return walked(
                Arbitraries.just(MonitorRound.start(START)),
                List.of(
                        it -> it.collect(hourAfter(it.course()), data),
                        it -> it.understand(hourAfter(it.course()), Evidence.NONE),
                        it -> it.identifyTrends(hourAfter(it.course()), Evidence.NONE),
                        it -> it.act(hourAfter(it.course()), Evidence.NONE)));
    }

    private static Arbitrary<LearningPath> paths() {
        return walked(
                ValueArbitraries.ids()
                        .map(id -> LearningPath.detected(
                                new Incident(ArtifactMetadata.of(id, START), "down", true, null), START)),
                List.of(
                        it -> it.take(it.next().orElse(LearningStep.PREVENT), hourAfter(it.course()), Evidence.NONE),
                        it -> it.changePolicy(
                                hourAfter(it.course()),
                                Evidence.NONE,
                                List.of(Rule.of("queue", "queue > 500", new Action.Scale(2))))));
    }

    private static Arbitrary<Mainline> mainlines() {
        Build nightly = new Build(ArtifactMetadata.of("n1", START), "nightly \u2028", Outcome.ERROR, null);
        return walked(
                Arbitraries.just(Mainline.green(START)),
                List.of(
                        it -> it.built(Build.of("b1", START, Outcome.FAILED), hourAfter(it.course())),
                        it -> it.built(Build.of("b2", START, Outcome.TIMED_OUT), hourAfter(it.course())),
                        it -> it.built(Build.of("b3", START, Outcome.PASSED), hourAfter(it.course())),
                        it -> it.built(nightly, hourAfter(it.course()))));
    }

    static Arbitrary<Deployment> deployments() {
        return Combinators.combine(ValueArbitraries.ids(), ValueArbitraries.labels())
                .as((id, labels) -> started(ArtifactMetadata.of(id, START).with(labels)));
    }

    /** {@return a deployment of 1.2.3 in progress, with 1.2.2 to go back to} */
    static Deployment started(ArtifactMetadata metadata) {
        return new Deployment(
                metadata,
                Environment.PRODUCTION,
                DeploymentStatus.IN_PROGRESS,
                null,
                DeploymentPlan.UNKNOWN.withVersion("1.2.3").withRecovery(Recovery.rollbackTo("1.2.2")),
                List.of());
    }

    static Instant hourAfter(Course<?> course) {
        return course.since().plus(Duration.ofHours(1));
    }

    private static <P> Arbitrary<P> walked(Arbitrary<P> starts, List<Function<P, Progress<P>>> verbs) {
        return Combinators.combine(starts, Arbitraries.of(verbs).list().ofMaxSize(20))
                .as((start, asked) -> {
                    P process = start;
                    for (Function<P, Progress<P>> verb : asked) {
                        process = verb.apply(process).process();
                    }
                    return process;
                });
    }
}
