package io.infinityloop.json;

import io.infinityloop.artifact.Aim;
import io.infinityloop.artifact.Aim.Addressee;
import io.infinityloop.artifact.Aim.Target;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Grounds;
import io.infinityloop.artifact.Grounds.Basis;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.InsightCategory;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Trend;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.util.List;

final class InsightFormat implements ArtifactFormat<Insight> {
    @Override
    public ArtifactKind kind() {
        return Insight.KIND;
    }

    @Override
    public Class<Insight> type() {
        return Insight.class;
    }

    @Override
    public Insight read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String observation = fields.words("observation");
        String proposedAction = fields.prose("proposedAction");
        Grounds grounds = grounds(fields);
        Aim aim = aim(fields);
        return fields.checked("proposedAction", () -> new Insight(metadata, observation, proposedAction, grounds, aim));
    }

    private static Grounds grounds(Fields fields) throws FieldException {
        List<Reading.Metric> evidence = fields.objects("evidence", MeasurementFormat::metric);
        Basis basis = fields.word("basis", Basis.class, evidence.isEmpty() ? Basis.UNREPORTED : Basis.EVIDENCE);
        InsightCategory category = fields.wordOrNull("category", InsightCategory.class);
        Trend trend = fields.wordOrNull("trend", Trend.class);
        String suspect = basis == Basis.EVIDENCE && !evidence.isEmpty() ? "category" : "evidence";
        Grounds grounds = fields.checked(suspect, () -> new Grounds(basis, category, evidence, trend));
        return grounds.equals(Grounds.UNREPORTED) ? Grounds.UNREPORTED : grounds;
    }

    private static Aim aim(Fields fields) throws FieldException {
        Target target = fields.wordOrNull("target", Target.class);
        List<Addressee> addressees = fields.wordList("addressees", Addressee.class);
        Aim aim = new Aim(target, addressees, fields.count("cycle"));
        return aim.equals(Aim.UNKNOWN) ? Aim.UNKNOWN : aim;
    }

    @Override
    public void write(Insight insight, FieldWriter out) throws IOException {
        Grounds grounds = insight.grounds();
        out.text("observation", insight.observation());
        out.prose("proposedAction", insight.proposedAction());
        if (grounds.basis() == Basis.NOTHING_FOUND) {
            out.word("basis", grounds.basis());
        }
        out.word("category", grounds.category());
        out.objects("evidence", grounds.evidence(), metric -> MeasurementFormat.write(metric, out));
        out.word("trend", grounds.trend());
        write(insight.aim(), out);
    }

    private static void write(Aim aim, FieldWriter out) throws IOException {
        out.word("target", aim.target());
        if (!aim.addressees().equals(Aim.UNKNOWN.addressees())) {
            out.list("addressees", aim.addressees());
        }
        if (aim.cycle() > 0) {
            out.number("cycle", aim.cycle());
        }
    }
}
