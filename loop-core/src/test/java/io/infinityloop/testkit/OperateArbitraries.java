package io.infinityloop.testkit;

import static io.infinityloop.testkit.ArtifactArbitraries.artifactMetadata;
import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.idsOrEmpty;
import static io.infinityloop.testkit.ValueArbitraries.instants;
import static io.infinityloop.testkit.ValueArbitraries.notBefore;
import static io.infinityloop.testkit.ValueArbitraries.texts;

import io.infinityloop.Stage;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.FeedbackState;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.OperationRecord.Activity;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.Severity;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the OPERATE stage produces, for properties. */
final class OperateArbitraries {
    private OperateArbitraries() {}

    static Arbitrary<Artifact> artifacts() {
        return Arbitraries.oneOf(alerts(), scalings(), feedback(), incidents(), operations());
    }

    private static Arbitrary<Artifact> alerts() {
        return Combinators.combine(
                        artifactMetadata(),
                        ids(),
                        Arbitraries.of(Severity.class).injectNull(0.3),
                        instants().injectNull(0.3),
                        instants().injectNull(0.3),
                        texts())
                .as((metadata, rule, severity, acknowledged, ended, reason) -> new AlertFiring(
                        metadata,
                        rule,
                        severity,
                        notBefore(metadata.at(), acknowledged),
                        notBefore(metadata.at(), ended),
                        reason));
    }

    private static Arbitrary<Artifact> scalings() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return Combinators.combine(artifactMetadata(), ids(), numbers, numbers, texts())
                .as(ScalingAction::new);
    }

    private static Arbitrary<Artifact> feedback() {
        return Combinators.combine(
                        artifactMetadata(),
                        ids(),
                        Arbitraries.of(FeedbackState.class),
                        Arbitraries.integers().between(2, 8),
                        Arbitraries.integers().between(1, 7),
                        instants().injectNull(0.3))
                .as((metadata, text, state, from, back, received) -> new Feedback(
                        metadata,
                        text,
                        state,
                        Stage.of(from),
                        Stage.of(Math.max(1, from - back)),
                        notBefore(metadata.at(), received)));
    }

    private static Arbitrary<Artifact> operations() {
        return Combinators.combine(
                        artifactMetadata(), texts(), instants().injectNull(0.3), Arbitraries.of(Activity.class), ids())
                .as((metadata, summary, from, activity, incident) -> new OperationRecord(
                        activity == Activity.EVENTFUL
                                ? metadata.derivedFrom(List.of(ArtifactRef.of(Incident.KIND, incident)))
                                : metadata,
                        summary,
                        from == null || metadata.at().isBefore(from) ? null : from,
                        activity));
    }

    private static Arbitrary<Artifact> incidents() {
        return Combinators.combine(
                        artifactMetadata(),
                        texts(),
                        Arbitraries.of(true, false),
                        instants().injectNull(0.3),
                        responses())
                .as((metadata, title, impact, resolved, response) -> {
                    Instant mitigated = response.mitigatedAt();
                    boolean late = mitigated != null
                            && (mitigated.isBefore(metadata.at())
                                    || (resolved != null && resolved.isBefore(mitigated)));
                    return new Incident(
                            metadata,
                            title,
                            impact,
                            notBefore(metadata.at(), resolved),
                            late ? IncidentResponse.UNKNOWN : response);
                });
    }

    private static Arbitrary<IncidentResponse> responses() {
        Arbitrary<IncidentResponse.Joined> joined =
                Combinators.combine(ids(), instants()).as(IncidentResponse.Joined::new);
        Arbitrary<IncidentResponse> known = Combinators.combine(
                        Arbitraries.of(Severity.class).injectNull(0.3),
                        Arbitraries.of(true, false),
                        begun(),
                        instants().injectNull(0.3),
                        instants().injectNull(0.3),
                        joined.list().ofMaxSize(3),
                        postMortems().injectNull(0.5))
                .as((severity, practice, alert, mitigated, verified, roles, postMortem) -> new IncidentResponse(
                        severity,
                        practice,
                        alert.firedAt(),
                        alert.pagedAt(),
                        alert.acknowledgedAt(),
                        mitigated,
                        verified,
                        roles,
                        postMortem));
        return Arbitraries.oneOf(Arbitraries.just(IncidentResponse.UNKNOWN), known);
    }

    /** {@return responses that say when an alert fired, who was told, and when it was taken on; nothing else} */
    private static Arbitrary<IncidentResponse> begun() {
        return Combinators.combine(
                        instants().injectNull(0.3),
                        instants().injectNull(0.3),
                        instants().injectNull(0.3))
                .as((fired, paged, acknowledged) -> new IncidentResponse(
                        null,
                        false,
                        fired,
                        fired == null ? paged : notBefore(fired, paged),
                        fired == null ? acknowledged : notBefore(fired, acknowledged),
                        null,
                        null,
                        List.of(),
                        null));
    }

    private static Arbitrary<PostMortem> postMortems() {
        Arbitrary<PostMortem.Action> actions =
                Combinators.combine(ids(), idsOrEmpty()).as(PostMortem.Action::new);
        return Combinators.combine(
                        ids().list().ofMinSize(1).ofMaxSize(2),
                        ids().list().ofMaxSize(2),
                        actions.list().ofMaxSize(2))
                .as(PostMortem::new);
    }
}
