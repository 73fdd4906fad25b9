package io.infinityloop.metrics;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.BranchLife;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.link.StageVisit;
import io.infinityloop.metrics.link.Subject;
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
class Subjects extends DomainContextBase {
    @Provide
    Arbitrary<Subject> subjects() {
        return Arbitraries.oneOf(changes(), releases(), branches(), deployments(), visits(), DeliverySubjects.all());
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 400).map(Log::at);
    }

    private static Arbitrary<Labels> labels() {
        return Arbitraries.of(
                Labels.none(),
                Labels.of(Labels.SERVICE, "shop"),
                Labels.of(Labels.SERVICE, "mail").with(Labels.TEAM, "blue"),
                Labels.of(Labels.TEAM, "blue"),
                Labels.of(Labels.INTENT, "fix"),
                Labels.of(Labels.INTENT, "other"));
    }

    private static Arbitrary<List<EventKey>> evidence() {
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

    private static Arbitrary<Subject> visits() {
        return Combinators.combine(
                        Arbitraries.of(Stage.class), instants(), instants().injectNull(0.2), labels(), evidence())
                .as((stage, entered, left, labels, evidence) ->
                        new StageVisit(LoopId.of("L"), stage, entered, left, labels, evidence));
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
