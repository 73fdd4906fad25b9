package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.FeedbackState;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The processes that lead straight on, each against the plainest way to count its steps. */
class StraightProcessProperties {
    private static final Instant NOW = Instant.EPOCH;

    @Property
    void an_incident_leaves_out_its_mitigation_at_most(@ForAll("picks") List<Integer> picks) {
        PostMortem learned = new PostMortem(List.of("one provider"), List.of(), List.of());
        Incident incident = new Incident(ArtifactMetadata.of("i1", NOW), "down", true, null);

        walk(
                IncidentLife.fired(incident, NOW),
                List.of(
                        life -> life.page(NOW),
                        life -> life.acknowledge(NOW),
                        life -> life.mitigate(NOW),
                        life -> life.resolve(NOW),
                        life -> life.verify(NOW, Evidence.NONE),
                        life -> life.close(learned, NOW)),
                (done, pick) -> pick.equals(done) || (done == 2 && pick == 3),
                life -> List.of(IncidentState.values()).indexOf(life.state()),
                picks);
    }

    @Property
    void feedback_takes_one_step_after_the_other(@ForAll("picks") List<Integer> picks) {
        walk(
                FeedbackLife.collected(Feedback.fromUsers("f1", NOW, "slow"), NOW),
                List.of(life -> life.triage(NOW, Evidence.NONE), life -> life.followUp(NOW, Evidence.NONE)),
                (done, pick) -> pick.equals(done),
                life -> List.of(FeedbackState.values()).indexOf(life.state()),
                picks);
    }

    @Property
    void learning_takes_one_step_after_the_other(@ForAll("picks") List<Integer> picks) {
        Incident incident = new Incident(ArtifactMetadata.of("i1", NOW), "down", true, null);

        walk(
                LearningPath.detected(incident, NOW),
                List.of(
                        path -> path.take(LearningStep.CONTAIN, NOW, Evidence.NONE),
                        path -> path.take(LearningStep.REMEDIATE, NOW, Evidence.NONE),
                        path -> path.take(LearningStep.RETROSPECT, NOW, Evidence.NONE),
                        path -> path.changePolicy(NOW, Evidence.NONE, List.of("alert-queue")),
                        path -> path.take(LearningStep.PREDICT, NOW, Evidence.NONE),
                        path -> path.take(LearningStep.PREVENT, NOW, Evidence.NONE)),
                (done, pick) -> pick.equals(done),
                path -> List.of(LearningStep.values()).indexOf(path.state()),
                picks);
    }

    @Property
    void monitoring_takes_one_step_after_the_other_once_there_is_data(@ForAll("picks") List<Integer> picks) {
        List<ArtifactRef> data = List.of(ArtifactRef.parse("measurement:p95"));

        walk(
                MonitorRound.start(NOW),
                List.of(
                        round -> round.data().isEmpty()
                                ? round.collect(NOW, data)
                                : round.understand(NOW.minusSeconds(1), Evidence.NONE),
                        round -> round.understand(NOW, Evidence.NONE),
                        round -> round.identifyTrends(NOW, Evidence.NONE),
                        round -> round.act(NOW, Evidence.NONE)),
                (done, pick) -> pick.equals(done),
                round -> round.data().isEmpty()
                        ? 0
                        : List.of(MonitorStep.values()).indexOf(round.state()) + 1,
                picks);
    }

    @Property
    void a_deployment_is_verified_in_order_or_rolled_back(@ForAll("picks") List<Integer> picks) {
        DeploymentLife life = DeploymentLife.start(ProcessValues.started(ArtifactMetadata.of("d1", NOW)));
        int passed = 0;
        boolean over = false;
        for (int pick : picks) {
            Verification check = pick < 3 ? Verification.passed("check") : Verification.failed("check");
            Progress<DeploymentLife> progress = switch (pick % 3) {
                case 0 -> life.deployed(NOW);
                case 1 -> life.smokeTested(NOW, Evidence.NONE, check);
                default -> life.healthChecked(NOW, Evidence.NONE, check);
            };
            boolean legal = !over && pick % 3 == passed;
            boolean bad = legal && pick > 3;

            assertThat(progress.isMoved()).isEqualTo(legal);
            passed += legal && !bad ? 1 : 0;
            over |= bad || passed == 3;
            life = progress.process();
            assertThat(life.liveVersion()).isEqualTo((over && passed < 3) || passed == 0 ? "1.2.2" : "1.2.3");
            assertThat(life.deployment().outcome().isFailure()).isEqualTo(over && passed < 3);
            assertThat(life.deployment().outcome().isSuccess()).isEqualTo(passed == 3);
        }
    }

    private static <P> void walk(
            P start,
            List<Function<P, Progress<P>>> verbs,
            BiFunction<Integer, Integer, Boolean> isLegal,
            Function<P, Integer> count,
            List<Integer> picks) {
        P process = start;
        int done = 0;
        for (int pick : picks) {
            if (pick < verbs.size()) {
                boolean legal = isLegal.apply(done, pick);
                Progress<P> progress = verbs.get(pick).apply(process);

                assertThat(progress.isMoved()).as("%s of %s", pick, process).isEqualTo(legal);
                done = legal ? pick + 1 : done;
                process = progress.process();
                assertThat(count.apply(process)).isEqualTo(done);
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> picks() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 5);
        return Arbitraries.oneOf(
                any.list().ofMaxSize(40),
                Arbitraries.just(List.of(0, 1, 2, 3, 4, 5, 0, 3)),
                any.list().ofSize(60));
    }
}
