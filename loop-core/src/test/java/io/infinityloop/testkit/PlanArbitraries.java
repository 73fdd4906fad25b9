package io.infinityloop.testkit;

import static io.infinityloop.testkit.ArtifactArbitraries.artifactMetadata;
import static io.infinityloop.testkit.ValueArbitraries.ids;
import static io.infinityloop.testkit.ValueArbitraries.idsOrEmpty;
import static io.infinityloop.testkit.ValueArbitraries.instants;
import static io.infinityloop.testkit.ValueArbitraries.notBefore;
import static io.infinityloop.testkit.ValueArbitraries.refs;
import static io.infinityloop.testkit.ValueArbitraries.texts;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.Assumption;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.BuildResult;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemKind;
import io.infinityloop.artifact.PlanLevel;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.artifact.Review;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What PLAN and CODE produce, for properties: often little is known of it. */
final class PlanArbitraries {
    private PlanArbitraries() {}

    static Arbitrary<Artifact> planItems() {
        return Combinators.combine(
                        artifactMetadata(),
                        texts(),
                        texts().list().ofMaxSize(3),
                        texts().list().ofMaxSize(4),
                        Arbitraries.oneOf(Arbitraries.just(PlanPlace.UNKNOWN), places()),
                        Arbitraries.oneOf(Arbitraries.just(PlanBrief.UNKNOWN), briefs()))
                .filter((metadata, title, tasks, criteria, place, brief) ->
                        !place.parent().equals(metadata.id()))
                .as(PlanItem::new);
    }

    static Arbitrary<Artifact> commits() {
        return Combinators.combine(
                        artifactMetadata(),
                        instants(),
                        texts(),
                        ids().list().ofMaxSize(3),
                        ids().list().ofMaxSize(2),
                        details())
                .as(Commit::new);
    }

    static Arbitrary<Artifact> branches() {
        return Combinators.combine(artifactMetadata(), ids(), instants().injectNull(0.3))
                .as((metadata, name, merged) -> new Branch(metadata, name, notBefore(metadata.at(), merged)));
    }

    static Arbitrary<Artifact> pullRequests() {
        Arbitrary<Review> reviews = Combinators.combine(
                        instants(), Arbitraries.of(Review.Verdict.class), ids(), Arbitraries.of(true, false))
                .as(Review::new);
        Arbitrary<BuildResult> builds =
                Combinators.combine(refs(), Arbitraries.of(Outcome.class)).as(BuildResult::new);
        return Combinators.combine(
                        artifactMetadata(),
                        texts(),
                        Arbitraries.of(PullRequest.Status.class),
                        instants().injectNull(0.3),
                        reviews.list().ofMaxSize(3),
                        builds.injectNull(0.3),
                        details())
                .as((metadata, title, status, closed, all, build, details) -> {
                    Instant end = closed == null || closed.isBefore(metadata.at()) ? null : closed;
                    Instant closedAt = status == PullRequest.Status.OPEN ? null : end;
                    return new PullRequest(metadata, title, status, closedAt, all, build, details);
                });
    }

    private static Arbitrary<ChangeDetails> details() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, Long.MAX_VALUE);
        Arbitrary<ChangeDetails> known = Combinators.combine(
                        Combinators.combine(count, count)
                                .as(ChangeDetails.Lines::new)
                                .injectNull(0.3),
                        idsOrEmpty(),
                        texts(),
                        Arbitraries.of(ChangeDetails.Reversibility.class),
                        Arbitraries.of(ChangeKind.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(AssetKind.class).list().ofMaxSize(3))
                .as(ChangeDetails::new);
        return Arbitraries.oneOf(Arbitraries.just(ChangeDetails.UNKNOWN), known);
    }

    private static Arbitrary<PlanPlace> places() {
        Arbitrary<PlanPlace.Estimate> estimates =
                Combinators.combine(decimals().map(BigDecimal::abs), ids()).as(PlanPlace.Estimate::new);
        return Combinators.combine(
                        Arbitraries.of(PlanItemKind.class),
                        Arbitraries.of(PlanLevel.class),
                        Arbitraries.of(PlanPlace.Status.class),
                        idsOrEmpty(),
                        idsOrEmpty(),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE).injectNull(0.3),
                        estimates.injectNull(0.3))
                .as(PlanPlace::new);
    }

    private static Arbitrary<PlanBrief> briefs() {
        Arbitrary<OutcomeGoal> goals = Combinators.combine(ids(), decimals(), decimals(), ids())
                .filter((metric, baseline, target, unit) -> baseline.compareTo(target) != 0)
                .as(OutcomeGoal::new);
        Arbitrary<PlanBrief.Signal> signals = Combinators.combine(ids(), Arbitraries.of(PlanBrief.Timing.class))
                .as(PlanBrief.Signal::new);
        Arbitrary<Assumption.Evidence> evidence = Combinators.combine(refs(), Arbitraries.of(Assumption.Bearing.class))
                .as(Assumption.Evidence::new);
        Arbitrary<Assumption> assumptions =
                Combinators.combine(ids(), evidence.list().ofMaxSize(2)).as(Assumption::new);
        Arbitrary<QualityRequirement> requirements = Combinators.combine(
                        Arbitraries.of(QualityRequirement.Kind.class), ids())
                .as(QualityRequirement::new);
        return Combinators.combine(
                        texts(),
                        idsOrEmpty(),
                        goals.list().ofMaxSize(2),
                        signals.list().ofMaxSize(2),
                        texts(),
                        assumptions.list().ofMaxSize(2),
                        texts().list().ofMaxSize(2),
                        requirements.list().ofMaxSize(2))
                .as(PlanBrief::new);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000)),
                Arbitraries.of("0", "1E+3", "-0.10", "2.0").map(BigDecimal::new));
    }
}
