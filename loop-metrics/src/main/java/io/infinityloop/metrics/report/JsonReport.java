package io.infinityloop.metrics.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.finding.Finding;
import io.infinityloop.metrics.finding.Findings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes a report as JSON, for tools.
 *
 * <p>The object starts with {@code "format": "infinity-loop-report"} and {@code "version": 1}; a later version adds
 * fields, and raises the number only if it changes one. {@code metrics} holds an object a metric with its definition
 * and its {@code results}, one for each segment and window. A result's {@code status} is {@code value} (then it has
 * {@code value}, {@code parts} and {@code n}), {@code undefined} (then it has a {@code reason}) or {@code failed} (then
 * it has an {@code error}). Where there is a {@code target}, it has its own {@code status}: {@code IDEAL}, {@code MET},
 * {@code MINIMUM}, {@code MISSED} or {@code NO_DATA}. Where somebody looked for bad habits, {@code findings} holds an
 * object a finding, the worst first, with the keys of its events. Durations are seconds, ratios 0 to 1; instants are
 * ISO-8601 in UTC. Whatever is not printable ASCII is escaped, so that the text is the same in every encoding and does
 * nothing to a terminal.
 *
 * @since 0.1
 */
public final class JsonReport {
    /** The version of the format that this class writes. */
    public static final int VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonReport() {}

    /**
     * Returns the report as JSON text.
     *
     * @param report the report
     * @return the text, indented, with a newline at the end
     */
    public static String render(Report report) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new WellFormed(JSON.createGenerator(text).setPrettyPrinter(printer))) {
            write(report, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // DEL is ASCII and stays as it is for the generator; it can only stand in a text.
        return text.append('\n').toString().replace("\u007f", "\\u007f");
    }

    /** Replaces halves of characters, which strict readers refuse, by the sign for what cannot be shown. */
    private static final class WellFormed extends JsonGeneratorDelegate {
        private WellFormed(JsonGenerator json) {
            super(json);
        }

        @Override
        public void writeFieldName(String name) throws IOException {
            super.writeFieldName(wellFormed(name));
        }

        @Override
        public void writeString(String text) throws IOException {
            super.writeString(wellFormed(text));
        }

        private static String wellFormed(String text) {
            StringBuilder wellFormed = new StringBuilder(text.length());
            text.codePoints()
                    .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
                    .forEach(wellFormed::appendCodePoint);
            return wellFormed.toString();
        }
    }

    private static void write(Report report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "infinity-loop-report");
        json.writeNumberField("version", VERSION);
        json.writeStringField("title", report.title());
        json.writeStringField("asOf", report.scorecard().asOf().toString());
        json.writeStringField("zone", report.scorecard().zone().getId());
        window("window", report.whole(), json);
        if (!report.step().isEmpty()) {
            json.writeStringField("step", report.step());
        }
        json.writeObjectFieldStart("inputs");
        for (Map.Entry<String, Long> input : report.inputs().entrySet()) {
            json.writeNumberField(input.getKey(), input.getValue());
        }
        json.writeEndObject();
        metrics(report.scorecard().cells(), json);
        json.writeObjectFieldStart("unjoined");
        for (Map.Entry<String, List<String>> reason : report.unjoined().entrySet()) {
            texts(reason.getKey(), reason.getValue(), json);
        }
        json.writeEndObject();
        texts("notes", report.notes(), json);
        Findings findings = report.findings();
        if (findings != null) {
            findings(findings.all(), json);
        }
        json.writeEndObject();
    }

    /** The cells come metric by metric. */
    private static void metrics(List<Cell> cells, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("metrics");
        String open = "";
        for (Cell cell : cells) {
            if (!cell.metric().id().equals(open)) {
                if (!open.isEmpty()) {
                    json.writeEndArray();
                    json.writeEndObject();
                }
                open = cell.metric().id();
                json.writeStartObject();
                definition(cell.metric(), json);
                json.writeArrayFieldStart("results");
            }
            result(cell, json);
        }
        if (!open.isEmpty()) {
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void definition(MetricDefinition metric, JsonGenerator json) throws IOException {
        json.writeStringField("id", metric.id());
        json.writeStringField("name", metric.name());
        json.writeStringField("purpose", metric.purpose());
        json.writeStringField("unit", metric.unit().name());
        json.writeStringField("direction", metric.direction().name());
        json.writeStringField("source", metric.source());
    }

    private static void result(Cell cell, JsonGenerator json) throws IOException {
        json.writeStartObject();
        segment(cell.segment(), json);
        window("window", cell.window(), json);
        MetricResult result = cell.result();
        outcome(result, json);
        json.writeObjectFieldStart("excluded");
        for (Map.Entry<String, Long> reason : result.excluded().entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        Target target = cell.target();
        if (target != null) {
            target(target, target.judge(result), json);
        }
        json.writeEndObject();
    }

    private static void target(Target target, Target.Status status, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("target");
        json.writeStringField("limit", target.limit().toString());
        json.writeStringField("status", status.name());
        json.writeStringField("source", target.source());
        json.writeEndObject();
    }

    private static void outcome(MetricResult result, JsonGenerator json) throws IOException {
        if (result instanceof MetricResult.Value value) {
            json.writeStringField("status", "value");
            json.writeNumberField("value", value.headline().number());
            parts("parts", value.parts(), json);
            json.writeNumberField("n", value.n());
        } else if (result instanceof MetricResult.Undefined undefined) {
            json.writeStringField("status", "undefined");
            json.writeStringField("reason", undefined.reason());
        } else {
            json.writeStringField("status", "failed");
            json.writeStringField("error", ((MetricResult.Failed) result).error());
        }
    }

    private static void findings(List<Finding> findings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("detector", finding.detector().id());
            texts("antiPatterns", finding.antiPatterns(), json);
            json.writeStringField("severity", finding.severity().name());
            if (finding.stage().isPresent()) {
                json.writeStringField("stage", finding.stage().get().name());
            }
            json.writeStringField("message", finding.message());
            json.writeStringField("remedy", finding.remedy());
            json.writeStringField("source", finding.source());
            segment(finding.segment(), json);
            window("window", finding.window(), json);
            parts("figures", finding.figures(), json);
            texts("evidence", finding.evidence().stream().map(EventKey::toString).toList(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void segment(Segment segment, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("segment");
        for (Map.Entry<String, String> label : segment.values().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
    }

    private static void parts(String name, Map<String, Amount> parts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Amount> part : parts.entrySet()) {
            json.writeObjectFieldStart(part.getKey());
            json.writeNumberField("value", part.getValue().number());
            json.writeStringField("unit", part.getValue().unit().name());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void window(String name, Window window, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("from", window.from().toString());
        json.writeStringField("to", window.to().toString());
        json.writeEndObject();
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
