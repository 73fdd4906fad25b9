package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemKind;
import io.infinityloop.artifact.PlanLevel;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PlanPlace.Estimate;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PlanItemFormat implements ArtifactFormat<PlanItem> {
    @Override
    public ArtifactKind kind() {
        return PlanItem.KIND;
    }

    @Override
    public Class<PlanItem> type() {
        return PlanItem.class;
    }

    @Override
    public PlanItem read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String title = fields.prose("title");
        List<String> tasks = fields.list("tasks", text -> Texts.prose("task", text));
        List<String> criteria = fields.list("acceptanceCriteria", text -> Texts.prose("acceptance criterion", text));
        PlanPlace place = place(fields);
        PlanBrief brief = PlanBriefFormat.read(fields);
        return fields.checked("parent", () -> new PlanItem(metadata, title, tasks, criteria, place, brief));
    }

    private static PlanPlace place(Fields fields) throws FieldException {
        PlanItemKind work = fields.word("work", PlanItemKind.class, PlanItemKind.UNKNOWN);
        PlanLevel level = fields.word("level", PlanLevel.class, PlanLevel.UNKNOWN);
        PlanPlace.Status status = fields.word("status", PlanPlace.Status.class, PlanPlace.Status.UNKNOWN);
        String parent = fields.idOrEmpty("parent");
        String iteration = fields.idOrEmpty("iteration");
        Integer priority = priority(fields);
        Estimate estimate = fields.has("estimate") ? estimate(fields.object("estimate")) : null;
        PlanPlace place = fields.checked(
                "priority", () -> new PlanPlace(work, level, status, parent, iteration, priority, estimate));
        return place.equals(PlanPlace.UNKNOWN) ? PlanPlace.UNKNOWN : place;
    }

    private static @Nullable Integer priority(Fields fields) throws FieldException {
        if (!fields.has("priority")) {
            return null;
        }
        long priority = fields.count("priority");
        if (priority < 1 || priority > Integer.MAX_VALUE) {
            throw fields.problem("priority", priority + " is out of range: expected 1 to " + Integer.MAX_VALUE);
        }
        return (int) priority;
    }

    private static Estimate estimate(Fields fields) throws FieldException {
        BigDecimal amount = fields.decimal("amount");
        String unit = fields.id("unit");
        return fields.checked("amount", () -> new Estimate(amount, unit));
    }

    @Override
    public void write(PlanItem item, FieldWriter out) throws IOException {
        out.prose("title", item.title());
        out.list("tasks", item.tasks());
        out.list("acceptanceCriteria", item.acceptanceCriteria());
        write(item.place(), out);
        PlanBriefFormat.write(item.brief(), out);
    }

    private static void write(PlanPlace place, FieldWriter out) throws IOException {
        out.word("work", place.work(), PlanItemKind.UNKNOWN);
        out.word("level", place.level(), PlanLevel.UNKNOWN);
        out.word("status", place.status(), PlanPlace.Status.UNKNOWN);
        out.prose("parent", place.parent());
        out.prose("iteration", place.iteration());
        if (place.priority() != null) {
            out.number("priority", place.priority());
        }
        Estimate estimate = place.estimate();
        if (estimate != null) {
            out.open("estimate");
            out.decimal("amount", estimate.amount());
            out.text("unit", estimate.unit());
            out.close();
        }
    }
}
