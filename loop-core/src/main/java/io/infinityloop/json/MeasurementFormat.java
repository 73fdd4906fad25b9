package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Reading.Telemetry;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Duration;

final class MeasurementFormat implements ArtifactFormat<Measurement> {
    @Override
    public ArtifactKind kind() {
        return Measurement.KIND;
    }

    @Override
    public Class<Measurement> type() {
        return Measurement.class;
    }

    @Override
    public Measurement read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        Reading reading = switch (fields.word("telemetry", Telemetry.class)) {
            case METRIC -> metric(fields);
            case LOG -> log(fields);
            case TRACE -> trace(fields);
        };
        return new Measurement(metadata, reading);
    }

    /** {@return a number with its name and unit} */
    static Reading.Metric metric(Fields fields) throws FieldException {
        return new Reading.Metric(fields.id("name"), fields.decimal("value"), fields.idOrEmpty("unit"));
    }

    private static Reading log(Fields fields) throws FieldException {
        return new Reading.Log(
                fields.value("level", text -> Texts.bounded("level", text, 100)), fields.prose("message"));
    }

    private static Reading trace(Fields fields) throws FieldException {
        String trace = fields.id("trace");
        String span = fields.id("span");
        String parent = fields.idOrEmpty("parent");
        String operation = fields.id("operation");
        Duration duration = fields.duration("duration");
        return fields.checked("duration", () -> new Reading.Trace(trace, span, parent, operation, duration));
    }

    @Override
    public void write(Measurement measurement, FieldWriter out) throws IOException {
        out.word("telemetry", measurement.reading().telemetry());
        if (measurement.reading() instanceof Reading.Metric metric) {
            write(metric, out);
        } else if (measurement.reading() instanceof Reading.Log log) {
            out.text("level", log.level());
            out.prose("message", log.message());
        } else if (measurement.reading() instanceof Reading.Trace trace) {
            out.text("trace", trace.trace());
            out.text("span", trace.span());
            out.prose("parent", trace.parent());
            out.text("operation", trace.operation());
            out.duration("duration", trace.duration());
        }
    }

    /** Writes a number with its name and unit. */
    static void write(Reading.Metric metric, FieldWriter out) throws IOException {
        out.text("name", metric.name());
        out.decimal("value", metric.value());
        out.prose("unit", metric.unit());
    }
}
