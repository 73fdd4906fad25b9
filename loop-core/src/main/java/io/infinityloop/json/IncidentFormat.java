package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.IncidentResponse.Joined;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.Severity;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class IncidentFormat implements ArtifactFormat<Incident> {
    @Override
    public ArtifactKind kind() {
        return Incident.KIND;
    }

    @Override
    public Class<Incident> type() {
        return Incident.class;
    }

    @Override
    public Incident read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String title = fields.prose("title");
        boolean customerImpact = fields.flag("customerImpact");
        Instant resolvedAt = fields.instantOrNull("resolvedAt");
        IncidentResponse response = response(fields);
        String suspect = resolvedAt == null ? "mitigatedAt" : "resolvedAt";
        return fields.checked(suspect, () -> new Incident(metadata, title, customerImpact, resolvedAt, response));
    }

    private static IncidentResponse response(Fields fields) throws FieldException {
        Severity severity = fields.wordOrNull("severity", Severity.class);
        boolean practice = fields.has("practice") && fields.flag("practice");
        Instant firedAt = fields.instantOrNull("firedAt");
        Instant pagedAt = fields.instantOrNull("pagedAt");
        Instant acknowledgedAt = fields.instantOrNull("acknowledgedAt");
        Instant mitigatedAt = fields.instantOrNull("mitigatedAt");
        Instant verifiedAt = fields.instantOrNull("verifiedAt");
        List<Joined> joined = fields.objects("joined", IncidentFormat::joined);
        PostMortem postMortem = fields.has("postMortem") ? postMortem(fields.object("postMortem")) : null;
        String suspect = firedAt != null && pagedAt != null && pagedAt.isBefore(firedAt) ? "pagedAt" : "acknowledgedAt";
        IncidentResponse response = fields.checked(
                suspect,
                () -> new IncidentResponse(
                        severity,
                        practice,
                        firedAt,
                        pagedAt,
                        acknowledgedAt,
                        mitigatedAt,
                        verifiedAt,
                        joined,
                        postMortem));
        return response.equals(IncidentResponse.UNKNOWN) ? IncidentResponse.UNKNOWN : response;
    }

    private static Joined joined(Fields fields) throws FieldException {
        return new Joined(fields.value("role", text -> Texts.bounded("role", text, 100)), fields.instant("at"));
    }

    private static PostMortem postMortem(Fields fields) throws FieldException {
        List<String> conditions = texts(fields, "conditions");
        List<String> learnings = texts(fields, "learnings");
        List<PostMortem.Action> actions = fields.objects("actions", IncidentFormat::action);
        return fields.checked("conditions", () -> new PostMortem(conditions, learnings, actions));
    }

    private static List<String> texts(Fields fields, String name) throws FieldException {
        return fields.list(name, text -> Texts.bounded(name, text, Texts.PROSE_LIMIT));
    }

    private static PostMortem.Action action(Fields fields) throws FieldException {
        return new PostMortem.Action(fields.words("description"), fields.idOrEmpty("planItem"));
    }

    @Override
    public void write(Incident incident, FieldWriter out) throws IOException {
        IncidentResponse response = incident.response();
        out.prose("title", incident.title());
        out.flag("customerImpact", incident.customerImpact());
        out.instant("resolvedAt", incident.resolvedAt());
        out.word("severity", response.severity());
        if (response.practice()) {
            out.flag("practice", true);
        }
        out.instant("firedAt", response.firedAt());
        out.instant("pagedAt", response.pagedAt());
        out.instant("acknowledgedAt", response.acknowledgedAt());
        out.instant("mitigatedAt", response.mitigatedAt());
        out.instant("verifiedAt", response.verifiedAt());
        out.objects("joined", response.joined(), joined -> {
            out.text("role", joined.role());
            out.instant("at", joined.at());
        });
        write(response.postMortem(), out);
    }

    private static void write(@Nullable PostMortem postMortem, FieldWriter out) throws IOException {
        if (postMortem != null) {
            out.open("postMortem");
            out.list("conditions", postMortem.conditions());
            out.list("learnings", postMortem.learnings());
            out.objects("actions", postMortem.actions(), action -> {
                out.text("description", action.description());
                out.prose("planItem", action.planItem());
            });
            out.close();
        }
    }
}
