package io.infinityloop.json;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.TestRun.Counts;
import java.io.IOException;
import java.time.Instant;

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
        String suspect = stage == Stage.BUILD || stage == Stage.TEST ? "finishedAt" : "stage";
        return fields.checked(suspect, () -> new TestRun(metadata, stage, subject, outcome, counts, finishedAt));
    }

    private static Counts counts(Fields fields) throws FieldException {
        return new Counts(fields.count("passed"), fields.count("failed"), fields.count("skipped"));
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
    }
}
