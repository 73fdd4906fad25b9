package io.infinityloop.json;

import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Severity;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;

final class AlertFiringFormat implements ArtifactFormat<AlertFiring> {
    @Override
    public ArtifactKind kind() {
        return AlertFiring.KIND;
    }

    @Override
    public Class<AlertFiring> type() {
        return AlertFiring.class;
    }

    @Override
    public AlertFiring read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String rule = fields.id("rule");
        Severity severity = fields.wordOrNull("severity", Severity.class);
        Instant acknowledgedAt = fields.instantOrNull("acknowledgedAt");
        Instant endedAt = fields.instantOrNull("endedAt");
        String reason = fields.prose("reason");
        return fields.checked(
                "endedAt", () -> new AlertFiring(metadata, rule, severity, acknowledgedAt, endedAt, reason));
    }

    @Override
    public void write(AlertFiring alert, FieldWriter out) throws IOException {
        out.text("rule", alert.rule());
        out.word("severity", alert.severity());
        out.instant("acknowledgedAt", alert.acknowledgedAt());
        out.instant("endedAt", alert.endedAt());
        out.prose("reason", alert.reason());
    }
}
