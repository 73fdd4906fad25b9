package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Faults.artifact;
import static io.infinityloop.metrics.finding.Faults.byHand;
import static io.infinityloop.metrics.finding.Faults.change;
import static io.infinityloop.metrics.finding.Faults.labelledService;
import static io.infinityloop.metrics.finding.Faults.plus;
import static io.infinityloop.metrics.finding.Faults.without;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fault for each detector of OPERATE and MONITOR, and of how teams work together. */
final class OperationFaults {
    private OperationFaults() {}

    static void operation(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put(
                "finding.waiting-for-testers",
                change(
                        TestRun.class,
                        "e3",
                        run -> new TestRun(
                                new ArtifactMetadata(
                                        run.id(),
                                        run.at().plus(Duration.ofMinutes(40)),
                                        run.derivedFrom(),
                                        run.labels().with(Labels.BY_TEAM, "testers")),
                                run.stage(),
                                run.subject(),
                                run.outcome(),
                                run.counts(),
                                run.at().plus(Duration.ofMinutes(46)),
                                run.coverage())));
        faults.put(
                "finding.old-backup",
                plus(recorded(new CustomArtifact(
                        ArtifactMetadata.of("k", at(1_000)),
                        new ArtifactKind("backup", Stage.OPERATE),
                        new TreeMap<>()))));
        faults.put("finding.manual-scaling", byHand(ScalingAction.class, "scale3"));
        faults.put(
                "finding.no-telemetry",
                without(event -> artifact(event) instanceof Measurement
                        && event.at().isAfter(at(450))
                        && event.at().isBefore(at(480))));
        faults.put(
                "finding.alert-fatigue",
                events -> Stream.concat(
                                events.stream(),
                                IntStream.range(0, 15)
                                        .mapToObj(i -> recorded(AlertFiring.of("noise" + i, at(400 + i), "cpu"))))
                        .toList());
        faults.put(
                "finding.single-responder",
                events -> Stream.concat(events.stream(), IntStream.range(0, 10).mapToObj(OperationFaults::incident))
                        .toList());
        faults.put(
                "finding.short-retention",
                plus(recorded(Measurement.of("young", at(2_300), "mail", new Reading.Log("INFO", "up")))));
        faults.put(
                "finding.unobserved-release",
                without(event -> (artifact(event) instanceof OperationRecord record
                                && record.id().equals("o3"))
                        || (artifact(event) instanceof Insight insight
                                && insight.id().equals("i3"))));
        faults.put("finding.devops-silo", OperationFaults::silo);
        faults.put("finding.metric-without-action", without(event -> artifact(event) instanceof Insight));
    }

    private static Recorded incident(int i) {
        return labelledService(recorded(new Incident(
                ArtifactMetadata.of("inc" + i, at(120 + i * 168)),
                "",
                false,
                at(121 + i * 168),
                IncidentResponse.UNKNOWN.joined("k-7f3a", at(120.5 + i * 168)))));
    }

    private static List<LoopEvent> silo(List<LoopEvent> events) {
        return Stream.concat(events.stream(), Stream.of("A", "B", "C").flatMap(service -> service(service)))
                .toList();
    }

    /** A service that X deployed a moment ago, so that nobody else has had time to find anything. */
    private static Stream<LoopEvent> service(String service) {
        Deployment deployment = new Deployment(
                ArtifactMetadata.of("d" + service, at(CleanLog.HOURS - 14))
                        .with(Labels.of(Labels.SERVICE, service)
                                .with(Labels.BY_TEAM, "X")
                                .with(Labels.TEAM, "team " + service)),
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                at(CleanLog.HOURS - 13.9),
                DeploymentPlan.UNKNOWN,
                List.of(Verification.passed("smoke")));
        return Stream.of(recorded(deployment));
    }
}
