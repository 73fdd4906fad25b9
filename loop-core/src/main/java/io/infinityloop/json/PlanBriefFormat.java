package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Assumption;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.math.BigDecimal;

/** What was thought through before the work: fields of the plan item itself. */
final class PlanBriefFormat {
    private PlanBriefFormat() {}

    static PlanBrief read(Fields fields) throws FieldException {
        PlanBrief brief = new PlanBrief(
                fields.prose("problem"),
                fields.idOrEmpty("value"),
                fields.objects("goals", PlanBriefFormat::goal),
                fields.objects("signals", PlanBriefFormat::signal),
                fields.prose("successObservation"),
                fields.objects("assumptions", PlanBriefFormat::assumption),
                fields.list("risks", text -> Texts.prose("risk", text)),
                fields.objects("requirements", PlanBriefFormat::requirement));
        return brief.equals(PlanBrief.UNKNOWN) ? PlanBrief.UNKNOWN : brief;
    }

    private static OutcomeGoal goal(Fields fields) throws FieldException {
        String metric = fields.id("metric");
        BigDecimal baseline = fields.decimal("baseline");
        BigDecimal target = fields.decimal("target");
        String unit = fields.id("unit");
        return fields.checked("target", () -> new OutcomeGoal(metric, baseline, target, unit));
    }

    private static PlanBrief.Signal signal(Fields fields) throws FieldException {
        return new PlanBrief.Signal(fields.id("measure"), fields.word("timing", PlanBrief.Timing.class));
    }

    private static Assumption assumption(Fields fields) throws FieldException {
        return new Assumption(fields.words("statement"), fields.objects("evidence", PlanBriefFormat::evidence));
    }

    private static Assumption.Evidence evidence(Fields fields) throws FieldException {
        return new Assumption.Evidence(
                fields.value("source", ArtifactRef::parse), fields.word("bearing", Assumption.Bearing.class));
    }

    private static QualityRequirement requirement(Fields fields) throws FieldException {
        return new QualityRequirement(fields.word("kind", QualityRequirement.Kind.class), fields.words("text"));
    }

    static void write(PlanBrief brief, FieldWriter out) throws IOException {
        out.prose("problem", brief.problem());
        out.prose("value", brief.value());
        out.objects("goals", brief.goals(), goal -> {
            out.text("metric", goal.metric());
            out.decimal("baseline", goal.baseline());
            out.decimal("target", goal.target());
            out.text("unit", goal.unit());
        });
        out.objects("signals", brief.signals(), signal -> {
            out.text("measure", signal.measure());
            out.word("timing", signal.timing());
        });
        out.prose("successObservation", brief.successObservation());
        out.objects("assumptions", brief.assumptions(), assumption -> write(assumption, out));
        out.list("risks", brief.risks());
        out.objects("requirements", brief.requirements(), requirement -> {
            out.word("kind", requirement.kind());
            out.text("text", requirement.text());
        });
    }

    private static void write(Assumption assumption, FieldWriter out) throws IOException {
        out.text("statement", assumption.statement());
        out.objects("evidence", assumption.evidence(), evidence -> {
            out.text("source", evidence.source().toString());
            out.word("bearing", evidence.bearing());
        });
    }
}
