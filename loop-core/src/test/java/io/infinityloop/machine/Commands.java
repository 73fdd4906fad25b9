package io.infinityloop.machine;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventMetadata;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random requests: legal and illegal ones, most of them such that the loop gets somewhere. */
final class Commands {
    private Commands() {}

    /** What is asked; {@code shift} is added to the stage that the loop is in when it is asked. */
    record Step(Verb verb, int shift, List<Artifact> artifacts, int minutes) {
        Command command(String id, Stage current, long now) {
            EventMetadata metadata = Samples.metadata(id, now + minutes);
            Stage to = current.plus(shift);
            return switch (verb) {
                case ADVANCE -> new Command.Advance(metadata, to, artifacts);
                case ATTACH -> new Command.Attach(metadata, artifacts.get(0));
                case RETURN -> new Command.ReturnTo(metadata, to, "something was not right");
                case RETIRE -> new Command.Retire(metadata, "given up");
            };
        }
    }

    enum Verb {
        ADVANCE,
        ATTACH,
        RETURN,
        RETIRE
    }

    /** {@return steps of which some are illegal, some at the same instant as the one before, some earlier} */
    static Arbitrary<List<Step>> anySteps() {
        return anyStep().list().ofMaxSize(40).withoutEdgeCases();
    }

    static Arbitrary<Step> anyStep() {
        return step(Arbitraries.frequency(Tuple.of(8, 1), Tuple.of(3, 0), Tuple.of(1, -1)));
    }

    /** {@return steps each of which is later than the one before} */
    static Arbitrary<List<Step>> steadySteps() {
        return step(Arbitraries.integers().between(1, 90)).list().ofMaxSize(40).withoutEdgeCases();
    }

    private static Arbitrary<Step> step(Arbitrary<Integer> minutes) {
        Arbitrary<Step> advance = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(8, 1), Tuple.of(1, 0), Tuple.of(1, 2), Tuple.of(1, -3)),
                        checks().list().ofMaxSize(2),
                        minutes)
                .as((shift, artifacts, later) -> new Step(Verb.ADVANCE, shift, artifacts, later));
        Arbitrary<Step> attach = Combinators.combine(checks(), minutes)
                .as((artifact, later) -> new Step(Verb.ATTACH, 0, List.of(artifact), later));
        Arbitrary<Step> sendBack = Combinators.combine(Arbitraries.integers().between(-3, 1), minutes)
                .as((shift, later) -> new Step(Verb.RETURN, shift, List.of(), later));
        Arbitrary<Step> retire = minutes.map(later -> new Step(Verb.RETIRE, 0, List.of(), later));
        return Arbitraries.frequencyOf(
                Tuple.of(30, advance), Tuple.of(8, attach), Tuple.of(4, sendBack), Tuple.of(1, retire));
    }

    private static Arbitrary<Artifact> checks() {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 99).map(number -> "run-" + number);
        Arbitrary<String> subjects = Arbitraries.of("unit", "end-to-end");
        Arbitrary<Outcome> outcomes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Outcome.PASSED)), Tuple.of(2, Arbitraries.of(Outcome.class)));
        Arbitrary<Artifact> builds = Combinators.combine(ids, subjects, outcomes)
                .as((id, subject, outcome) -> new Build(metadata(id), subject, outcome, null));
        Arbitrary<Artifact> tests = Combinators.combine(
                        ids, Arbitraries.of(Stage.BUILD, Stage.TEST), subjects, outcomes)
                .as((id, stage, subject, outcome) ->
                        new TestRun(metadata(id), stage, subject, outcome, TestRun.Counts.NONE, null));
        Arbitrary<Artifact> deployments = Combinators.combine(
                        ids, Arbitraries.of(Environment.class), Arbitraries.of(DeploymentStatus.class))
                .as((id, environment, status) -> Deployment.observed(metadata(id), environment, status, null));
        return Arbitraries.oneOf(builds, tests, deployments);
    }

    private static ArtifactMetadata metadata(String id) {
        return ArtifactMetadata.of(id, Samples.T0);
    }

    /** Makes the requests of a loop, whether they are granted or not; {@return those that were granted} */
    static List<Command> walk(Loop loop, List<Step> steps) {
        List<Command> granted = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < steps.size(); i++) {
            Command command = steps.get(i).command("r" + i, loop.stage(), now);
            now = Math.max(0, now + steps.get(i).minutes());
            if (loop.apply(command).isAccepted()) {
                granted.add(command);
            }
        }
        return granted;
    }
}
