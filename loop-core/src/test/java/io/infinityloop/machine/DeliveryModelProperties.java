package io.infinityloop.machine;

import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** A delivery with gates and an automatic stage, under random requests, against {@link DeliveryOracle}. */
class DeliveryModelProperties {
    private static final LoopDefinition RULES = Delivery.contracts(LoopDefinition.builder("model"))
            .require(Stage.RELEASE, new Contract.Granted())
            .automatic(Stage.RELEASE)
            .gate(Stage.CODE, "go")
            .gate(Stage.RELEASE, "go")
            .build();

    /** What is asked: with what the stage requires or without, and with more. */
    record Step(Commands.Verb verb, int shift, boolean required, List<Artifact> more) {
        Command command(String id, Stage stage, long minute) {
            EventMetadata metadata = Samples.metadata(id, minute);
            return switch (verb) {
                case ADVANCE -> new Command.Advance(metadata, stage.plus(shift), artifacts(id, stage));
                case ATTACH -> new Command.Attach(metadata, more.get(0));
                case RETURN -> new Command.ReturnTo(metadata, stage.plus(shift), "something was not right");
                case RETIRE -> new Command.Retire(metadata, "given up");
            };
        }

        private List<Artifact> artifacts(String id, Stage stage) {
            List<Artifact> artifacts = new ArrayList<>(more);
            if (required && stage == Stage.MONITOR) {
                artifacts.add(Insight.of("i-" + id, T0, "something else"));
            } else if (required) {
                artifacts.addAll(Shop.leaving(stage));
            }
            if (required && stage == Stage.RELEASE) {
                artifacts.add(go("go", Approval.Answer.GRANTED, "1.4.0"));
            }
            return artifacts;
        }
    }

    @Property(tries = 1_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void a_delivery_does_what_the_oracle_says(@ForAll("steps") List<Step> steps) {
        Journal journal = InMemoryJournal.empty();
        LoopEngine engine = LoopEngine.builder(Samples.clock())
                .definition(RULES)
                .journal(journal)
                .snapshots(InMemorySnapshots.upTo(1), 3)
                .gate("go", (state, command) -> isOpen(command) ? Verdict.pass() : Verdict.refuse("closed"))
                .build();
        Loop loop = engine.start(LOOP);
        DeliveryOracle oracle = new DeliveryOracle();
        Map<Command, List<LoopEvent>> granted = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Command command = steps.get(i).command("r" + i, loop.stage(), i);
            List<Entry> entries = journal.read(LOOP, 0);
            LoopState before = loop.state();

            Decision decision = loop.apply(command);

            int expected = oracle.take(command, isOpen(command));
            if (decision instanceof Decision.Accepted accepted) {
                assertThat(accepted.events()).as("%s", command).hasSize(expected);
                granted.put(command, accepted.events());
                Statistics.collect(loop.state().cycle() > 1 ? "later cycle" : loop.stage());
            } else {
                assertThat(expected).as("%s refused: %s", command, decision).isZero();
                assertThat(journal.read(LOOP, 0)).isEqualTo(entries);
                assertThat(loop.state()).isEqualTo(before);
            }
            assertSame(loop.state(), oracle);
        }
        assertThat(engine.find(LOOP)).get().extracting(Loop::state).isEqualTo(loop.state());
        assertThat(engine.states()).containsExactly(loop.state());
        assertNothingIsDoneTwice(loop, journal, granted);
        Statistics.coverage(checker -> {
            checker.check("later cycle").percentage(share -> share > 2);
            checker.check(Stage.DEPLOY).percentage(share -> share > 2);
        });
    }

    private static void assertNothingIsDoneTwice(Loop loop, Journal journal, Map<Command, List<LoopEvent>> granted) {
        List<Entry> entries = journal.readAll(0, Integer.MAX_VALUE);
        LoopState state = loop.state();
        granted.forEach((command, events) ->
                assertThat(loop.apply(command).orThrow().events()).isEqualTo(events));
        assertThat(journal.readAll(0, Integer.MAX_VALUE)).isEqualTo(entries);
        assertThat(loop.state()).isEqualTo(state);
    }

    private static void assertSame(LoopState state, DeliveryOracle oracle) {
        assertThat(state.stage()).isEqualTo(oracle.stage);
        assertThat(state.cycle()).isEqualTo(oracle.cycle);
        assertThat(state.attempt()).isEqualTo(oracle.attempt);
        assertThat(state.isRetired()).isEqualTo(oracle.retired);
        assertThat(state.artifacts()).isEqualTo(oracle.there);
        assertThat(state.produced()).isEqualTo(oracle.fresh);
    }

    private static boolean isOpen(Command command) {
        return !command.metadata().id().endsWith("3");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<List<Artifact>> some = artifacts().list().ofMaxSize(2);
        Arbitrary<List<Artifact>> one = artifacts().list().ofSize(1);
        Arbitrary<Step> advance = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(15, 1), Tuple.of(1, 0), Tuple.of(1, 2)),
                        Arbitraries.frequency(Tuple.of(5, true), Tuple.of(2, false)),
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(List.<Artifact>of())), Tuple.of(1, some)))
                .as((shift, required, more) -> new Step(Commands.Verb.ADVANCE, shift, required, more));
        Arbitrary<Step> attach = one.map(more -> new Step(Commands.Verb.ATTACH, 0, false, more));
        Arbitrary<Step> back = Arbitraries.integers()
                .between(-3, 1)
                .map(shift -> new Step(Commands.Verb.RETURN, shift, false, List.of()));
        Arbitrary<Step> retire = Arbitraries.just(new Step(Commands.Verb.RETIRE, 0, false, List.of()));
        return Arbitraries.frequencyOf(
                        Tuple.of(60, advance), Tuple.of(25, attach), Tuple.of(5, back), Tuple.of(1, retire))
                .list()
                .ofMinSize(5)
                .ofMaxSize(40)
                .withoutEdgeCases();
    }

    private static Arbitrary<Artifact> artifacts() {
        Arbitrary<ArtifactMetadata> metadata = Arbitraries.of("a", "b", "c").map(id -> ArtifactMetadata.of(id, T0));
        Arbitrary<List<String>> digests = Arbitraries.of(
                List.of(), List.of(Shop.DIGEST), List.of(Shop.OTHER_DIGEST), List.of(Shop.DIGEST, Shop.OTHER_DIGEST));
        Arbitrary<Artifact> built = Arbitraries.of(Shop.built(Shop.DIGEST), Shop.built(Shop.OTHER_DIGEST, "other"));
        Arbitrary<Artifact> runs = Combinators.combine(
                        metadata,
                        Arbitraries.of(Stage.BUILD, Stage.TEST, Stage.TEST),
                        Arbitraries.of("unit", "e2e"),
                        Arbitraries.of(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED, Outcome.CANCELLED),
                        digests)
                .as((id, stage, subject, outcome, tested) -> new TestRun(
                        id,
                        stage,
                        subject,
                        outcome,
                        TestRun.Counts.NONE,
                        null,
                        TestCoverage.UNKNOWN.withDigests(tested)));
        Arbitrary<Artifact> releases = Combinators.combine(Arbitraries.of("1.4.0", "1.5.0"), digests)
                .as((version, released) -> Release.of(version, T0, version, List.of())
                        .with(Preparation.NONE.withDigests(released).withRecovery(Recovery.fixForward())));
        Arbitrary<Artifact> approvals = Combinators.combine(
                        Arbitraries.of("go", "legal"),
                        Arbitraries.of(Approval.Answer.class),
                        Arbitraries.of("", "1.4.0", "1.5.0"))
                .as(DeliveryModelProperties::go);
        Arbitrary<Artifact> deployments = Combinators.combine(
                        metadata,
                        Arbitraries.of(Environment.PRODUCTION, Environment.STAGING, Environment.UNKNOWN),
                        Arbitraries.of(DeploymentStatus.class),
                        Arbitraries.of(DeploymentPurpose.class),
                        digests)
                .as((id, environment, status, purpose, deployed) -> {
                    Deployment deployment = Deployment.observed(id, environment, status, null);
                    return deployment.with(
                            deployment.plan().withPurpose(purpose).withDigests(deployed));
                });
        Arbitrary<Artifact> plain = Arbitraries.of(Stage.PLAN, Stage.CODE, Stage.OPERATE, Stage.MONITOR)
                .map(stage -> Shop.leaving(stage).get(0));
        return Arbitraries.oneOf(built, runs, releases, approvals, deployments, plain);
    }

    private static Artifact go(String id, Approval.Answer answer, String version) {
        ArtifactMetadata metadata = ArtifactMetadata.of(id, T0);
        return new Approval(
                version.isEmpty()
                        ? metadata
                        : metadata.derivedFrom(List.of(
                                Release.of(version, T0, version, List.of()).ref())),
                "release-manager",
                answer,
                answer == Approval.Answer.PENDING ? null : T0);
    }
}
