package io.infinityloop.metrics;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.BranchLife;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.DefectFound;
import io.infinityloop.metrics.link.Delivery;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.metrics.link.FeedbackLoop;
import io.infinityloop.metrics.link.FeedbackSignal;
import io.infinityloop.metrics.link.Handoff;
import io.infinityloop.metrics.link.ImprovementAction;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.InsightCase;
import io.infinityloop.metrics.link.LoopPass;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.link.Span;
import io.infinityloop.metrics.link.StageVisit;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Subjects of every type, with any combination of fields, also those that no linker makes. */
@Domain(DomainContext.Global.class)
@SuppressWarnings({"exports", "missing-explicit-ctor"}) // public for the tests of other packages only
public class Subjects extends DomainContextBase {
    @Provide
    Arbitrary<Subject> subjects() {
        return Arbitraries.oneOf(
                changes(),
                releases(),
                branches(),
                deployments(),
                OperationSubjects.operationalEvents(),
                OperationSubjects.telemetry(),
                OperationSubjects.incidents(),
                failing(),
                incidents(),
                visits().map(visit -> visit),
                handoffs(),
                passes(),
                signals(),
                defects(),
                actions(),
                insights(),
                DeliverySubjects.all());
    }

    static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 400).map(Log::at);
    }

    static Arbitrary<Labels> labels() {
        return Arbitraries.of(
                Labels.none(),
                Labels.of(Labels.SERVICE, "shop"),
                Labels.of(Labels.SERVICE, "mail").with(Labels.TEAM, "blue"),
                Labels.of(Labels.TEAM, "blue"),
                Labels.of(Labels.INTENT, "fix"),
                Labels.of(Labels.INTENT, "other"));
    }

    static Arbitrary<List<EventKey>> evidence() {
        return Arbitraries.integers().between(0, 99).map(i -> List.of(new EventKey("test", "e" + i)));
    }

    private static Arbitrary<Subject> changes() {
        Arbitrary<Delivery> deliveries = Combinators.combine(instants(), Arbitraries.of(false, false, true))
                .as((at, baseline) -> new Delivery("r", at, baseline));
        return Combinators.combine(
                        instants(),
                        instants(),
                        Arbitraries.of(false, false, false, true),
                        deliveries.injectNull(0.3),
                        deliveries.injectNull(0.3),
                        labels(),
                        evidence())
                .as((authored, committed, merge, released, deployed, labels, evidence) ->
                        new Change("c", authored, committed, merge, released, deployed, labels, evidence));
    }

    private static Arbitrary<Subject> releases() {
        return Combinators.combine(
                        instants(),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.of(false, true),
                        instants().map(at -> new Delivery("later", at, false)).injectNull(0.5),
                        labels(),
                        evidence())
                .as((at, changes, baseline, reverted, labels, evidence) ->
                        new Released("r", "1", at, changes, baseline, reverted, labels, evidence));
    }

    private static Arbitrary<Subject> branches() {
        return Combinators.combine(instants(), instants().injectNull(0.2), labels(), evidence())
                .as((began, merged, labels, evidence) -> new BranchLife("b", "b", began, merged, labels, evidence));
    }

    private static Arbitrary<Subject> deployments() {
        return Combinators.combine(
                        Arbitraries.of(Environment.PRODUCTION, Environment.STAGING),
                        Arbitraries.of(DeploymentStatus.class),
                        instants(),
                        instants().injectNull(0.2),
                        labels(),
                        evidence())
                .as((environment, status, started, finished, labels, evidence) ->
                        deployed(environment, status, started, finished, labels, evidence));
    }

    /** Deployments with a purpose, and signs that they failed. */
    private static Arbitrary<Subject> failing() {
        return Combinators.combine(
                        Arbitraries.of(DeploymentStatus.class),
                        Arbitraries.of(DeploymentPurpose.class),
                        instants().injectNull(0.2),
                        failures().list().ofMaxSize(3),
                        Arbitraries.of("", "incident/i"),
                        evidence())
                .as((status, purpose, finished, failures, remedy, evidence) -> new Deployed(
                        "d",
                        Environment.PRODUCTION,
                        status,
                        Log.at(0),
                        finished,
                        DeploymentPlan.UNKNOWN.withPurpose(purpose),
                        Trigger.UNKNOWN,
                        List.of(),
                        1,
                        failures,
                        remedy.isEmpty() ? List.of() : List.of(remedy),
                        Labels.none(),
                        evidence));
    }

    private static Arbitrary<Failure> failures() {
        return Combinators.combine(
                        Arbitraries.of(Failure.Sign.class),
                        instants(),
                        instants().injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((sign, started, restored, impact) ->
                        new Failure(sign, "ref", started, restored, impact, "id", new EventKey("test", "f")));
    }

    private static Arbitrary<Subject> incidents() {
        return Combinators.combine(
                        instants(),
                        Arbitraries.integers().between(0, 100).injectNull(0.3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        labels(),
                        evidence())
                .as((at, hours, impact, caused, labels, evidence) -> new IncidentCase(
                        new Incident(
                                ArtifactMetadata.of("i", at),
                                "",
                                impact,
                                hours == null ? null : at.plus(Duration.ofHours(hours))),
                        caused ? List.of(new IncidentCase.Cause("d", "id")) : List.of(),
                        labels,
                        evidence));
    }

    private static Arbitrary<StageVisit> visits() {
        Arbitrary<List<Span>> activity = spans().list().ofMaxSize(3).map(spans -> Span.union(spans));
        return Combinators.combine(
                        Arbitraries.of(Stage.class),
                        Arbitraries.integers().between(1, 3),
                        instants(),
                        instants().injectNull(0.2),
                        Arbitraries.of(Trigger.class),
                        activity,
                        labels(),
                        evidence())
                .as((stage, attempt, entered, left, trigger, running, labels, evidence) -> new StageVisit(
                        LoopId.of("L"),
                        1,
                        stage,
                        attempt,
                        entered,
                        left,
                        attempt == 3,
                        trigger,
                        running,
                        labels,
                        evidence));
    }

    private static Arbitrary<Span> spans() {
        return Combinators.combine(
                        instants(), Arbitraries.integers().between(0, 20).injectNull(0.1))
                .as((from, hours) -> new Span(from, hours == null ? null : from.plus(Duration.ofHours(hours))));
    }

    private static Arbitrary<Subject> handoffs() {
        Arbitrary<Handoff.Aftermath> aftermaths = Combinators.combine(
                        instants().injectNull(0.7),
                        instants().injectNull(0.7),
                        instants().injectNull(0.6),
                        instants().injectNull(0.4))
                .as(Handoff.Aftermath::new);
        Arbitrary<Transition> transitions = Combinators.combine(
                        Arbitraries.of(Stage.class), Arbitraries.of(1, 1, 1, 1, 1, 2, 0, -1))
                .as((stage, steps) -> new Transition(stage, stage.plus(steps)));
        return Combinators.combine(
                        transitions,
                        instants(),
                        Arbitraries.of(Trigger.class),
                        Arbitraries.of(Handoff.Deviation.class).injectNull(0.8),
                        aftermaths,
                        labels(),
                        evidence())
                .as((transition, at, trigger, deviation, aftermath, labels, evidence) -> new Handoff(
                        LoopId.of("L"), 1, transition, at, trigger, deviation, aftermath, labels, evidence));
    }

    private static Arbitrary<Subject> passes() {
        return Combinators.combine(
                        visits().list().ofMinSize(1).ofMaxSize(9),
                        Arbitraries.of(LoopPass.End.class),
                        instants(),
                        instants()
                                .map(at -> new LoopPass.Production(at, "loop"))
                                .injectNull(0.4),
                        labels(),
                        evidence())
                .as((visits, end, ended, production, labels, evidence) -> new LoopPass(
                        LoopId.of("L"),
                        1,
                        end,
                        end == LoopPass.End.NONE ? null : ended,
                        visits,
                        production,
                        labels,
                        evidence));
    }

    private static Arbitrary<Subject> signals() {
        return Combinators.combine(
                        Arbitraries.of(FeedbackLoop.class),
                        instants(),
                        instants().injectNull(0.2),
                        labels(),
                        evidence())
                .as((loop, raised, received, labels, evidence) ->
                        new FeedbackSignal("feedback:f", loop, raised, received, labels, evidence));
    }

    private static Arbitrary<Subject> defects() {
        return Combinators.combine(Arbitraries.of(Stage.class), instants(), labels(), evidence())
                .as((stage, at, labels, evidence) -> new DefectFound("incident:i", stage, at, labels, evidence));
    }

    private static Arbitrary<Subject> actions() {
        return Combinators.combine(instants(), instants().injectNull(0.4), labels(), evidence())
                .as((raised, done, labels, evidence) ->
                        new ImprovementAction("i", "p", raised, done, labels, evidence));
    }

    private static Arbitrary<Subject> insights() {
        return Combinators.combine(Arbitraries.of(InsightCase.Status.class), instants(), labels(), evidence())
                .as((status, at, labels, evidence) -> new InsightCase(
                        "i", "p95", at, status, status == InsightCase.Status.OPEN ? null : at, labels, evidence));
    }

    /** A deployment of which no more is known. */
    static Deployed deployed(
            Environment environment,
            DeploymentStatus status,
            Instant started,
            @Nullable Instant finished,
            Labels labels,
            List<EventKey> evidence) {
        return new Deployed(
                "d",
                environment,
                status,
                started,
                finished,
                DeploymentPlan.UNKNOWN,
                Trigger.UNKNOWN,
                List.of(),
                1,
                List.of(),
                List.of(),
                labels,
                evidence);
    }
}
