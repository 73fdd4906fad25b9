package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Faults.artifact;
import static io.infinityloop.metrics.finding.Faults.change;
import static io.infinityloop.metrics.finding.Faults.plus;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Retired;
import io.infinityloop.metrics.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fault for each detector of PLAN and CODE. */
final class PlanAndCodeFaults {
    private PlanAndCodeFaults() {}

    static void plan(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put(
                "finding.detailed-far-ahead",
                change(PlanItem.class, "P3", item -> labelled(item, Labels.DUE, "2026-12-24")));
        faults.put(
                "finding.planned-without-operations",
                change(PlanItem.class, "P3", item -> labelled(item, Labels.ROLES, "dev")));
        faults.put("finding.over-planning", plus(Log.started("M", 500), advanced("M", Stage.PLAN, 500, 764)));
        faults.put(
                "finding.unclear-plan-item",
                change(
                        PlanItem.class,
                        "P3",
                        item -> new PlanItem(
                                item.metadata(), item.title(), item.tasks(), List.of(), item.place(), item.brief())));
        faults.put(
                "finding.operations-left-out",
                change(
                        PlanItem.class,
                        "P3",
                        item -> new PlanItem(
                                item.metadata(),
                                item.title(),
                                item.tasks(),
                                item.acceptanceCriteria(),
                                item.place(),
                                PlanBrief.UNKNOWN)));
        faults.put("finding.requirement-changed-again", PlanAndCodeFaults::changedTwice);
    }

    private static List<LoopEvent> changedTwice(List<LoopEvent> events) {
        PlanItem first = PlanItem.builder("Q", at(301), "search")
                .acceptanceCriterion("0")
                .requirement(QualityRequirement.Kind.MONITORING, "seen")
                .build();
        return plus(
                        Log.started("M", 300),
                        Found.in("M", first),
                        advanced("M", Stage.MONITOR, 310, 312),
                        Found.in("M", again(first, 320)),
                        advanced("M", Stage.MONITOR, 330, 332),
                        Found.in("M", again(first, 340)),
                        new Retired(Log.metadata("M is over", 345), LoopId.of("M"), "done"))
                .apply(events);
    }

    private static PlanItem again(PlanItem item, double hours) {
        return new PlanItem(
                ArtifactMetadata.of(item.id(), at(hours)),
                item.title(),
                item.tasks(),
                List.of("at " + hours),
                PlanPlace.UNKNOWN,
                item.brief());
    }

    private static PlanItem labelled(PlanItem item, String key, String value) {
        return item.toBuilder()
                .metadata(item.metadata().with(Labels.of(key, value)))
                .build();
    }

    static void code(Map<String, UnaryOperator<List<LoopEvent>>> faults) {
        faults.put(
                "finding.long-lived-branch",
                change(
                        Branch.class,
                        "b3",
                        branch -> new Branch(
                                ArtifactMetadata.of("b3", branch.at().minus(Duration.ofHours(43))),
                                "b3",
                                branch.mergedAt())));
        faults.put(
                "finding.unreviewed-merge",
                change(
                        PullRequest.class,
                        "pr3",
                        request -> new PullRequest(
                                request.metadata(),
                                request.title(),
                                request.status(),
                                request.closedAt(),
                                List.of(),
                                request.build(),
                                request.details())));
        faults.put(
                "finding.untracked-source",
                change(
                        BuildArtifact.class,
                        "a3",
                        made -> BuildArtifact.builder(made.metadata())
                                .packaging(made.packaging())
                                .name(made.name())
                                .version(made.version())
                                .digest(made.digest())
                                .sourceRevision("unknown")
                                .build()));
        faults.put(
                "finding.late-integration",
                events -> Stream.concat(
                                events.stream()
                                        .filter(event -> !(artifact(event) instanceof Branch branch)
                                                || branch.at().isBefore(at(CleanLog.HOURS - 760))),
                                IntStream.range(0, 12)
                                        .mapToObj(i -> recorded(new Branch(
                                                ArtifactMetadata.of("x" + i, at(CleanLog.HOURS - 40)), "x" + i, null))))
                        .toList());
    }
}
