package io.infinityloop.json;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.EvidenceKind;
import io.infinityloop.artifact.ProductionScope;
import io.infinityloop.artifact.SecurityCheck;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.TestRun.Counts;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class TestRunFormat implements ArtifactFormat<TestRun> {
    @Override
    public ArtifactKind kind() {
        return TestRun.KIND;
    }

    @Override
    public Class<TestRun> type() {
        return TestRun.class;
    }

    @Override
    public TestRun read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        Stage stage = fields.word("stage", Stage.class, TestRun.KIND.stage());
        String subject = fields.id("subject");
        Outcome outcome = fields.word("outcome", Outcome.class);
        Counts counts = fields.has("counts") ? counts(fields.object("counts")) : Counts.NONE;
        Instant finishedAt = fields.instantOrNull("finishedAt");
        TestCoverage coverage = coverage(fields);
        String suspect = stage == Stage.BUILD || stage == Stage.TEST ? "finishedAt" : "stage";
        TestRun run = fields.checked(suspect, () -> new TestRun(metadata, stage, subject, outcome, counts, finishedAt));
        return fields.checked("checks", () -> run.with(coverage));
    }

    private static Counts counts(Fields fields) throws FieldException {
        return new Counts(fields.count("passed"), fields.count("failed"), fields.count("skipped"));
    }

    private static TestCoverage coverage(Fields fields) throws FieldException {
        TestLevel level = fields.wordOrNull("level", TestLevel.class);
        EvidenceKind evidence = fields.wordOrNull("evidence", EvidenceKind.class);
        List<String> digests = fields.list("digests", text -> Texts.id("digest", text));
        Environment environment = fields.word("environment", Environment.class, Environment.UNKNOWN);
        ProductionScope scope = fields.has("scope") ? scope(fields.object("scope")) : null;
        List<SecurityResult> checks = fields.objects("checks", TestRunFormat::check);
        TestCoverage coverage =
                fields.checked("scope", () -> new TestCoverage(level, evidence, digests, environment, scope, checks));
        return coverage.equals(TestCoverage.UNKNOWN) ? TestCoverage.UNKNOWN : coverage;
    }

    private static ProductionScope scope(Fields fields) throws FieldException {
        String flag = fields.idOrEmpty("flag");
        Share share = ExposureFormat.share(fields);
        return fields.checked("percent", () -> new ProductionScope(flag, share));
    }

    private static SecurityResult check(Fields fields) throws FieldException {
        return new SecurityResult(fields.word("check", SecurityCheck.class), fields.count("findings"));
    }

    @Override
    public void write(TestRun run, FieldWriter out) throws IOException {
        out.word("stage", run.stage());
        out.text("subject", run.subject());
        out.word("outcome", run.outcome());
        if (!run.counts().equals(Counts.NONE)) {
            out.open("counts");
            out.number("passed", run.counts().passed());
            out.number("failed", run.counts().failed());
            out.number("skipped", run.counts().skipped());
            out.close();
        }
        out.instant("finishedAt", run.finishedAt());
        write(run.coverage(), out);
    }

    private static void write(TestCoverage coverage, FieldWriter out) throws IOException {
        out.word("level", coverage.level());
        out.word("evidence", coverage.evidence());
        out.list("digests", coverage.digests());
        out.word("environment", coverage.environment(), Environment.UNKNOWN);
        write(coverage.scope(), out);
        out.objects("checks", coverage.checks(), result -> {
            out.word("check", result.check());
            out.number("findings", result.findings());
        });
    }

    private static void write(@Nullable ProductionScope scope, FieldWriter out) throws IOException {
        if (scope != null) {
            out.open("scope");
            out.prose("flag", scope.flag());
            out.decimal("percent", scope.share().percent());
            out.close();
        }
    }
}
