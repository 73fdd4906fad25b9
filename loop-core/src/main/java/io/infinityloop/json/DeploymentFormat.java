package io.infinityloop.json;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.ChangedAsset;
import io.infinityloop.artifact.Colour;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Verification;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

final class DeploymentFormat implements ArtifactFormat<Deployment> {
    @Override
    public ArtifactKind kind() {
        return Deployment.KIND;
    }

    @Override
    public Class<Deployment> type() {
        return Deployment.class;
    }

    @Override
    public Deployment read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        Environment environment = fields.word("environment", Environment.class);
        DeploymentStatus status = fields.word("status", DeploymentStatus.class);
        Instant finishedAt = fields.instantOrNull("finishedAt");
        DeploymentPlan plan = plan(fields);
        // Without the field nobody told: then what was observed has the right word for it.
        Deployment observed =
                fields.checked("finishedAt", () -> Deployment.observed(metadata, environment, status, finishedAt));
        List<Verification> verifications = fields.objects("verifications", DeploymentFormat::verification);
        List<Verification> known = verifications.isEmpty() ? observed.verifications() : verifications;
        return fields.checked(
                "verifications", () -> new Deployment(metadata, environment, status, finishedAt, plan, known));
    }

    private static DeploymentPlan plan(Fields fields) throws FieldException {
        String version = fields.idOrEmpty("version");
        List<String> digests = fields.list("digests", text -> Texts.id("digest", text));
        DeploymentStrategy strategy = fields.wordOrNull("strategy", DeploymentStrategy.class);
        Colour colour = fields.wordOrNull("colour", Colour.class);
        DeploymentPurpose purpose = fields.word("purpose", DeploymentPurpose.class, DeploymentPurpose.UNKNOWN);
        Recovery recovery = RecoveryFormat.read(fields);
        List<ChangedAsset> assets = fields.objects("assets", DeploymentFormat::asset);
        DeploymentPlan plan = fields.checked(
                "colour", () -> new DeploymentPlan(version, digests, strategy, colour, purpose, recovery, assets));
        return plan.equals(DeploymentPlan.UNKNOWN) ? DeploymentPlan.UNKNOWN : plan;
    }

    private static ChangedAsset asset(Fields fields) throws FieldException {
        return new ChangedAsset(fields.word("kind", AssetKind.class), fields.id("name"), fields.idOrEmpty("version"));
    }

    private static Verification verification(Fields fields) throws FieldException {
        return new Verification(fields.id("name"), fields.word("outcome", Outcome.class));
    }

    @Override
    public void write(Deployment deployment, FieldWriter out) throws IOException {
        out.word("environment", deployment.environment());
        out.word("status", deployment.status());
        out.instant("finishedAt", deployment.finishedAt());
        write(deployment.plan(), out);
        if (!deployment.isUnreported()) {
            out.objects("verifications", deployment.verifications(), check -> {
                out.text("name", check.name());
                out.word("outcome", check.outcome());
            });
        }
    }

    private static void write(DeploymentPlan plan, FieldWriter out) throws IOException {
        out.prose("version", plan.version());
        out.list("digests", plan.digests());
        out.word("strategy", plan.strategy());
        out.word("colour", plan.colour());
        out.word("purpose", plan.purpose(), DeploymentPurpose.UNKNOWN);
        RecoveryFormat.write(plan.recovery(), out);
        out.objects("assets", plan.assets(), asset -> {
            out.word("kind", asset.kind());
            out.text("name", asset.name());
            out.prose("version", asset.version());
        });
    }
}
