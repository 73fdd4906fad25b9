package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

/** Small worlds: few ids, few instants, so that events meet, collide, repeat and contradict each other. */
@Domain(DomainContext.Global.class)
class Events extends DomainContextBase {
    @Provide
    Arbitrary<List<LoopEvent>> logs() {
        return events().list().ofMaxSize(40);
    }

    private static Arbitrary<LoopEvent> events() {
        return Arbitraries.oneOf(commits(), releases(), deployments(), repairs(), incidents(), moves(), clashes());
    }

    private static Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 50);
    }

    private static Arbitrary<String> refs() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 9).map(i -> "commit:c" + i),
                Arbitraries.integers().between(0, 4).map(i -> "release:r" + i));
    }

    private static Arbitrary<Recorded> labelled(Arbitrary<Recorded> events) {
        return Combinators.combine(events, Arbitraries.of("", "shop", "mail"))
                .as((event, service) -> service.isEmpty() ? event : Log.labelled(event, Labels.SERVICE, service));
    }

    /** A commit has the parents that its number says: a history with merges. */
    private static Arbitrary<LoopEvent> commits() {
        return Combinators.combine(Arbitraries.integers().between(0, 9), hours())
                .as((i, hour) -> Log.commit(
                        "c" + i,
                        hour,
                        IntStream.of(i - 1, i % 4 == 0 ? i - 3 : -1)
                                .filter(parent -> parent >= 0)
                                .distinct()
                                .mapToObj(parent -> "c" + parent)
                                .toArray(String[]::new)));
    }

    private static Arbitrary<LoopEvent> releases() {
        Arbitrary<Recorded> releases = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        hours(),
                        refs().array(String[].class).ofMaxSize(3))
                .as((i, hour, refs) -> Log.release("r" + i, hour, refs));
        return labelled(releases).map(event -> event);
    }

    private static Arbitrary<LoopEvent> deployments() {
        Arbitrary<Recorded> deployments = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        hours(),
                        Arbitraries.of(Environment.PRODUCTION, Environment.STAGING),
                        Arbitraries.of(DeploymentStatus.class),
                        refs().array(String[].class).ofMaxSize(3))
                .as((i, hour, environment, status, refs) -> Log.deployment("d" + i, hour, environment, status, refs));
        return labelled(deployments).map(event -> event);
    }

    /** Deployments for a purpose, of one of three versions, that may name what they put right. */
    private static Arbitrary<LoopEvent> repairs() {
        Arbitrary<Recorded> repairs = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        hours(),
                        Arbitraries.of(DeploymentPurpose.class),
                        Arbitraries.of("", "1", "2", "3"),
                        causes())
                .as((i, hour, purpose, version, refs) -> {
                    Deployment plain = (Deployment)
                            Log.deployed("d" + i, hour, purpose, refs).artifact();
                    return Log.recorded(plain.with(plain.plan().withVersion(version)));
                });
        return labelled(repairs).map(event -> event);
    }

    private static Arbitrary<LoopEvent> incidents() {
        Arbitrary<Recorded> incidents = Combinators.combine(
                        Arbitraries.integers().between(0, 4), hours(), hours(), causes())
                .as((i, hour, until, refs) ->
                        until < hour ? Log.incident("i" + i, hour, refs) : Log.resolved("i" + i, hour, until, refs));
        return labelled(incidents).map(event -> event);
    }

    private static Arbitrary<String[]> causes() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, refs()),
                        Tuple.of(1, Arbitraries.integers().between(0, 6).map(i -> "deployment:d" + i)),
                        Tuple.of(1, Arbitraries.integers().between(0, 4).map(i -> "incident:i" + i)))
                .array(String[].class)
                .ofMaxSize(2);
    }

    private static Arbitrary<LoopEvent> moves() {
        return Combinators.combine(Arbitraries.of("L", "M"), Arbitraries.of(Stage.class), hours(), hours())
                .as((loop, stage, hour, other) ->
                        Log.advanced(loop, stage, Math.min(hour, other), Math.max(hour, other)));
    }

    /** Different events under one id, some of them at one instant. */
    private static Arbitrary<LoopEvent> clashes() {
        return Combinators.combine(Arbitraries.of("x", "y"), hours(), Arbitraries.of(10, 20))
                .as((id, content, hour) -> new Recorded(
                        EventMetadata.of(id, "clash", Log.at(hour)),
                        null,
                        Log.commit("c" + content % 5, content).artifact()));
    }
}
