package io.infinityloop;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.ChangedAsset;
import io.infinityloop.artifact.Colour;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Document;
import io.infinityloop.artifact.DocumentKind;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.EvidenceKind;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Migration;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.ProductionScope;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStatus;
import io.infinityloop.artifact.RiskAcceptance;
import io.infinityloop.artifact.SecurityCheck;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Values of the model for properties: every event type, every artifact kind, and texts that mean no good. */
@SuppressWarnings("exports") // Tests are no module of their own: nobody outside sees this class.
public final class EventArbitraries {
    /** 1970-01-01. */
    private static final Instant FIRST = Instant.EPOCH;
    /** The last nanosecond of 2200. */
    private static final Instant LAST = Instant.parse("2200-12-31T23:59:59.999999999Z");

    private EventArbitraries() {}

    /** Texts of up to 40 characters: any, half surrogate pairs included, and some that break what is careless. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                "",
                " ",
                "\n",
                "a\r\nb",
                "\u0000",
                "\u001b[2J",
                "\"",
                "\\",
                "\\u0041",
                "{\"v\":1}",
                "</script><!--",
                "\u2028\u2029\u0085",
                "\ud800",
                "\udc00x",
                "\udc00\ud800",
                "😀",
                "\u202egnp.exe",
                "\ufeff",
                "\ufffd",
                "null",
                "../../etc/passwd",
                "Grüße, 世界",
                "a:b:c");
        return Arbitraries.oneOf(hostile, Arbitraries.strings().all().ofMaxLength(40), words());
    }

    /** Names and ids: any text that is not blank. */
    public static Arbitrary<String> ids() {
        return texts().filter(text -> !text.isBlank());
    }

    /** Instants from 1970 to 2200, often with nanoseconds. */
    public static Arbitrary<Instant> instants() {
        Arbitrary<Instant> fine = Combinators.combine(
                        Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(fine, Arbitraries.of(FIRST, LAST, Instant.parse("2026-01-05T09:00:00Z")));
    }

    /** Labels, up to five; a key holds no half surrogate pair, because the wire format holds none there. */
    public static Arbitrary<Labels> labels() {
        return Arbitraries.maps(labelKeys(), ids()).ofMaxSize(5).map(Labels::from);
    }

    private static Arbitrary<String> labelKeys() {
        return ids().filter(key -> key.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff));
    }

    /** References to artifacts of any kind. */
    public static Arbitrary<ArtifactRef> refs() {
        Arbitrary<String> kinds = ids().map(id -> id.replace(':', '-'));
        return Combinators.combine(kinds, ids()).as(ArtifactRef::new);
    }

    /** Metadata of artifacts. */
    public static Arbitrary<ArtifactMetadata> artifactMetadata() {
        return Combinators.combine(ids(), instants(), refs().list().ofMaxSize(4), labels())
                .as(ArtifactMetadata::new);
    }

    /** Metadata of events. */
    public static Arbitrary<EventMetadata> eventMetadata() {
        return Combinators.combine(ids(), ids(), instants(), labels(), Arbitraries.of(Trigger.class))
                .as(EventMetadata::new);
    }

    /** Artifacts of every kind. */
    public static Arbitrary<Artifact> artifacts() {
        return Arbitraries.oneOf(
                approvals(),
                branches(),
                buildArtifacts(),
                builds(),
                PlanArbitraries.commits(),
                deployments(),
                Combinators.combine(artifactMetadata(), ids(), shares()).as(Exposure::new),
                PlanArbitraries.planItems(),
                PlanArbitraries.pullRequests(),
                releases(),
                testRuns(),
                OperateArbitraries.artifacts(),
                MonitorArbitraries.artifacts(),
                customs());
    }

    /** Events of every type. */
    public static Arbitrary<LoopEvent> events() {
        Arbitrary<LoopId> loops = ids().map(LoopId::of);
        return Arbitraries.oneOf(
                Combinators.combine(
                                eventMetadata(), loops, stages(), definitions().injectNull(0.5))
                        .as(Started::new),
                Combinators.combine(eventMetadata(), loops, definitions(), definitions())
                        .as(Migrated::new),
                Combinators.combine(eventMetadata(), loops.injectNull(0.3), artifacts())
                        .as(Recorded::new),
                advanced(loops),
                returned(loops),
                Combinators.combine(eventMetadata(), loops, ids()).as(Retired::new));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'z').withChars("-._ #/").ofMaxLength(20);
    }

    private static Arbitrary<DefinitionRef> definitions() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.strings().withChars("0123456789abcdef").ofLength(64))
                .as(DefinitionRef::new);
    }

    private static Arbitrary<Stage> stages() {
        return Arbitraries.of(Stage.class);
    }

    private static Arbitrary<Artifact> branches() {
        return Combinators.combine(artifactMetadata(), ids(), instants().injectNull(0.3))
                .as((metadata, name, merged) -> new Branch(metadata, name, notBefore(metadata.at(), merged)));
    }

    private static Arbitrary<Artifact> builds() {
        return Combinators.combine(
                        artifactMetadata(),
                        ids(),
                        Arbitraries.of(Outcome.class),
                        instants().injectNull(0.3))
                .as((metadata, subject, outcome, end) ->
                        new Build(metadata, subject, outcome, notBefore(metadata.at(), end)));
    }

    private static Arbitrary<Artifact> buildArtifacts() {
        return Combinators.combine(
                        artifactMetadata(), Arbitraries.of(Packaging.class), ids(), ids(), ids(), ids(), idsOrEmpty())
                .as(BuildArtifact::new);
    }

    private static Arbitrary<Artifact> testRuns() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return Combinators.combine(
                        artifactMetadata(),
                        Arbitraries.of(Stage.BUILD, Stage.TEST),
                        ids(),
                        Arbitraries.of(Outcome.class),
                        Combinators.combine(count, count, count).as(TestRun.Counts::new),
                        instants().injectNull(0.3),
                        coverages())
                .as((metadata, stage, subject, outcome, counts, end, coverage) -> new TestRun(
                        metadata,
                        stage,
                        subject,
                        outcome,
                        counts,
                        notBefore(metadata.at(), end),
                        outcome.isSuccess() ? coverage.withChecks(List.of()) : coverage));
    }

    /** Without edge cases, as the other parts of artifacts are: those of all their fields would multiply. */
    private static Arbitrary<TestCoverage> coverages() {
        Arbitrary<SecurityResult> checks = Combinators.combine(
                        Arbitraries.of(SecurityCheck.class), Arbitraries.longs().between(0, 3))
                .as(SecurityResult::new);
        Arbitrary<ProductionScope> scopes = Combinators.combine(
                        idsOrEmpty(), shares().filter(share -> !share.equals(Share.ALL)))
                .as(ProductionScope::new);
        return Combinators.combine(
                        Arbitraries.of(TestLevel.class).injectNull(0.5),
                        Arbitraries.of(EvidenceKind.class).injectNull(0.5),
                        digests(),
                        Arbitraries.of(Environment.class),
                        scopes,
                        checks.list().ofMaxSize(3))
                .as((level, evidence, digests, environment, scope, results) -> new TestCoverage(
                        level,
                        evidence,
                        digests,
                        environment,
                        environment == Environment.PRODUCTION ? scope : null,
                        results))
                .withoutEdgeCases();
    }

    /** Shares of all sizes, to six decimals. */
    private static Arbitrary<Share> shares() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .ofScale(6)
                        .map(Share::new),
                Arbitraries.of(Share.NONE, Share.ofPercent(5), Share.ALL));
    }

    private static Arbitrary<List<String>> digests() {
        return ids().list().ofMaxSize(2);
    }

    private static Arbitrary<String> idsOrEmpty() {
        return Arbitraries.oneOf(Arbitraries.just(""), ids());
    }

    private static Arbitrary<@Nullable Recovery> recoveries() {
        return Arbitraries.oneOf(Arbitraries.just(Recovery.fixForward()), ids().map(Recovery::rollbackTo))
                .injectNull(0.3);
    }

    private static Arbitrary<Artifact> releases() {
        return Combinators.combine(
                        artifactMetadata(), ids(), idsOrEmpty(), Arbitraries.of(ReleaseStatus.class), preparations())
                .as((metadata, version, tag, status, preparation) -> {
                    Release release = new Release(metadata, version, tag, ReleaseStatus.UNKNOWN, preparation);
                    boolean possible = release.missing().isEmpty() || status != ReleaseStatus.READY_FOR_DEPLOYMENT;
                    return possible ? new Release(metadata, version, tag, status, preparation) : release;
                });
    }

    private static Arbitrary<Preparation> preparations() {
        Arbitrary<RiskAcceptance> risks = Combinators.combine(ids(), ids()).as(RiskAcceptance::new);
        Arbitrary<Document> documents =
                Combinators.combine(Arbitraries.of(DocumentKind.class), ids()).as(Document::new);
        Arbitrary<Migration> migrations = Combinators.combine(
                        ids(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Migration::new);
        return Combinators.combine(
                        texts(),
                        digests(),
                        idsOrEmpty(),
                        recoveries(),
                        risks.list().ofMaxSize(2),
                        documents.list().ofMaxSize(2),
                        migrations.list().ofMaxSize(2))
                .as(Preparation::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Artifact> approvals() {
        return Combinators.combine(artifactMetadata(), ids(), instants().injectNull(0.3), Arbitraries.of(true, false))
                .as((metadata, role, end, granted) -> {
                    Approval asked = Approval.asked(metadata, role);
                    Instant answered = notBefore(metadata.at(), end);
                    return answered == null ? asked : granted ? asked.granted(answered) : asked.denied(answered);
                });
    }

    private static Arbitrary<Artifact> deployments() {
        Arbitrary<Verification> verifications =
                Combinators.combine(ids(), Arbitraries.of(Outcome.class)).as(Verification::new);
        return Combinators.combine(
                        artifactMetadata(),
                        Arbitraries.of(Environment.class),
                        Arbitraries.of(DeploymentStatus.class),
                        instants().injectNull(0.3),
                        plans(),
                        verifications.list().ofMaxSize(3))
                .as((metadata, environment, status, end, plan, checks) -> {
                    Instant finished = notBefore(metadata.at(), end);
                    boolean good =
                            checks.stream().anyMatch(check -> check.outcome().isSuccess())
                                    && checks.stream()
                                            .noneMatch(check -> check.outcome().isFailure());
                    List<Verification> fitting =
                            status == DeploymentStatus.SUCCEEDED && !good ? List.of(Verification.UNREPORTED) : checks;
                    return new Deployment(metadata, environment, status, finished, plan, fitting);
                });
    }

    private static Arbitrary<DeploymentPlan> plans() {
        Arbitrary<ChangedAsset> assets = Combinators.combine(Arbitraries.of(AssetKind.class), ids(), idsOrEmpty())
                .as(ChangedAsset::new);
        return Combinators.combine(
                        idsOrEmpty(),
                        digests(),
                        Arbitraries.of(DeploymentStrategy.class).injectNull(0.3),
                        Arbitraries.of(Colour.class).injectNull(0.3),
                        Arbitraries.of(DeploymentPurpose.class),
                        recoveries(),
                        assets.list().ofMaxSize(2))
                .as((version, digests, strategy, colour, purpose, recovery, changed) -> new DeploymentPlan(
                        version,
                        digests,
                        strategy,
                        strategy == null || strategy == DeploymentStrategy.BLUE_GREEN ? colour : null,
                        purpose,
                        recovery,
                        changed))
                .withoutEdgeCases();
    }

    private static Arbitrary<Artifact> customs() {
        Arbitrary<ArtifactKind> kinds = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(20),
                        stages())
                .as((name, stage) -> new ArtifactKind("acme-" + name, stage));
        return Combinators.combine(
                        artifactMetadata(),
                        kinds,
                        Arbitraries.maps(labelKeys(), texts()).ofMaxSize(4))
                .as((metadata, kind, fields) -> new CustomArtifact(metadata, kind, new TreeMap<>(fields)));
    }

    private static Arbitrary<LoopEvent> advanced(Arbitrary<LoopId> loops) {
        return Combinators.combine(
                        eventMetadata(),
                        loops,
                        stages(),
                        stages(),
                        instants(),
                        refs().list().ofMaxSize(4))
                .as((metadata, loop, from, to, other, refs) -> new Advanced(
                        metadata, loop, new Transition(from, to), earlier(metadata.at(), other), List.copyOf(refs)));
    }

    private static Arbitrary<LoopEvent> returned(Arbitrary<LoopId> loops) {
        return Combinators.combine(
                        eventMetadata(),
                        loops,
                        stages().filter(stage -> stage != Stage.PLAN),
                        Arbitraries.integers().between(1, 7),
                        instants(),
                        ids())
                .as((metadata, loop, from, back, other, cause) -> new Returned(
                        metadata,
                        loop,
                        from,
                        Stage.of(Math.max(1, from.number() - back)),
                        earlier(metadata.at(), other),
                        cause));
    }

    static @Nullable Instant notBefore(Instant start, @Nullable Instant end) {
        return end == null || end.isBefore(start) ? null : end;
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isAfter(one) ? one : other;
    }
}
