package io.infinityloop.metrics.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Comparison;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Movement;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a team stood once: the values of a window, kept as JSON to be held against later ones.
 *
 * <p>The text is one object with {@code "format": "infinity-loop-baseline"}, {@code "version": 1}, the window, and a
 * list of {@code values}: metric, segment, number, unit and n. What was undefined is not in it. Fields that are not known
 * are passed over.
 *
 * <p>Source: requirement MET-42.
 *
 * @param window what the values are about
 * @param values the values, in the order of the scorecard
 * @since 0.1
 */
public record Baseline(Window window, List<Value> values) {
    private static final String FORMAT = "infinity-loop-baseline";
    private static final int VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** Creates a baseline. */
    public Baseline {
        requireNonNull(window, "window");
        values = List.copyOf(values);
    }

    /**
     * A value.
     *
     * @param metric the id of the metric
     * @param segment where
     * @param amount the number
     * @param n how many subjects it was computed from
     * @since 0.1
     */
    public record Value(String metric, Segment segment, Amount amount, long n) {
        /** Creates a value. */
        public Value {
            requireNonNull(metric, "metric");
            requireNonNull(segment, "segment");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * Returns the values of a window.
     *
     * @param scorecard the results
     * @param window the window, one of the scorecard's
     * @return the baseline
     * @throws IllegalArgumentException if the scorecard does not have the window
     */
    public static Baseline of(Scorecard scorecard, Window window) {
        if (!scorecard.windows().contains(window)) {
            throw new IllegalArgumentException("the scorecard has no window " + window);
        }
        List<Value> values = new ArrayList<>();
        for (Cell cell : scorecard.cells()) {
            if (cell.window().equals(window) && cell.result() instanceof MetricResult.Value value) {
                values.add(new Value(cell.metric().id(), cell.segment(), value.headline(), value.n()));
            }
        }
        return new Baseline(window, values);
    }

    /**
     * Holds later values against these.
     *
     * @param later the results
     * @param laterWindow the window, one of the scorecard's
     * @param comparison the rule
     * @return a movement for each value here that the scorecard has a cell for, in the order of these
     */
    public List<Movement> compare(Scorecard later, Window laterWindow, Comparison comparison) {
        List<Movement> movements = new ArrayList<>();
        for (Value value : values) {
            later.find(value.metric(), value.segment(), laterWindow).ifPresent(cell -> {
                MetricResult before = MetricResult.Value.of(cell.metric(), value.amount(), Map.of(), value.n());
                movements.add(comparison.beforeAndAfter(cell.metric(), before, cell.result()));
            });
        }
        return movements;
    }

    /** {@return this as JSON, with a newline at the end} */
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("from", window.from().toString());
            json.writeStringField("to", window.to().toString());
            json.writeArrayFieldStart("values");
            for (Value value : values) {
                json.writeStartObject();
                json.writeStringField("metric", value.metric());
                json.writeObjectFieldStart("segment");
                for (Map.Entry<String, String> label : value.segment().values().entrySet()) {
                    json.writeStringField(label.getKey(), label.getValue());
                }
                json.writeEndObject();
                json.writeNumberField("number", value.amount().number());
                json.writeStringField("unit", value.amount().unit().name());
                json.writeNumberField("n", value.n());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    /**
     * Reads a baseline.
     *
     * @param json the text that {@link #toJson()} gave
     * @return the baseline
     * @throws IllegalArgumentException if the text is none
     */
    public static Baseline fromJson(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            Map<String, String> head = new HashMap<>();
            List<Value> values = new ArrayList<>();
            require(parser.nextToken() == JsonToken.START_OBJECT, "it is no object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("values")) {
                    require(token == JsonToken.START_ARRAY, "its values are no list");
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        values.add(value(parser));
                    }
                } else {
                    scalar(head, name, parser);
                }
            }
            require(FORMAT.equals(head.get("format")), "its format is not " + FORMAT);
            require(String.valueOf(VERSION).equals(head.get("version")), "its version is not " + VERSION);
            return new Baseline(
                    new Window(Instant.parse(field(head, "from")), Instant.parse(field(head, "to"))), values);
        } catch (IOException | NumberFormatException | DateTimeException broken) {
            throw new IllegalArgumentException("this is no baseline: " + broken.getMessage(), broken);
        }
    }

    private static Value value(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        TreeMap<String, String> labels = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("segment")) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String label = parser.currentName();
                    labels.put(label, parser.nextTextValue());
                }
            } else {
                scalar(fields, name, parser);
            }
        }
        return new Value(
                field(fields, "metric"),
                new Segment(labels),
                new Amount(new BigDecimal(field(fields, "number")), Unit.valueOf(field(fields, "unit"))),
                Long.parseLong(field(fields, "n")));
    }

    private static void scalar(Map<String, String> fields, String name, JsonParser parser) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            fields.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String text = fields.get(name);
        require(text != null, "the field '" + name + "' is missing");
        return requireNonNull(text);
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException("this is no baseline: " + otherwise);
        }
    }
}
